import type { BankCardFactors, IdCardElements, RegistryQuestion } from "@single-window/core"
import * as fc from "fast-check"
import { bankCardNumber } from "./bankCardNumber.js"
import { enterprise } from "./enterprise.js"
import { document, residentIdDocument, validity } from "./holder.js"
import { mobileNumber } from "./mobileNumber.js"
import { personName } from "./personName.js"

/** What is on a resident ID card, as its holder types it. */
export const idCardElements: fc.Arbitrary<IdCardElements> = fc
  .tuple(personName, residentIdDocument, validity)
  .map(([name, { number }, { from, to }]) => ({ name, number, validFrom: from, validTo: to }))

/** What somebody types of a bank card. */
export const bankCardFactors: fc.Arbitrary<BankCardFactors> = fc.record({
  name: personName,
  document,
  cardNumber: bankCardNumber,
  mobile: mobileNumber
})

/** What is asked of the registry in certification. */
export const registryQuestion: fc.Arbitrary<RegistryQuestion> = fc.record({
  enterprise,
  legalRepresentativeDocument: document
})

/** A question and the same with one element as it stands in another; which, by its name. */
export interface OneElementOff<Question> {
  readonly right: Question
  readonly wrong: Question
  readonly element: string
}

/** Nearly right questions: one element, or with `within` one of an inner part, is that of somebody else. */
export const oneElementOff = <Question extends object>(
  questions: fc.Arbitrary<Question>,
  within?: keyof Question
): fc.Arbitrary<OneElementOff<Question>> => {
  const part = (question: Question): Readonly<Record<string, unknown>> =>
    (within === undefined ? question : question[within]) as Readonly<Record<string, unknown>>
  const elementsApart = (one: Question, two: Question) =>
    Object.keys(part(one)).filter(
      (element) => JSON.stringify(part(one)[element]) !== JSON.stringify(part(two)[element])
    )
  return fc
    .tuple(questions, questions)
    .filter(([right, other]) => elementsApart(right, other).length > 0)
    .chain(([right, other]) =>
      fc.constantFrom(...elementsApart(right, other)).map((element) => {
        const changed = { ...part(right), [element]: part(other)[element] }
        const wrong = within === undefined ? (changed as Question) : { ...right, [within]: changed }
        return { right, wrong, element }
      })
    )
}

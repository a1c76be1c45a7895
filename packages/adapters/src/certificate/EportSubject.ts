import * as Option from "effect/Option"
import type { Certificate } from "./Certificate.js"
import { derText } from "./text.js"

/** China E-Port's own extensions. */
export const eport = {
  enterpriseName: "1.3.6.1.4.1.5315.100.5.1",
  holderDocumentNumber: "1.3.6.1.4.1.5315.100.5.8",
  cardNumber: "1.3.6.1.4.1.5315.100.5.9",
  organizationCode: "1.3.6.1.4.1.5315.100.5.11"
} as const

/** What a China E-Port certificate says about the card it is on. */
export interface EportSubject {
  readonly enterpriseName: string
  readonly organizationCode: string
  readonly cardNumber: string
  readonly holderName?: string
  readonly holderDocumentNumber?: string
}

/** Control characters and the like have no place in a name or number; a certificate that holds them is read by nobody. */
const plain = /^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u
const organizationCode = /^[0-9A-Z]{8}[0-9X]$/
const cardNumber = /^(?:03-)?([0-9A-Z]{6,32})$/

/** Reads the extensions; none unless the enterprise, its organization code and the card's number are all there. */
export const eportSubject = ({ commonName, extensions }: Certificate): Option.Option<EportSubject> => {
  const text = (oid: string) =>
    Option.fromNullable(extensions.get(oid)).pipe(
      Option.flatMap(derText),
      Option.map((value) => value.trim())
    )
  const plainText = (value: Option.Option<string>) =>
    Option.getOrUndefined(Option.filter(value, (one) => plain.test(one)))
  return Option.gen(function* () {
    const enterpriseName = yield* Option.filter(text(eport.enterpriseName), (name) => plain.test(name))
    const code = yield* Option.filter(text(eport.organizationCode), (one) => organizationCode.test(one))
    const number = yield* Option.flatMap(text(eport.cardNumber), (one) =>
      Option.fromNullable(cardNumber.exec(one)?.[1])
    )
    // A certificate made out to the enterprise itself names no holder.
    const holderName = plainText(Option.filter(Option.fromNullable(commonName), (name) => name !== enterpriseName))
    const holderDocumentNumber = plainText(text(eport.holderDocumentNumber))
    return {
      enterpriseName,
      organizationCode: code,
      cardNumber: number,
      ...(holderName === undefined ? {} : { holderName }),
      ...(holderDocumentNumber === undefined ? {} : { holderDocumentNumber })
    }
  })
}

import { type Checked, error, judged, type ProblemCode, refused } from "./problem.js"
import { digit, misfits, tidyCode } from "./tidiedCode.js"

export type MobileNumberFacts = Record<never, never>

const judge = (character: string, index: number): ProblemCode | undefined => {
  const wrong = digit(character)
  if (wrong !== undefined) return wrong
  return (index === 0 && character !== "1") || (index === 1 && character < "3") ? "not-a-mobile-number" : undefined
}

/** A mainland mobile number: eleven digits from 13 to 19; number ranges change, so none is listed. */
export const checkMobileNumber = (input: string): Checked<MobileNumberFacts> => {
  const tidied = tidyCode(input, { drop: "hyphens" })
  if (tidied.problems.length > 0) return refused(...tidied.problems)
  const prefix = /^(?:\+86|0086)/.exec(tidied.text)?.[0].length ?? 0
  const code = { ...tidied, text: tidied.text.slice(prefix), positions: tidied.positions.slice(prefix) }
  if (code.text.length !== 11) return refused(error("wrong-length"))
  const wrong = misfits(code, judge)
  return wrong.length > 0 ? refused(...wrong) : judged(code.text, [], {})
}

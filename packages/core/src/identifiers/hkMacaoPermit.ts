import { type Checked, error, judged, type ProblemCode, refused } from "./problem.js"
import { digit, isCapital, misfits, tidyCode } from "./tidiedCode.js"

export interface HkMacaoPermitFacts {
  readonly region: "hong-kong" | "macao"
  /** The lifelong part: the two digits that follow on older permits count reissues of the same person's permit. */
  readonly uniquenessKey: string
}

const judge = (character: string, index: number): ProblemCode | undefined => {
  if (index > 0) return digit(character)
  if (character === "H" || character === "M") return undefined
  return isCapital(character) ? "letter-not-used" : "letter-expected"
}

/** A mainland travel permit for Hong Kong and Macao residents: H or M, eight digits, on older ones two more. */
export const checkHkMacaoPermit = (input: string): Checked<HkMacaoPermitFacts> => {
  const code = tidyCode(input, { drop: "hyphens" })
  if (code.problems.length > 0) return refused(...code.problems)
  if (code.text.length !== 9 && code.text.length !== 11) return refused(error("wrong-length"))
  const wrong = misfits(code, judge)
  if (wrong.length > 0) return refused(...wrong)
  return judged(code.text, [], {
    region: code.text.startsWith("H") ? "hong-kong" : "macao",
    uniquenessKey: code.text.slice(0, 9)
  })
}

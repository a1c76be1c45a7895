import { type Checked, error, judged, refused } from "./problem.js"
import { digit, misfits, tidyCode } from "./tidiedCode.js"

export interface TaiwanPermitFacts {
  /** The lifelong part: the two digits that follow on older permits count reissues of the same person's permit. */
  readonly uniquenessKey: string
}

/** A mainland travel permit for Taiwan residents: eight digits, on older ones two more. */
export const checkTaiwanPermit = (input: string): Checked<TaiwanPermitFacts> => {
  const code = tidyCode(input, { drop: "hyphens" })
  if (code.problems.length > 0) return refused(...code.problems)
  if (code.text.length !== 8 && code.text.length !== 10) return refused(error("wrong-length"))
  const wrong = misfits(code, digit)
  if (wrong.length > 0) return refused(...wrong)
  return judged(code.text, [], { uniquenessKey: code.text.slice(0, 8) })
}

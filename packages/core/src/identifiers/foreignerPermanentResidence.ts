import { isRealDate } from "./calendar.js"
import { contentProblems, type IdentityNumberOptions, layoutProblems } from "./identityNumber.js"
import { type Checked, error, judged, type ProblemCode, refused } from "./problem.js"
import { digit, isCapital, misfits, type TidiedCode, tidyCode } from "./tidiedCode.js"

export interface ForeignerPermanentResidenceFacts {
  /** The five-star card numbered like a resident ID, or the older fifteen-character one. */
  readonly edition: "new" | "old"
  /** YYYYMMDD; the older number does not say the century, so it gives none. */
  readonly birthDate: string
}

const checkNew = (code: TidiedCode, options: IdentityNumberOptions): Checked<ForeignerPermanentResidenceFacts> => {
  const wrong = layoutProblems(code)
  if (wrong.length > 0) return refused(...wrong)
  if (code.text.charAt(0) !== "9") return refused(error("wrong-format", code.positions[0]))
  return judged(code.text, contentProblems(code, options), { edition: "new", birthDate: code.text.slice(6, 14) })
}

const judgeOld = (character: string, index: number): ProblemCode | undefined =>
  index >= 3 ? digit(character) : isCapital(character) ? undefined : "letter-expected"

/** Three letters, four digits of a region, a date of birth without its century, two digits. */
const checkOld = (code: TidiedCode): Checked<ForeignerPermanentResidenceFacts> => {
  const wrong = misfits(code, judgeOld)
  if (wrong.length > 0) return refused(...wrong)
  const birth = code.text.slice(7, 13)
  // every day of a year 19YY is also one of 20YY, so the later century stands for both
  const real = isRealDate(`20${birth}`)
  return judged(code.text, real ? [] : [error("not-a-real-date", code.positions[7])], { edition: "old" })
}

/** A foreigner's permanent resident ID card, of either edition. */
export const checkForeignerPermanentResidence = (
  input: string,
  options: IdentityNumberOptions = {}
): Checked<ForeignerPermanentResidenceFacts> => {
  const code = tidyCode(input)
  if (code.problems.length > 0) return refused(...code.problems)
  if (code.text.length === 18) return checkNew(code, options)
  return code.text.length === 15 ? checkOld(code) : refused(error("wrong-length"))
}

import {
  contentProblems,
  type IdentityNumberFacts,
  type IdentityNumberOptions,
  identityNumberFacts,
  layoutProblems
} from "./identityNumber.js"
import { type Checked, error, judged, refused } from "./problem.js"
import { tidyCode } from "./tidiedCode.js"

/** The region prefixes of residence permits: Hong Kong, Macao, Taiwan. */
export const hmtResidencePrefixes: ReadonlyArray<string> = ["810000", "820000", "830000"]

/** A residence permit for Hong Kong, Macao and Taiwan residents: numbered like a resident ID, but not one. */
export const checkHmtResidence = (input: string, options: IdentityNumberOptions = {}): Checked<IdentityNumberFacts> => {
  const code = tidyCode(input)
  if (code.problems.length > 0) return refused(...code.problems)
  if (code.text.length !== 18) return refused(error("wrong-length"))
  const wrong = layoutProblems(code)
  if (wrong.length > 0) return refused(...wrong)
  const prefix = hmtResidencePrefixes.includes(code.text.slice(0, 6))
    ? []
    : [error("not-hmt-residence", code.positions[0])]
  return judged(code.text, [...prefix, ...contentProblems(code, options)], identityNumberFacts(code.text))
}

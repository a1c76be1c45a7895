import { hmtResidencePrefixes } from "./hmtResidence.js"
import {
  contentProblems,
  type IdentityNumberFacts,
  type IdentityNumberOptions,
  identityNumberFacts,
  layoutProblems
} from "./identityNumber.js"
import { type Checked, error, judged, type Problem, refused, warning } from "./problem.js"
import { type TidiedCode, tidyCode } from "./tidiedCode.js"

export type ResidentIdFacts = IdentityNumberFacts

// provincial level only: counties and cities are merged and renumbered, cards keep the old number
const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split(" ")
)

const regionProblems = ({ text, positions }: TidiedCode): ReadonlyArray<Problem> => {
  if (hmtResidencePrefixes.includes(text.slice(0, 6))) return [error("is-hmt-residence", positions[0])]
  const province = text.slice(0, 2)
  if (provinces.has(province)) return []
  const outside = province < "11" || province > "82"
  return [outside ? error("unknown-region", positions[0]) : warning("unknown-region", positions[0])]
}

/** A resident identity number: eighteen characters; the fifteen-digit numbers of old are refused. GB 11643-1999. */
export const checkResidentId = (input: string, options: IdentityNumberOptions = {}): Checked<ResidentIdFacts> => {
  const code = tidyCode(input)
  if (code.problems.length > 0) return refused(...code.problems)
  if (/^[0-9]{15}$/.test(code.text)) return refused(error("obsolete-fifteen-digits"))
  if (code.text.length !== 18) return refused(error("wrong-length"))
  const wrong = layoutProblems(code)
  if (wrong.length > 0) return refused(...wrong)
  return judged(code.text, [...regionProblems(code), ...contentProblems(code, options)], identityNumberFacts(code.text))
}

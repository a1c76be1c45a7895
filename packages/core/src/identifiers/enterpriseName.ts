import { halfWidth } from "./characters.js"
import { checkName, type NameFacts, type NameForm } from "./nameText.js"
import { type Checked, judged, warning } from "./problem.js"

export type EnterpriseNameFacts = NameFacts

const unify = (character: string): string => {
  if (character === "(" || character === "（") return "（"
  if (character === ")" || character === "）") return "）"
  if (character === "\u2018" || character === "\u2019") return "'"
  if (character === "\u2010" || character === "\u2011") return "-"
  const half = halfWidth(character)
  // full-width letters and digits are refused, not folded: they are how a name is made to look like another
  return /[A-Za-z0-9]/.test(half) ? character : half
}

const form: NameForm = {
  longest: 200,
  accepts: (character) => /^[0-9（）&.,'/+:!@#"“”《》〈〉、—-]$/u.test(character),
  unify
}

const isBalanced = (text: string): boolean => {
  let open = 0
  for (const character of text) {
    if (character === "（") open++
    if (character === "）" && --open < 0) return false
  }
  return open === 0
}

/** An enterprise's name: the brackets full-width, the middle dot one character, so that equal names compare equal. */
export const checkEnterpriseName = (input: string): Checked<EnterpriseNameFacts> => {
  const checked = checkName(input, form)
  return checked.valid && !isBalanced(checked.normalized)
    ? judged(checked.normalized, [...checked.problems, warning("unbalanced-brackets")], checked.facts)
    : checked
}

/** What two names are compared by: the canonical form, or for a stored name that is not valid, its own text in NFC. */
export const enterpriseNameKey = (name: string): string =>
  checkEnterpriseName(name).normalized || name.trim().normalize("NFC")

import { organizationCheckCharacter } from "./organizationCode.js"
import { type Checked, error, judged, type Problem, type ProblemCode, refused, warning } from "./problem.js"
import { isCapital, isDigit, misfits, tidyCode } from "./tidiedCode.js"

export interface UnifiedSocialCreditCodeFacts {
  /** Characters 9 to 17. */
  readonly organizationCode: string
  /** Character 1: who registered it. */
  readonly registrationDepartment: string
  /** Character 2: what kind of organization it is. */
  readonly category: string
  /** Characters 3 to 8: where it was registered. */
  readonly regionCode: string
}

export interface UnifiedSocialCreditCodeOptions {
  /** A wrong check character is a warning: registered codes exist that fail it, and the registry decides. */
  readonly lenient?: boolean
}

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The eighteenth character for the seventeen before it. GB 32100-2015. */
export const unifiedSocialCreditCheckCharacter = (body: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(body.charAt(index)), 0)
  // the outer remainder matters: without it a sum of 0 points past the end of the alphabet
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

const judge = (character: string, index: number): ProblemCode | undefined => {
  if (isDigit(character)) return undefined
  if (!isCapital(character)) return "forbidden-character"
  if (index >= 2 && index < 8) return "digit-expected"
  return alphabet.includes(character) ? undefined : "letter-not-used"
}

/** A Unified Social Credit Code: eighteen characters, the last of which checks the others. GB 32100-2015. */
export const checkUnifiedSocialCreditCode = (
  input: string,
  options: UnifiedSocialCreditCodeOptions = {}
): Checked<UnifiedSocialCreditCodeFacts> => {
  const code = tidyCode(input, { drop: "hyphens" })
  if (code.problems.length > 0) return refused(...code.problems)
  if (code.text.length !== 18) return refused(error("wrong-length"))
  const wrong = misfits(code, judge)
  if (wrong.length > 0) return refused(...wrong)
  const { text } = code
  const organizationCode = text.slice(8, 17)
  const problems: Array<Problem> = []
  if (unifiedSocialCreditCheckCharacter(text) !== text.charAt(17)) {
    const severity = options.lenient === true ? warning : error
    problems.push(severity("check-character-mismatch", code.positions[17]))
  }
  if (organizationCheckCharacter(organizationCode) !== organizationCode.charAt(8)) {
    problems.push(warning("organization-code-mismatch", code.positions[16]))
  }
  return judged(text, problems, {
    organizationCode,
    registrationDepartment: text.charAt(0),
    category: text.charAt(1),
    regionCode: text.slice(2, 8)
  })
}

import { isRealDate } from "./calendar.js"
import { error, type Problem, type ProblemCode } from "./problem.js"
import { digit, misfits, type TidiedCode } from "./tidiedCode.js"

/** The eighteen-character layout shared by resident IDs, residence permits and foreigners' cards. GB 11643-1999. */
export interface IdentityNumberFacts {
  /** YYYYMMDD. */
  readonly birthDate: string
  readonly sex: "male" | "female"
  /** The first six digits. */
  readonly regionPrefix: string
}

export interface IdentityNumberOptions {
  /** YYYYMMDD; without it nobody is born in the future. */
  readonly today?: string
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The eighteenth character for the seventeen digits before it: MOD 11-2. GB 11643-1999. */
export const identityCheckCharacter = (digits: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0)
  return "10X98765432".charAt(sum % 11)
}

const judge = (character: string, index: number): ProblemCode | undefined =>
  index === 17 && character === "X" ? undefined : digit(character)

/** What keeps eighteen characters from being laid out as an identity number at all. */
export const layoutProblems = (code: TidiedCode): ReadonlyArray<Problem> => misfits(code, judge)

// nobody born earlier is alive to hold a card
const earliestBirth = "18700101"

/** What is wrong with the date and the check character of a number whose layout is right. */
export const contentProblems = (code: TidiedCode, options: IdentityNumberOptions): ReadonlyArray<Problem> => {
  const { text, positions } = code
  const birthDate = text.slice(6, 14)
  const problems: Array<Problem> = []
  if (!isRealDate(birthDate)) problems.push(error("not-a-real-date", positions[6]))
  else if (birthDate < earliestBirth) problems.push(error("birth-date-implausible", positions[6]))
  else if (options.today !== undefined && isRealDate(options.today) && birthDate > options.today) {
    problems.push(error("birth-date-in-future", positions[6]))
  }
  if (identityCheckCharacter(text) !== text.charAt(17)) problems.push(error("check-character-mismatch", positions[17]))
  return problems
}

export const identityNumberFacts = (text: string): IdentityNumberFacts => ({
  birthDate: text.slice(6, 14),
  sex: Number(text.charAt(16)) % 2 === 1 ? "male" : "female",
  regionPrefix: text.slice(0, 6)
})

import { type Checked, error, judged, type ProblemCode, refused, warning } from "./problem.js"
import { isCapital, isDigit, misfits, tidyCode } from "./tidiedCode.js"

export interface OrganizationCodeFacts {
  /** As printed, with the hyphen before the check character. */
  readonly printed: string
}

export interface OrganizationCodeOptions {
  /** A wrong check character is a warning, for the organization code inside a registered code that is itself odd. */
  readonly lenient?: boolean
}

// GB 11714 counts the whole alphabet (A = 10 … Z = 35), unlike GB 32100, which leaves five letters out
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/** The ninth character for eight of the body. GB 11714-1997. */
export const organizationCheckCharacter = (body: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(body.charAt(index)), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? "X" : String(check)
}

const judge = (character: string, index: number): ProblemCode | undefined => {
  if (isDigit(character)) return undefined
  if (!isCapital(character)) return "forbidden-character"
  return index < 8 || character === "X" ? undefined : "digit-expected"
}

/** PDY00001 to PDY99999 is set aside for users' own purposes and is never registered. GB 11714-1997. */
const isReserved = (body: string): boolean => /^PDY[0-9]{5}$/.test(body) && body !== "PDY00000"

/** An organization code: eight characters and a check character; the printed hyphen is dropped. GB 11714-1997. */
export const checkOrganizationCode = (
  input: string,
  options: OrganizationCodeOptions = {}
): Checked<OrganizationCodeFacts> => {
  const code = tidyCode(input, { drop: "hyphens" })
  if (code.problems.length > 0) return refused(...code.problems)
  if (code.text.length !== 9) return refused(error("wrong-length"))
  const wrong = misfits(code, judge)
  if (wrong.length > 0) return refused(...wrong)
  const body = code.text.slice(0, 8)
  if (isReserved(body)) return judged(code.text, [error("reserved-range")], {})
  const mismatch = organizationCheckCharacter(body) !== code.text.charAt(8)
  const severity = options.lenient === true ? warning : error
  return judged(code.text, mismatch ? [severity("check-character-mismatch", code.positions[8])] : [], {
    printed: `${body}-${code.text.charAt(8)}`
  })
}

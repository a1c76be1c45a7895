/** Everything that can be wrong with an identifier or a name; each has a sentence in `messages.ts`. */
export type ProblemCode =
  // the characters
  | "blank"
  | "too-short"
  | "too-long"
  | "wrong-length"
  | "wrong-format"
  | "not-canonical"
  | "forbidden-character"
  | "control-character"
  | "invisible-character"
  | "bidirectional-character"
  | "lone-surrogate"
  | "private-or-unassigned-character"
  | "other-script-digit"
  | "other-script"
  | "look-alike-letter"
  | "full-width-letter"
  | "digit-expected"
  | "letter-expected"
  | "letter-not-used"
  // codes and numbers
  | "check-character-mismatch"
  | "organization-code-mismatch"
  | "luhn-mismatch"
  | "reserved-range"
  | "obsolete-fifteen-digits"
  | "unknown-region"
  | "is-hmt-residence"
  | "not-hmt-residence"
  | "birth-date-in-future"
  | "birth-date-implausible"
  | "not-prc"
  | "not-a-mobile-number"
  | "unknown-kind"
  // dates
  | "date-format"
  | "not-a-real-date"
  | "no-expiry-as-start"
  | "end-not-after-start"
  | "start-in-future"
  | "expired"
  | "start-before-first-card"
  | "unusual-span"
  | "span-does-not-fit-age"
  // names
  | "no-letter"
  | "stacked-marks"
  | "misplaced-middle-dot"
  | "unbalanced-brackets"
  | "unusually-short"

export type Severity = "error" | "warning"

/** One thing that is wrong, and where: `position` counts characters (code points) of the input as typed, from 1. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly position?: number
}

/** What a check found: facts are given only for a valid value, since an unproved fact is none. */
export interface Checked<Facts> {
  /** No problem of severity error. */
  readonly valid: boolean
  /** The canonical form; "" when it cannot be made. */
  readonly normalized: string
  readonly problems: ReadonlyArray<Problem>
  readonly facts: Partial<Facts>
}

/** A number or name longer than this is not looked at, so every check is linear with a small bound. */
export const maximumInput = 1024

/** A reader is helped by the first few problems, not by a thousand. */
const maximumProblems = 8

const problem = (severity: Severity, code: ProblemCode, position?: number): Problem =>
  position === undefined ? { code, severity } : { code, severity, position }

export const error = (code: ProblemCode, position?: number): Problem => problem("error", code, position)

export const warning = (code: ProblemCode, position?: number): Problem => problem("warning", code, position)

export const judged = <Facts>(
  normalized: string,
  problems: ReadonlyArray<Problem>,
  facts: Partial<Facts>
): Checked<Facts> => {
  const valid = !problems.some(({ severity }) => severity === "error")
  return { valid, normalized, problems: problems.slice(0, maximumProblems), facts: valid ? facts : {} }
}

/** The input has no canonical form. */
export const refused = <Facts>(...problems: ReadonlyArray<Problem>): Checked<Facts> => judged<Facts>("", problems, {})

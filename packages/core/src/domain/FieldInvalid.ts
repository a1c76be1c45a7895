import type { Checked, Problem } from "../identifiers/index.js"
import { Refused } from "./Refused.js"

/**
 * A field that cannot be accepted as typed. `problem` is an identifier problem code such as `check-character-mismatch`, or
 * `missing`, `unknown-field`, `type`. Its value is not repeated, since it may be somebody's number.
 */
export class FieldInvalid extends Refused("FieldInvalid")<{ field: string; problem: string }>({
  rules: [],
  remedies: ["Refill"]
}) {}

/** A problem as `FieldInvalid` names it. */
export const problemCode = ({ code }: Problem): string => (code === "blank" ? "missing" : code)

/** The first thing that rules a value out; undefined when nothing does. */
export const fieldProblem = (checked: Checked<object>): string | undefined => {
  if (checked.valid) return undefined
  const found = checked.problems.find(({ severity }) => severity === "error")
  return found === undefined ? "wrong-format" : problemCode(found)
}

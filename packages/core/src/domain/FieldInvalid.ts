import { Refused } from "./Refused.js"

/**
 * A field that cannot be accepted as typed. `problem` is an identifier problem code such as `check-character`, or `missing`,
 * `unknown-field`, `type`. Its value is not repeated, since it may be somebody's number.
 */
export class FieldInvalid extends Refused("FieldInvalid")<{ field: string; problem: string }>({
  rules: [],
  remedies: ["Refill"]
}) {}

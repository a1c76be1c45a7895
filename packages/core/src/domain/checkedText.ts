import * as Schema from "effect/Schema"
import type { Checked, ProblemCode } from "../identifiers/problem.js"

/** The first error of a check, which is what a refused field says. */
export const firstError = <Facts>(checked: Checked<Facts>): ProblemCode | undefined =>
  checked.problems.find(({ severity }) => severity === "error")?.code

interface Noun<Name extends string, Facts> {
  readonly brand: Name
  /** What it is, and the standard that says so. */
  readonly description: string
  readonly check: (input: string) => Checked<Facts>
  /** The form that is kept; the canonical one unless said otherwise. */
  readonly kept?: (checked: Checked<Facts>) => string | undefined
}

/** Text that is tidied and checked where it comes in, and a brand from then on; the message of a refusal is its problem code. */
export const checkedText = <const Name extends string, Facts>(noun: Noun<Name, Facts>) => {
  const kept = noun.kept ?? ((checked: Checked<Facts>) => checked.normalized)
  const branded = Schema.String.pipe(
    Schema.filter((text) => {
      const checked = noun.check(text)
      return checked.valid ? kept(checked) === text || ("not-canonical" satisfies ProblemCode) : firstError(checked)
    }),
    Schema.brand(noun.brand),
    Schema.annotations({ identifier: noun.brand, description: noun.description })
  )
  return Schema.transform(Schema.String, branded, {
    strict: true,
    decode: (input) => {
      const checked = noun.check(input)
      // what is not valid goes on as typed, so that the problem found is the one of the input
      return checked.valid ? (kept(checked) ?? input) : input
    },
    encode: (text) => text
  }).annotations({ title: noun.brand, description: noun.description })
}

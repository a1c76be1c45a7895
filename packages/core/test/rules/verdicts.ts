import { Verdict } from "@single-window/core"
import * as fc from "fast-check"

const word = fc.constantFrom("name", "number", "mobile", "lost", "revoked")

/** Every verdict but the one that certifies. */
export const noVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc
    .option(fc.array(word), { nil: undefined })
    .map((fields) => Verdict.Mismatch(fields === undefined ? {} : { fields })),
  fc.constant(Verdict.NoRecord()),
  fc.constant(Verdict.MismatchOrNoRecord()),
  fc.constant(Verdict.NotSupported()),
  word.map((state) => Verdict.Unusable({ state })),
  word.map((field) => Verdict.InvalidInput({ field }))
)

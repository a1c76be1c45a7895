import { Verdict } from "@single-window/core"
import * as fc from "fast-check"

const field = fc.constantFrom("name", "number", "validFrom", "validTo", "mobile", "unifiedSocialCreditCode")

/** By tag, so that a new verdict does not compile until it can be drawn. */
const verdicts: { readonly [Tag in Verdict["_tag"]]: fc.Arbitrary<Extract<Verdict, { readonly _tag: Tag }>> } = {
  Match: fc.constant(Verdict.Match()),
  Mismatch: fc.oneof(
    fc.constant(Verdict.Mismatch({})),
    fc.uniqueArray(field, { minLength: 1, maxLength: 3 }).map((fields) => Verdict.Mismatch({ fields }))
  ),
  NoRecord: fc.constant(Verdict.NoRecord()),
  MismatchOrNoRecord: fc.constant(Verdict.MismatchOrNoRecord()),
  NotSupported: fc.constant(Verdict.NotSupported()),
  Unusable: fc.constantFrom("lost", "frozen", "revoked", "expired").map((state) => Verdict.Unusable({ state })),
  InvalidInput: field.map((name) => Verdict.InvalidInput({ field: name }))
}

/** Anything a verifier can say. */
export const verdict: fc.Arbitrary<Verdict> = fc.oneof(...Object.values<fc.Arbitrary<Verdict>>(verdicts))

/** Anything but a match. */
export const no: fc.Arbitrary<Verdict> = verdict.filter(({ _tag }) => _tag !== "Match")

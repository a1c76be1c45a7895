import { defaultPolicy, SecurityLevel } from "@single-window/core"
import { method } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { levelFor } from "../../src/rules/GrantedLevel.js"
import { policyWith } from "./answers.js"

describe("R-62: the level that a method gives", () => {
  it("is policy's, method by method", () => {
    const level = fc.constantFrom(...SecurityLevel.literals)
    fc.assert(
      fc.property(fc.tuple(level, level, level), method, ([card, representative, bank], by) => {
        const levels = { "ic-card": card, "legal-representative": representative, "bank-ukey": bank }
        expect(levelFor(by, policyWith("certification", { levels }))).toBe(levels[by])
      })
    )
  })

  it("is medium by the legal representative, in the manual's word", () => {
    expect(levelFor("legal-representative", defaultPolicy)).toBe("medium")
  })
})

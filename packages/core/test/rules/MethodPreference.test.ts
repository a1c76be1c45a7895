import { Method } from "@single-window/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { recommended } from "../../src/rules/MethodPreference.js"

describe("R-32 R-33: three methods, IC card first", () => {
  it("offers whatever somebody has the means for, once, and by IC card first", () => {
    fc.assert(
      fc.property(fc.subarray([...Method.literals], { minLength: 1 }), (means) => {
        const offered = recommended().filter((method) => means.includes(method))
        expect([...offered].sort()).toEqual([...means].sort())
        if (means.includes("ic-card")) expect(offered[0]).toBe("ic-card")
      })
    )
  })

  it("keeps the manual's order", () => {
    expect(recommended()).toEqual(["ic-card", "legal-representative", "bank-ukey"])
  })
})

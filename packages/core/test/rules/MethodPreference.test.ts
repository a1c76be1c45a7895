import { Method } from "@single-window/core"
import { describe, expect, it } from "vitest"
import { recommended } from "../../src/rules/MethodPreference.js"

describe("R-32 R-33: three methods, IC card first", () => {
  it("offers every method once", () => {
    expect([...recommended()].sort()).toEqual([...Method.literals].sort())
  })

  it("puts the IC card first", () => {
    expect(recommended()[0]).toBe("ic-card")
  })
})

import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { linesOf, simulate } from "../../src/simulate/index.js"

const options = { seed: "7", accounts: 40, days: 4, faults: "rough" } as const
const report = (seed: string) => Effect.runPromise(simulate({ ...options, seed }))

describe("a simulated population", () => {
  it("is the same for the same seed, and another for another", async () => {
    const [one, again, other] = [await report("7"), await report("7"), await report("8")]
    expect(JSON.stringify(again)).toBe(JSON.stringify(one))
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(one))
    expect(linesOf(one, "zh").length).toBeGreaterThan(5)
  })

  it("keeps every invariant under faults, and gets somewhere", async () => {
    for (const seed of ["1", "2", "3"]) {
      const lived = await report(seed)
      expect(lived).toMatchObject({ holds: true, violations: 0, daysLived: 4 })
      expect(lived.commands).toBeGreaterThan(40)
    }
  })
})

import { commandNames } from "@single-window/core"
import { Effect } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { agenda } from "../../src/simulate/Agenda.js"
import { faultNames, linesOf, type Options, places, type Report, simulate } from "../../src/simulate/index.js"
import { seeded } from "../../src/simulate/Random.js"

const small: Options = { seed: "1", accounts: 40, days: 6, faults: "rough" }
const run = (options: Partial<Options> = {}): Promise<Report> => Effect.runPromise(simulate({ ...small, ...options }))

describe("the same seed, the same bytes", () => {
  it("two runs say the same, in JSON and in both languages", async () => {
    const [first, second] = [await run(), await run()]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    for (const language of ["zh", "en"] as const) expect(linesOf(second, language)).toEqual(linesOf(first, language))
  })

  it("another seed lives another life", async () => {
    expect((await run({ seed: "2" })).outcomes).not.toEqual((await run()).outcomes)
  })

  it("chance depends on the seed and the label alone, and is evenly spread", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(20), (seed, label, draws) => {
        const one = seeded(seed)
        for (let drawn = 0; drawn < draws; drawn++) one.next()
        return one.fork(label).next() === seeded(seed).fork(label).next()
      })
    )
    const random = seeded("spread")
    const counts = Array.from({ length: 10 }, () => 0)
    for (let drawn = 0; drawn < 10_000; drawn++) counts[random.below(10)]!++
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  it("what is to come comes in the order of its time, and then in that of its being put down", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (times) => {
        const list = agenda<number>()
        for (const [index, at] of times.entries()) list.add(at, index)
        const came: Array<readonly [number, number]> = []
        for (let next = list.next(); next !== undefined; next = list.next()) came.push([next.at, next.item])
        const due = times.map((at, index) => [at, index] as const).sort(([a, i], [b, j]) => a - b || i - j)
        expect(came).toEqual(due)
      })
    )
  })
})

describe("every invariant holds", () => {
  it.each(["1", "2", "3", "4", "5"])("through rough days, seed %s", async (seed) => {
    const report = await run({ seed, accounts: 50, days: 8 })
    expect(report.found).toBeUndefined()
    expect(report).toMatchObject({ holds: true, violations: 0, daysLived: 8 })
    expect(report.commands).toBeGreaterThan(100)
  })

  it.each(faultNames)("whatever is wrong outside: %s", async (faults) => {
    expect(await run({ faults, accounts: 25, days: 4 })).toMatchObject({ holds: true, faults })
  })
})

it("a misspelt profile is no simulation without trouble", async () => {
  await expect(run({ faults: "ruff" as "rough" })).rejects.toThrow(/no fault profile ruff/)
})

describe("the report", () => {
  it("has every account in one place, and every command in one outcome", async () => {
    const report = await run()
    const standing = Object.values(report.standing).reduce((sum, count) => sum + count, 0)
    const left = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0)
    expect(Object.keys(report.standing)).toEqual([...places])
    // Administrators register and colleagues are added on the way.
    expect(standing).toBeGreaterThanOrEqual(report.accounts - left)
    const sent = Object.values(report.outcomes).flatMap(({ done, refused, unheard }) => [done, refused, unheard])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(report.commands)
    expect(report.refusals.reduce((sum, { count }) => sum + count, 0)).toBe(
      Object.values(report.outcomes).reduce((sum, { refused }) => sum + refused, 0)
    )
  })

  it("sends most of the commands there are", async () => {
    const { outcomes } = await run({ accounts: 80, days: 15, faults: "none" })
    expect(Object.keys(outcomes).length).toBeGreaterThan(commandNames.length - 6)
  })

  it("names nobody", async () => {
    const text = JSON.stringify(await run())
    expect(text).not.toMatch(/\d{6}(19|20)\d{9}[\dX]/)
    expect(text).not.toMatch(/138\d{8}/)
  })
})

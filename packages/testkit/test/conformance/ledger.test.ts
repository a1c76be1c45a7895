import { it } from "@effect/vitest"
import { Ledger, layerMemory } from "@single-window/core"
import { LedgerConformance } from "@single-window/testkit/conformance"
import { Effect, Exit, Layer } from "effect"
import { describe, expect } from "vitest"
import { broken } from "./brokenLedgers.js"

const over = (make: (ledger: Ledger["Type"]) => Ledger["Type"]) =>
  Layer.fresh(Layer.effect(Ledger, Effect.map(Ledger, make)).pipe(Layer.provide(layerMemory)))

/** The names of the tests that fail on a ledger. */
const failing = (make: (ledger: Ledger["Type"]) => Ledger["Type"]) =>
  Effect.gen(function* () {
    const names: Array<string> = []
    for (const { name, run } of LedgerConformance.cases) {
      const exit = yield* Effect.exit(Effect.provide(run, over(make)))
      if (Exit.isFailure(exit)) names.push(name)
    }
    return names
  })

describe("the ledger suite can fail", () => {
  it.live("and does not on a sound ledger", () =>
    Effect.map(
      failing((ledger) => ({ ...ledger })),
      (names) => expect(names).toEqual([])
    )
  )

  for (const { is, make, caughtBy } of broken) {
    it.live(`on one that ${is}`, () =>
      Effect.map(failing(make), (names) => expect(names).toEqual(expect.arrayContaining([...caughtBy])))
    )
  }

  it.live("on one that forgets when it is closed", () =>
    Effect.gen(function* () {
      expect(Exit.isFailure(yield* Effect.exit(LedgerConformance.keepsEverything(layerMemory)))).toBe(true)
      const kept = yield* Effect.provide(Ledger, layerMemory)
      yield* LedgerConformance.keepsEverything(Layer.sync(Ledger, () => kept))
    })
  )

  it("has a broken ledger for most of its tests", () => {
    const named = new Set(broken.flatMap(({ caughtBy }) => caughtBy))
    const names = LedgerConformance.cases.map(({ name }) => name)
    expect([...named].filter((name) => !names.some((known) => known === name))).toEqual([])
    expect(named.size).toBeGreaterThan(20)
  })
})

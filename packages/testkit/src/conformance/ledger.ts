import { describe, it } from "@effect/vitest"
import { CommitOutcome, Ledger } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { expect } from "vitest"
import type { Case } from "./Case.js"
import { claims } from "./ledger/claims.js"
import { concurrency } from "./ledger/concurrency.js"
import { reading } from "./ledger/reading.js"
import { append, commitOf, keyed } from "./ledger/rows.js"
import { versions } from "./ledger/versions.js"

/** What every ledger must and must not do, each on a new, empty ledger. */
export const cases: ReadonlyArray<Case<Ledger>> = [...versions, ...claims, ...reading, ...concurrency]

const everything = Effect.gen(function* () {
  const ledger = yield* Ledger
  return {
    heads: Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.heads)),
    claims: Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.claims)),
    journal: Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.journal(0))),
    answered: yield* ledger.answered("key"),
    meta: yield* ledger.meta("fact")
  }
})

/** For ledgers that outlive their process. `opened` opens the same ledger, at first empty, each time it is built. */
export const keepsEverything = <E>(opened: Layer.Layer<Ledger, E>): Effect.Effect<void, unknown> =>
  Effect.gen(function* () {
    const written = yield* Effect.provide(
      Effect.gen(function* () {
        const ledger = yield* Ledger
        yield* ledger.commit([keyed("key", append("a", { events: 2, claim: ["one", "two"] })), commitOf(append("b"))])
        yield* ledger.commit([commitOf(append("a", { expected: 2, release: ["one"] }))])
        yield* ledger.keepMeta("fact", "value")
        return yield* everything
      }),
      Layer.fresh(opened)
    )
    expect([written.heads.length, written.claims.length, written.journal.length]).toEqual([2, 1, 4])
    expect(yield* Effect.provide(everything, Layer.fresh(opened))).toEqual(written)
    const next = yield* Effect.provide(
      Effect.gen(function* () {
        const ledger = yield* Ledger
        const outcomes = yield* ledger.commit([
          commitOf(append("a", { expected: 2 })),
          commitOf(append("a", { expected: 3 }))
        ])
        return { outcomes, journal: Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.journal(0))) }
      }),
      Layer.fresh(opened)
    )
    expect(next.outcomes).toEqual([CommitOutcome.Conflict({ stream: "a" }), CommitOutcome.Committed()])
    expect(next.journal.slice(0, 4)).toEqual(written.journal)
    expect(next.journal).toHaveLength(5)
  })

export const KEEPS_EVERYTHING = "MUST keep everything when it is closed and opened again"

/**
 * The conformance suite of the `Ledger` port. `layer` gives a new, empty ledger each time it is built; a ledger that outlives
 * its process also gives `place`: somewhere new, and a layer that opens what is there.
 */
export const suite = <E, E2 = never>(
  name: string,
  layer: Layer.Layer<Ledger, E>,
  place?: Effect.Effect<Layer.Layer<Ledger, E2>, never, Scope.Scope>
): void =>
  void describe(`Ledger conformance: ${name}`, () => {
    for (const { name, run } of cases) it.live(name, () => Effect.provide(run, Layer.fresh(layer)))
    if (place !== undefined) it.scopedLive(KEEPS_EVERYTHING, () => Effect.flatMap(place, keepsEverything))
  })

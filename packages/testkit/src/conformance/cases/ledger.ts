import { CommitOutcome, Ledger } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Case } from "./Case.js"
import { given } from "./given.js"
import { claims } from "./ledger/claims.js"
import { concurrency } from "./ledger/concurrency.js"
import { reading } from "./ledger/reading.js"
import { append, commitOf, keyed } from "./ledger/rows.js"
import { versions } from "./ledger/versions.js"
import { same } from "./Violation.js"

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
    yield* same([written.heads.length, written.claims.length, written.journal.length], [2, 1, 4])
    yield* same(yield* Effect.provide(everything, Layer.fresh(opened)), written)
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
    yield* same(next.outcomes, [CommitOutcome.Conflict({ stream: "a" }), CommitOutcome.Committed()])
    yield* same(next.journal.slice(0, 4), written.journal)
    yield* same(next.journal.length, 5)
  })

export const KEEPS_EVERYTHING = "MUST keep everything when it is closed and opened again"

export interface Samples {
  /** For ledgers that outlive their process: somewhere new, and a layer that opens what is there. */
  readonly place?: Effect.Effect<Layer.Layer<Ledger, unknown>, unknown, Scope.Scope>
}

/** The cases, and for ledgers that outlive their process the one about that. */
export const casesWith = ({ place }: Samples): ReadonlyArray<Case<Ledger>> => [
  ...cases,
  ...given(place, (somewhere) => [
    { name: KEEPS_EVERYTHING, run: Effect.scoped(Effect.flatMap(somewhere, keepsEverything)) }
  ])
]

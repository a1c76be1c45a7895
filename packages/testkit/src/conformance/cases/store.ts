import { type Ledger, Store, StoreUnavailable, type Vault } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import type { Case } from "./Case.js"
import { given } from "./given.js"
import { accountId, history } from "./store/accounts.js"
import { journal } from "./store/journal.js"
import { keeping } from "./store/keeping.js"
import { same } from "./Violation.js"

/** What core's store must and must not do on every ledger and vault, each on a new, empty ledger. */
export const cases: ReadonlyArray<Case<Store | Ledger | Vault>> = [...keeping, ...journal]

export interface Parts<E, E2> {
  /** A new, empty ledger each time it is built. */
  readonly ledger: Layer.Layer<Ledger, E>
  readonly vault: Layer.Layer<Vault, E2>
  /** The same kind of vault on another master key. */
  readonly otherVault: Layer.Layer<Vault, E2>
}

/** A store that has begun with one key does not start with another. */
export const refusesAnotherKey = <E, E2>({ ledger, vault, otherVault }: Parts<E, E2>): Effect.Effect<void, unknown> =>
  Effect.gen(function* () {
    const open = (key: Layer.Layer<Vault, E2>) =>
      Effect.provide(
        Effect.flatMap(Store, (store) => store.load(accountId(1))),
        Store.layer.pipe(Layer.provide(key))
      )
    yield* Effect.provide(history(1, 2), Store.layer.pipe(Layer.provide(vault)))
    const refusal = new StoreUnavailable({ reason: "the key is not the one this store was written with" })
    yield* same(yield* Effect.either(open(otherVault)), Either.left(refusal))
    yield* same((yield* open(vault))?.version, 2)
  }).pipe(Effect.provide(Layer.fresh(ledger)))

export const REFUSES_ANOTHER_KEY = "MUST NOT start on another key than it began with"

export interface Samples {
  /** The same kind of vault on another master key. */
  readonly otherVault?: Layer.Layer<Vault, unknown>
}

/** The ledger and the vault that the other cases run on, as layers. */
const atHand = Effect.map(Effect.context<Ledger | Vault>(), (context) => Layer.succeedContext(context))

/** The cases, and where there is another vault the one about that. */
export const casesWith = ({ otherVault }: Samples): ReadonlyArray<Case<Store | Ledger | Vault>> => [
  ...cases,
  ...given(otherVault, (other) => [
    {
      name: REFUSES_ANOTHER_KEY,
      run: Effect.flatMap(atHand, (parts) => refusesAnotherKey({ ledger: parts, vault: parts, otherVault: other }))
    }
  ])
]

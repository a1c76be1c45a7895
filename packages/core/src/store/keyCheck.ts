import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Vault } from "../ports/Vault.js"
import { type Ledger, StoreUnavailable } from "./Ledger.js"

const PLACE = "key-check"
const TEXT = "single-window"

/** A known text, sealed, and a known fingerprint: together they show that wrapping and hashing use the same master key as before. */
const KeyCheck = Schema.parseJson(
  Schema.Struct({ dataKey: Schema.String, sealed: Schema.String, fingerprint: Schema.String })
)

const fails = (reason: string) => () => new StoreUnavailable({ reason })

/**
 * Holds the vault against the store: a new store notes the key it begins with, any other must have been written with it.
 * Without this a wrong key would start, find nobody by name and let every unique key be taken a second time.
 */
export const checkKey = (
  ledger: Context.Tag.Service<Ledger>,
  vault: Context.Tag.Service<Vault>
): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const stored = (yield* ledger.meta(PLACE)) ?? (yield* note(ledger, vault))
    const check = yield* Effect.mapError(
      Schema.decode(KeyCheck)(stored),
      fails("the check value of the store's key is damaged")
    )
    const opened = yield* Effect.option(vault.open(check.dataKey, PLACE, check.sealed))
    const right = opened._tag === "Some" && opened.value === TEXT && check.fingerprint === vault.fingerprint(PLACE)
    if (!right) return yield* Effect.fail(fails("the key is not the one this store was written with")())
  })

const note = (ledger: Context.Tag.Service<Ledger>, vault: Context.Tag.Service<Vault>) =>
  Effect.gen(function* () {
    const [anybody] = yield* ledger.find({ limit: 1, includeDeleted: true })
    if (anybody !== undefined) {
      // Read again: another process may have begun the store between our two questions.
      const stored = yield* ledger.meta(PLACE)
      return stored ?? (yield* Effect.fail(fails("the store has lost the check value of its key")()))
    }
    const dataKey = yield* Effect.mapError(vault.createKey, fails("vault"))
    const sealed = yield* Effect.mapError(vault.seal(dataKey, PLACE, TEXT), fails("vault"))
    const check = { dataKey, sealed, fingerprint: vault.fingerprint(PLACE) }
    return yield* ledger.keepMeta(PLACE, JSON.stringify(check))
  })

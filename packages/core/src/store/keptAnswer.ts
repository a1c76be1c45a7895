import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Vault } from "../ports/Vault.js"
import { type Ledger, StoreUnavailable } from "./Ledger.js"
import type { Loaded } from "./Store.js"

type VaultService = Context.Tag.Service<Vault>

const unreachable = (reason: string) => () => new StoreUnavailable({ reason })

const decodeKept = Schema.decodeUnknown(Schema.parseJson(Schema.Tuple(Schema.String, Schema.String)))

const placeOf = (key: string) => `answer|${key}`

/** What a command answered under its key, sealed for an account. */
export const sealAnswer = (vault: VaultService, { account, dataKey }: Loaded, key: string, answer: string) =>
  vault.seal(dataKey, placeOf(key), answer).pipe(
    Effect.mapError(unreachable("vault")),
    // The account is named and its key is not kept a second time: throwing the key away erases the answer as well.
    Effect.map((sealed) => JSON.stringify([account.id, sealed]))
  )

export const openAnswer = (
  vault: VaultService,
  ledger: Context.Tag.Service<Ledger>,
  key: string,
  stored: { readonly request: string; readonly answer: string }
) =>
  Effect.gen(function* () {
    const [stream, sealed] = yield* Effect.mapError(
      decodeKept(stored.answer),
      unreachable("kept answer of an unknown form")
    )
    const head = yield* ledger.head(stream)
    if (head === undefined) return yield* Effect.fail(unreachable("kept answer of an account that is not there")())
    const answer = yield* Effect.mapError(vault.open(head.dataKey, placeOf(key), sealed), unreachable("vault"))
    return { request: stored.request, answer }
  })

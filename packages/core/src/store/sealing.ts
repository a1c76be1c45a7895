import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Account, isCertified, levelOf } from "../domain/Account.js"
import { documentKey } from "../domain/documentKey.js"
import { scopeOf } from "../domain/Enterprise.js"
import { AccountEvent } from "../flows/AccountEvent.js"
import { usernameKey } from "../identifiers/index.js"
import type { Vault } from "../ports/Vault.js"
import { type EventRow, type HeadRow, StoreUnavailable } from "./Ledger.js"

type VaultService = Context.Tag.Service<Vault>

const unreachable = (reason: string) => () => new StoreUnavailable({ reason })

/** Bound to stream and version, so that a sealed text moved to another row does not open. */
const place = (what: "event" | "state", stream: string, version: number) => `${what}|${stream}|${version}`

/**
 * A journal entry's sealed part. The reason is sealed, for a person wrote it and may have named somebody; time and actor are
 * sealed a second time, so that who can write to the file but has no key cannot put an entry down to somebody else.
 */
const Body = Schema.Struct({
  event: AccountEvent,
  reason: Schema.optional(Schema.String),
  at: Schema.Number,
  actor: Schema.String
})
type Body = typeof Body.Type

const decodeBody = Schema.decodeUnknown(Schema.parseJson(Body))
const decodeAccount = Schema.decodeUnknown(Schema.parseJson(Account))

export const sealBody = (vault: VaultService, key: string, stream: string, version: number, body: Body) =>
  vault.seal(key, place("event", stream, version), JSON.stringify(body)).pipe(Effect.mapError(unreachable("vault")))

export const openBody = (vault: VaultService, key: string, row: EventRow) =>
  vault.open(key, place("event", row.stream, row.version), row.body).pipe(
    Effect.mapError(unreachable("vault")),
    Effect.flatMap((text) => Effect.mapError(decodeBody(text), unreachable("journal entry of an unknown form"))),
    Effect.filterOrFail(
      ({ event, at, actor }) => event._tag === row.tag && at === row.at && actor === row.actor,
      unreachable("a journal entry does not agree with what is sealed in it")
    )
  )

export const openState = (vault: VaultService, head: HeadRow) =>
  vault.open(head.dataKey, place("state", head.stream, head.version), head.state).pipe(
    Effect.mapError(unreachable("vault")),
    Effect.flatMap((text) => Effect.mapError(decodeAccount(text), unreachable("account of an unknown form")))
  )

export const scopeFingerprint = (vault: VaultService, scope: string) => vault.fingerprint(`scope|${scope}`)
export const documentFingerprint = (vault: VaultService, key: string) => vault.fingerprint(`document|${key}`)

const certificationColumn = (account: Account): string => {
  if (isCertified(account)) return "certified"
  if (account.journey !== undefined) return "under-way"
  return account.certification.voidedBecause === undefined ? "uncertified" : "voided"
}

/** The row that lists read: plain where it must be sorted or filtered by, sealed where it is about a person. */
export const headOf = (
  vault: VaultService,
  account: Account,
  at: { readonly version: number; readonly hash: string; readonly dataKey: string; readonly now: number }
) =>
  Effect.gen(function* () {
    const scope = scopeOf(account.enterprise)
    const state = yield* vault
      .seal(at.dataKey, place("state", account.id, at.version), JSON.stringify(account))
      .pipe(Effect.mapError(unreachable("vault")))
    const row: HeadRow = {
      stream: account.id,
      version: at.version,
      hash: at.hash,
      dataKey: at.dataKey,
      state,
      username: account.username,
      usernameKey: usernameKey(account.username),
      scope: scope === undefined ? "" : scopeFingerprint(vault, scope),
      document:
        account.holder.document.number === "" ? "" : documentFingerprint(vault, documentKey(account.holder.document)),
      role: account.role,
      origin: account.origin,
      source: account.source ?? "",
      level: levelOf(account),
      certification: certificationColumn(account),
      deleted: account.deleted,
      createdAt: account.createdAt,
      updatedAt: at.now
    }
    return row
  })

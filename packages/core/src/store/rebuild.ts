import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { Account } from "../domain/Account.js"
import { evolve } from "../flows/AccountLife.js"
import type { Vault } from "../ports/Vault.js"
import { claimKey, claimsOf } from "./Claims.js"
import type { HeadRow, Ledger, StoreUnavailable } from "./Ledger.js"
import { headOf, openBody, openState } from "./sealing.js"

export interface RebuildReport {
  readonly accounts: number
  readonly events: number
  /** Whether every account and every claim is what the journal alone leads to. */
  readonly equal: boolean
  /** Streams that differ, and claims that should be there and are not, or the other way round. */
  readonly differing: ReadonlyArray<{ readonly stream: string; readonly what: "state" | "row" | "claims" | "events" }>
}

const same = Schema.equivalence(Account)
/** Through JSON and back, as a stored account goes, so that an absent field and an undefined one are alike. */
const settled = (account: Account): Account => Schema.decodeSync(Schema.parseJson(Account))(JSON.stringify(account))

/** Builds every account again from its journal alone and holds it, and its claims, against what is stored. */
export const rebuild = (
  ledger: Context.Tag.Service<Ledger>,
  vault: Context.Tag.Service<Vault>
): Effect.Effect<RebuildReport, StoreUnavailable> =>
  Effect.gen(function* () {
    const held = new Map<string, Set<string>>()
    yield* Stream.runForEach(ledger.claims, ({ claim, owner }) =>
      Effect.sync(() => held.set(owner, (held.get(owner) ?? new Set()).add(claim)))
    )
    const differing: Array<RebuildReport["differing"][number]> = []
    let accounts = 0
    let events = 0
    const one = (head: HeadRow) =>
      Effect.gen(function* () {
        accounts++
        const rows = yield* ledger.events(head.stream)
        events += rows.length
        let account: Account | undefined
        for (const row of rows) {
          const { event } = yield* openBody(vault, head.dataKey, row)
          account = evolve(account, event, row.at)
        }
        const claims = held.get(head.stream) ?? new Set<string>()
        held.delete(head.stream)
        if (account === undefined) {
          differing.push({ stream: head.stream, what: "events" })
          return
        }
        if (!same(settled(account), yield* openState(vault, head)))
          differing.push({ stream: head.stream, what: "state" })
        const { version, hash, dataKey, updatedAt } = head
        const row = yield* headOf(vault, account, { version, hash, dataKey, now: updatedAt })
        if (JSON.stringify({ ...row, state: "" }) !== JSON.stringify({ ...row, ...head, state: "" })) {
          differing.push({ stream: head.stream, what: "row" })
        }
        const due = new Set(claimsOf(account).map((claim) => claimKey(claim, vault.fingerprint)))
        const equal = due.size === claims.size && [...due].every((claim) => claims.has(claim))
        if (!equal) differing.push({ stream: head.stream, what: "claims" })
      })
    yield* Stream.runForEach(ledger.heads, one)
    for (const stream of held.keys()) differing.push({ stream, what: "claims" })
    return { accounts, events, equal: differing.length === 0, differing }
  })

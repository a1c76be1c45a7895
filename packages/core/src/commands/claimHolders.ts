import * as Effect from "effect/Effect"
import type { AssessedRow } from "../flows/migration/index.js"
import type { Claim } from "../store/Claims.js"
import type { StoreUnavailable } from "../store/Ledger.js"
import { type ClaimHolder, type ClaimLookup, claimsOfRow } from "../store/Screening.js"
import { Store } from "../store/Store.js"

const keyOf = (claim: Claim) => JSON.stringify([claim.kind, ...claim.parts])

/** Who holds, in the store, the keys that storing a row would take. */
export const claimHolders = (row: AssessedRow): Effect.Effect<ClaimLookup, StoreUnavailable, Store> =>
  Effect.gen(function* () {
    const store = yield* Store
    const holders = new Map<string, ClaimHolder>()
    for (const claim of claimsOfRow(row)) {
      const owner = yield* store.claimOwner(claim)
      const holder = owner === undefined ? undefined : yield* store.load(owner)
      if (holder === undefined) continue
      const { id, username, source } = holder.account
      holders.set(keyOf(claim), { account: id, username, ...(source === undefined ? {} : { source }) })
    }
    return (claim) => holders.get(keyOf(claim))
  })

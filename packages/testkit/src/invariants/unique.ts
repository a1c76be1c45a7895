import { type Account, claimKey, claimsOf, documentKey, scopeOf } from "@single-window/core"
import { usernameKey } from "@single-window/core/identifiers"
import type { InvariantId } from "./Invariant.js"

/** The keys under which only one live account may be found. */
export interface Keys {
  readonly held: ReadonlyArray<readonly [invariant: InvariantId, what: string, key: string]>
  /** The claims that the store must keep for it. */
  readonly claims: ReadonlySet<string>
}

export const keysOf = (account: Account, fingerprint: (text: string) => string): Keys => {
  const claims = new Set(claimsOf(account).map((claim) => claimKey(claim, fingerprint)))
  if (account.deleted) return { held: [], claims }
  const scope = scopeOf(account.enterprise)
  const { document } = account.holder
  const held: Array<Keys["held"][number]> = [["I-12", "username-held-twice", `name|${usernameKey(account.username)}`]]
  if (scope !== undefined && document.number !== "")
    held.push(["I-1", "document-held-twice", `document|${scope}|${documentKey(document)}`])
  if (scope !== undefined && account.role === "administrator")
    held.push(["I-12", "seat-held-twice", `administrator|${scope}`])
  if (account.cardBinding.state === "bound")
    held.push(["I-12", "card-held-twice", `card|${account.cardBinding.cardNumber}`])
  return { held, claims }
}

export interface Clash {
  readonly invariant: InvariantId
  readonly what: string
  readonly account: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Accounts that hold what another holds, in the order in which they come. */
export const heldTwice = (accounts: ReadonlyMap<string, Keys>): ReadonlyArray<Clash> => {
  const owners = new Map<string, string>()
  const clashes: Array<Clash> = []
  for (const [id, { held }] of accounts) {
    for (const [invariant, what, key] of held) {
      const owner = owners.get(key)
      if (owner === undefined) owners.set(key, id)
      else clashes.push({ invariant, what, account: id, facts: { other: owner } })
    }
  }
  return clashes
}

/** A claim's plain part: which kind it is. */
const kindOf = (claim: string): string => claim.slice(0, claim.indexOf(":"))

/** Claims that are not kept for whom they are due, or kept for whom they are not. */
export const claimsAstray = (
  accounts: ReadonlyMap<string, Keys>,
  kept: ReadonlyMap<string, string>
): ReadonlyArray<Clash> => {
  const clash = (what: string, account: string, claim: string): Clash => ({
    invariant: kindOf(claim) === "document" ? "I-1" : "I-12",
    what,
    account,
    facts: { kind: kindOf(claim) }
  })
  const clashes: Array<Clash> = []
  let due = 0
  for (const [id, { claims }] of accounts) {
    due += claims.size
    for (const claim of claims) if (kept.get(claim) !== id) clashes.push(clash("key-not-held", id, claim))
  }
  if (due === kept.size) return clashes
  for (const [claim, owner] of kept)
    if (accounts.get(owner)?.claims.has(claim) !== true) clashes.push(clash("key-held-for-nothing", owner, claim))
  return clashes
}

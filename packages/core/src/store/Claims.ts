import type { Account } from "../domain/Account.js"
import { scopeOf } from "../domain/Enterprise.js"
import { usernameKey } from "../identifiers/index.js"
import { DocumentUniqueness } from "../rules/index.js"

/** What can be held by one account only. */
export type ClaimKind = "username" | "document" | "card" | "administrator" | "migrated-name"

export interface Claim {
  readonly kind: ClaimKind
  /** What the key is made of; hashed before it is stored. */
  readonly parts: ReadonlyArray<string>
}

export const documentClaim = ({ scope, document }: DocumentUniqueness.Held): Claim => ({
  kind: "document",
  parts: [scope, document]
})

export const migratedNameClaim = (username: string): Claim => ({
  kind: "migrated-name",
  parts: [usernameKey(username)]
})
export const administratorClaim = (scope: string): Claim => ({ kind: "administrator", parts: [scope] })
export const usernameClaim = (username: string): Claim => ({ kind: "username", parts: [usernameKey(username)] })

/**
 * The unique keys that an account's state holds (R-24, R-47, R-71, R-78). A store keeps each key once, so two racing
 * commits can never both win; an edit of the enterprise moves the account's document into another enterprise's scope and
 * can lose a claim as well. A migrated name stays reserved after deletion, everything else is let go.
 */
export const claimsOf = (account: Account): ReadonlyArray<Claim> => {
  const claims: Array<Claim> = []
  if (account.origin === "migrated") claims.push(migratedNameClaim(account.username))
  if (!account.deleted) claims.push(usernameClaim(account.username))
  const document = DocumentUniqueness.heldBy(account)
  if (document !== undefined) claims.push(documentClaim(document))
  if (account.deleted) return claims
  const scope = scopeOf(account.enterprise)
  if (scope !== undefined && account.role === "administrator") claims.push(administratorClaim(scope))
  if (account.cardBinding.state === "bound") claims.push({ kind: "card", parts: [account.cardBinding.cardNumber] })
  return claims
}

/** The stored form: the kind in plain, the rest as a keyed hash, with lengths so that no two lists of parts run together. */
export const claimKey = (claim: Claim, fingerprint: (text: string) => string): string =>
  `${claim.kind}:${fingerprint(`${claim.kind}|${claim.parts.map((part) => `${part.length}:${part}`).join("|")}`)}`

export const claimKindOf = (key: string): ClaimKind => key.slice(0, key.indexOf(":")) as ClaimKind

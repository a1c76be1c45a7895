import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { AccountId } from "../domain/Account.js"
import { scopeOf } from "../domain/Enterprise.js"
import type { Policy } from "../domain/Policy.js"
import { Entropy } from "../ports/Entropy.js"
import { PasswordHasher } from "../ports/PasswordHasher.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { UsernameFormat } from "../rules/index.js"
import { migratedNameClaim } from "../store/Claims.js"
import { Store } from "../store/Store.js"

export const newAccountId = Effect.flatMap(Entropy, (entropy) =>
  Effect.map(entropy.token(10), (token) => AccountId.make(`acct-${token}`))
)

/** Which enterprise a migrated name is kept for, wherever the account that brought it belongs now; undefined when nobody brought it. */
const reservationOf = (username: string) =>
  Effect.gen(function* () {
    const store = yield* Store
    const owner = yield* store.claimOwner(migratedNameClaim(username))
    const first = owner === undefined ? undefined : yield* store.load(owner)
    return first === undefined
      ? { reservedFor: undefined, exactName: undefined }
      : { reservedFor: scopeOf(first.account.enterprise) ?? "", exactName: first.account.username }
  })

/** A name that an account of this enterprise had may meanwhile have been migrated to another one, and is that one's then. */
export const notReservedElsewhere = (username: string, scope: string | undefined) =>
  Effect.filterOrFail(
    reservationOf(username),
    ({ reservedFor }) => reservedFor === undefined || reservedFor === scope,
    () => new UsernameFormat.UsernameReserved()
  )

/** A user name for a new account of the enterprise `scope`: a migrated name only for its own enterprise, any other by the format. */
export const usernameFor = (username: string, scope: string | undefined) =>
  Effect.flatMap(reservationOf(username), (ledger) => UsernameFormat.check(username, ledger, scope))

const MINUTE = 60_000

/** eight eights, dead if nobody changes it in time. */
export const initialPassword = (now: number, policy: Policy) =>
  Effect.gen(function* () {
    const hasher = yield* PasswordHasher
    const passwordHash = yield* hasher
      .hash(Redacted.make(policy.password.initial))
      .pipe(Effect.mapError(verifierUnavailable))
    return { passwordHash, passwordExpiresAt: now + policy.password.initialValidMinutes * MINUTE }
  })

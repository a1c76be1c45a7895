import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { NotFound, NotPermitted, type Party, type Permission, type Reach } from "./commands/Permission.js"
import type { Account } from "./domain/Account.js"
import { Actor } from "./domain/Actor.js"
import { scopeOf, scopeOfOrganizationCode } from "./domain/Enterprise.js"
import { FieldInvalid } from "./domain/FieldInvalid.js"
import { AdministratorRequired, OperatorManagement } from "./rules/index.js"
import { administratorClaim } from "./store/Claims.js"
import { type Loaded, Store } from "./store/Store.js"

/** Who the actor is at this moment, with its own account where it has one. */
export interface Present {
  readonly actor: Actor
  readonly party: Party
  readonly own: Loaded | undefined
}

/** A session that a card opened ends with the card's binding: unbound, voided, or another card in its place. */
const stillBound = (actor: Extract<Actor, { readonly _tag: "AccountHolder" }>, { cardBinding }: Account): boolean =>
  actor.entrance === "password" || (cardBinding.state === "bound" && cardBinding.cardNumber === actor.cardNumber)

/** A session outlives nothing that ended it: deletion, a password change or a reset (the epoch). */
export const presentAs = (actor: Actor) =>
  Effect.gen(function* () {
    switch (actor._tag) {
      case "Anonymous":
        return { actor, party: "anonymous", own: undefined } satisfies Present
      case "LegalPersonCard":
        return { actor, party: "legal-person-card", own: undefined } satisfies Present
      case "Staff":
        return { actor, party: actor.role, own: undefined } satisfies Present
      case "System":
        return { actor, party: "system", own: undefined } satisfies Present
      case "AccountHolder": {
        const own = yield* (yield* Store).load(actor.account as Account["id"])
        const ended = own === undefined || own.account.deleted || own.account.logIn.epoch !== actor.epoch
        if (ended || !stillBound(actor, own.account)) {
          return yield* Effect.fail(new NotPermitted())
        }
        return { actor, party: own.account.role, own } satisfies Present
      }
    }
  })

/** Whether a session was opened with the legal-person card of the enterprise that the account belongs to now. */
const cameByLegalPersonCard = ({ actor, own }: Present): boolean =>
  actor._tag === "AccountHolder" &&
  actor.entrance === "legal-person" &&
  actor.organizationCode !== undefined &&
  own !== undefined &&
  scopeOf(own.account.enterprise) === scopeOfOrganizationCode(actor.organizationCode)

/** How far the table lets this actor reach. Operators are managed by user name, or by a card of the very enterprise. */
export const reachOf = (
  present: Present,
  may: Permission
): Either.Either<Reach, NotPermitted | OperatorManagement.OperatorCardCannotManage> => {
  const { actor, party } = present
  const table = may[party] === "no" ? Either.left(new NotPermitted()) : Either.right(may[party])
  if (may["legal-person-card"] !== "enterprise" || actor._tag !== "AccountHolder") return table
  return Either.flatMap(OperatorManagement.mayManage(actor.entrance), (entrance) => {
    if (entrance === "password") return table
    return cameByLegalPersonCard(present) ? Either.right(may["legal-person-card"]) : Either.left(new NotPermitted())
  })
}

/** Staff act on somebody's request or suspicion: why is kept with every event. */
export const reasonOf = (
  { actor }: Present,
  reason: string | undefined
): Either.Either<string | undefined, FieldInvalid> => {
  const given = reason?.trim() ?? ""
  if (given !== "") return Either.right(given)
  return actor._tag === "Staff"
    ? Either.left(new FieldInvalid({ field: "reason", problem: "missing" }))
    : Either.right(undefined)
}

/** The account a command is about: the actor's own, or the one that staff name. Others' are answered like none. */
export const subjectOf = (present: Present, reach: Reach, username: string | undefined) =>
  Effect.gen(function* () {
    if (reach === "own") {
      const own = present.own
      if (own === undefined) return yield* Effect.fail(new NotPermitted())
      const other = username !== undefined && username.trim().toLowerCase() !== own.account.username.toLowerCase()
      return other ? yield* Effect.fail(new NotFound()) : own
    }
    if (username === undefined || username.trim() === "") {
      return yield* Effect.fail(new FieldInvalid({ field: "account", problem: "missing" }))
    }
    return (yield* (yield* Store).byUsername(username.trim())) ?? (yield* Effect.fail(new NotFound()))
  })

/** The administrator for whom operators are managed: the actor, or the one registered for the card's enterprise. */
export const administratorOf = (present: Present) =>
  Effect.gen(function* () {
    const { actor, own } = present
    if (own !== undefined && own.account.role === "administrator") return own.account
    const scope =
      actor._tag === "LegalPersonCard"
        ? scopeOfOrganizationCode(actor.organizationCode)
        : own === undefined
          ? undefined
          : scopeOf(own.account.enterprise)
    const store = yield* Store
    const seat = scope === undefined ? undefined : yield* store.claimOwner(administratorClaim(scope))
    const holder = seat === undefined ? undefined : yield* store.load(seat)
    return yield* AdministratorRequired.check(holder?.account)
  })

/** The account that an outside system asserts for somebody it has logged in itself. */
export const actorOf = (account: Account): Actor =>
  Actor.AccountHolder({ account: account.id, epoch: account.logIn.epoch, entrance: "password" })

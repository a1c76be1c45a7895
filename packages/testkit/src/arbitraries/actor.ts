import { Actor, type ActorKind, CardKind, StaffRole } from "@single-window/core"
import * as fc from "fast-check"
import { accountId } from "./account.js"
import { organizationCode } from "./organizationCode.js"

const cardNumber = fc.integer({ min: 0, max: 9_999_999 }).map((number) => `JJ9999${String(number).padStart(7, "0")}`)
const name = fc.constantFrom("wang", "li", "migration", "patrol")

/** By tag, so that a new actor does not compile until it can be drawn. */
const actors: { readonly [Tag in ActorKind]: fc.Arbitrary<Extract<Actor, { readonly _tag: Tag }>> } = {
  Anonymous: fc.constant(Actor.Anonymous()),
  AccountHolder: fc.oneof(
    fc
      .record({ account: accountId, epoch: fc.nat(20) })
      .map((session) => Actor.AccountHolder({ ...session, entrance: "password" })),
    fc
      .record({
        account: accountId,
        epoch: fc.nat(20),
        entrance: fc.constantFrom(...CardKind.literals),
        organizationCode
      })
      .map((session) => Actor.AccountHolder(session))
  ),
  LegalPersonCard: fc.record({ cardNumber, organizationCode }).map((card) => Actor.LegalPersonCard(card)),
  Staff: fc.record({ name, role: fc.constantFrom(...StaffRole.literals) }).map((staff) => Actor.Staff(staff)),
  System: name.map((job) => Actor.System({ name: job }))
}

/** Anybody who can act, the card saying its enterprise where it opened the session. */
export const actor: fc.Arbitrary<Actor> = fc.oneof(...Object.values<fc.Arbitrary<Actor>>(actors))

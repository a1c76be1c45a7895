import * as Data from "effect/Data"
import * as Schema from "effect/Schema"
import { CardKind } from "./Card.js"

/** Back-office roles: a viewer reads masked data, a clerk also edits on request, a supervisor also corrects, unlocks, reveals. */
export const StaffRole = Schema.Literal("viewer", "clerk", "supervisor")
export type StaffRole = typeof StaffRole.Type

/** How an account holder came in. A card says its kind, since R-73 treats kinds differently. */
export const Entrance = Schema.Union(Schema.Literal("password"), CardKind)
export type Entrance = typeof Entrance.Type

/** Who acts. The front door decides by one table what each of them may do. */
export type Actor = Data.TaggedEnum<{
  /** Nobody has logged in. */
  Anonymous: {}
  /** `epoch` is the account's at log-in: a password change, a reset or a deletion raises it and ends the session. */
  AccountHolder: {
    readonly account: string
    readonly epoch: number
    readonly entrance: Entrance
    /** The organization code of the card that opened the session: it manages that enterprise and no other. */
    readonly organizationCode?: string
    /** That card's number: the session ends when the account is no longer bound to it. */
    readonly cardNumber?: string
  }
  /** A log-in with a legal-person card that is bound to no account (R-73). */
  LegalPersonCard: { readonly cardNumber: string; readonly organizationCode: string }
  Staff: { readonly name: string; readonly role: StaffRole }
  /** The embedding host's own jobs. */
  System: { readonly name: string }
}>
export const Actor = Data.taggedEnum<Actor>()
export type ActorKind = Actor["_tag"]

/** The actor as the journal names it: no personal data, only identifiers. */
export const actorLabel: (actor: Actor) => string = Actor.$match({
  Anonymous: () => "anonymous",
  AccountHolder: ({ account, entrance }) =>
    `account:${account}${entrance === "password" ? "" : ` by ${entrance} card`}`,
  LegalPersonCard: ({ cardNumber }) => `card:…${cardNumber.slice(-4)}`,
  Staff: ({ name, role }) => `staff:${name}/${role}`,
  System: ({ name }) => `system:${name}`
})

import type { Envelope } from "@single-window/core"
import { type FormState, form, type Items, valueOf, withFocus } from "../../form/Form.js"
import { isStaff, type Session } from "../../terminal/Session.js"

/** A screen about one account: its holder's own, or the one that staff act for, with the reason that is kept. */
export interface AccountRoute {
  readonly account?: string
  readonly reason?: string
}

export type ActingName = "account" | "reason" | "go"

export const actingItems: Items<ActingName> = [
  { kind: "text", name: "account", most: 64 },
  { kind: "text", name: "reason", most: 200 },
  { kind: "button", name: "go" }
]

export type ActingState = FormState<ActingName>

/** The form with what is known already, on the first thing that is not. */
export const actingForm = ({ account = "", reason = "" }: AccountRoute): ActingState => {
  const blank = form(actingItems, { account, reason })
  return account === "" ? blank : withFocus(blank, "reason")
}

/** Whether it must be asked first for whom and why; asked once, for the screens behind are given both. */
export const mustSayForWhom = (session: Session | undefined, { account, reason }: AccountRoute): boolean =>
  isStaff(session) && (account === undefined || reason === undefined)

/** What was typed, as a route carries it; undefined while something is missing. */
export const saidForWhom = (state: ActingState): Required<AccountRoute> | undefined => {
  const account = valueOf(state, "account").trim()
  const reason = valueOf(state, "reason").trim()
  return account === "" || reason === "" ? undefined : { account, reason }
}

/** What goes with every command of staff; a holder's own commands need nothing. */
export const envelopeOf = ({ account, reason }: AccountRoute): Envelope =>
  account === undefined ? {} : { account, ...(reason === undefined ? {} : { reason }) }

/** Those whom the permission table lets edit and certify: the holder, and staff who may write. */
export const mayEdit = ({ actor }: Session): boolean =>
  actor._tag === "AccountHolder" || (actor._tag === "Staff" && actor.role !== "viewer")

/** A title with the account that it is about, where it is not one's own. */
export const titleOf = (title: string, { account }: AccountRoute): string =>
  account === undefined ? title : `${title} ${account}`

/** `:certify zhang01` names the account; the reason is asked. */
export const routeOf = ([account]: ReadonlyArray<string>): AccountRoute => (account === undefined ? {} : { account })

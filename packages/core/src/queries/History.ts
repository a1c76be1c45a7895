import * as Effect from "effect/Effect"
import { Nothing } from "../commands/fields.js"
import { holderOrStaff } from "../commands/Permission.js"
import type { AccountId } from "../domain/Account.js"
import { isoTime } from "../domain/time.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import { Store } from "../store/Store.js"
import { aboutAccount } from "./Query.js"

/** What an entry may show of its event: the words and codes that are nobody's personal data. */
const shown = [
  "method",
  "level",
  "because",
  "facets",
  "subject",
  "channel",
  "bank",
  "kind",
  "entrance",
  "source",
  "role"
] as const

const detailsOf = (event: AccountEvent): Readonly<Record<string, unknown>> => {
  const fields = event as unknown as Record<string, unknown>
  return Object.fromEntries(shown.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])))
}

/** The account behind the journal's name for an actor, if it was one: people know user names and no ids. */
const accountIn = (actor: string): AccountId | undefined => {
  const [, id] = /^account:(acct-[0-9a-z]+)/.exec(actor) ?? []
  return id as AccountId | undefined
}

/** What happened to an account, oldest first, without personal data. `actorName` is the user name of who did it, if an account did. */
export const History = aboutAccount({
  name: "History",
  may: holderOrStaff,
  input: Nothing,
  run: ({ subject, actor }) =>
    Effect.gen(function* () {
      const store = yield* Store
      const entries = yield* store.history(subject.account.id)
      const ids = new Set(entries.flatMap(({ actor: by }) => accountIn(by) ?? []))
      const loaded = yield* Effect.forEach(ids, (id) => store.load(id))
      const names = new Map(
        loaded.flatMap((one) => (one === undefined ? [] : [[one.account.id, one.account.username]]))
      )
      const named = (by: string) => {
        const id = accountIn(by)
        const name = id === undefined ? undefined : names.get(id)
        return name === undefined ? {} : { actorName: name }
      }
      // A reason is staff's note about somebody: it is for staff.
      const forStaff = actor._tag === "Staff" || actor._tag === "System"
      return entries.map((entry) => ({
        version: entry.version,
        at: isoTime(entry.at),
        event: entry.event._tag,
        actor: entry.actor,
        ...named(entry.actor),
        details: detailsOf(entry.event),
        ...(forStaff && entry.reason !== "" ? { reason: entry.reason } : {})
      }))
    })
})

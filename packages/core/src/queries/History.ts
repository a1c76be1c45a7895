import * as Effect from "effect/Effect"
import { Nothing } from "../commands/fields.js"
import { holderOrStaff } from "../commands/Permission.js"
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

/** What happened to an account, oldest first, without personal data. */
export const History = aboutAccount({
  name: "History",
  may: holderOrStaff,
  input: Nothing,
  run: ({ subject, actor }) =>
    Effect.gen(function* () {
      const entries = yield* (yield* Store).history(subject.account.id)
      // A reason is staff's note about somebody: it is for staff.
      const forStaff = actor._tag === "Staff" || actor._tag === "System"
      return entries.map((entry) => ({
        version: entry.version,
        at: isoTime(entry.at),
        event: entry.event._tag,
        actor: entry.actor,
        details: detailsOf(entry.event),
        ...(forStaff && entry.reason !== "" ? { reason: entry.reason } : {})
      }))
    })
})

import * as Effect from "effect/Effect"
import type { AccountId } from "../domain/Account.js"
import type { Actor } from "../domain/Actor.js"
import { isoTime } from "../domain/time.js"
import type { AccountEvent, AccountEventTag } from "../flows/AccountEvent.js"
import { type HistoryEntry, Store } from "../store/Store.js"

/** What happened, as the front door tells it: no personal data. Times are ISO 8601 in UTC. */
export interface HistoryView {
  readonly version: number
  readonly at: string
  readonly event: AccountEventTag
  /** As the journal names who did it. */
  readonly actor: string
  /** The user name behind it, where an account did it: people know user names and no ids. */
  readonly actorName?: string
  readonly details: Readonly<Record<string, unknown>>
  /** Staff's note about somebody, for staff only. */
  readonly reason?: string
}

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

const accountIn = (actor: string): AccountId | undefined => {
  const [, id] = /^account:(acct-[0-9a-z]+)/.exec(actor) ?? []
  return id as AccountId | undefined
}

/** How entries are shown to an actor, the accounts among those who acted being looked up once. */
export const historyViews = (entries: ReadonlyArray<HistoryEntry>, { _tag }: Actor) =>
  Effect.gen(function* () {
    const store = yield* Store
    const forStaff = _tag === "Staff" || _tag === "System"
    const ids = new Set(entries.flatMap(({ actor }) => accountIn(actor) ?? []))
    const loaded = yield* Effect.forEach(ids, (id) => store.load(id))
    const names = new Map(loaded.flatMap((one) => (one === undefined ? [] : [[one.account.id, one.account.username]])))
    return entries.map(({ version, at, actor, reason, event }): HistoryView => {
      const id = accountIn(actor)
      const actorName = id === undefined ? undefined : names.get(id)
      return {
        version,
        at: isoTime(at),
        event: event._tag,
        actor,
        ...(actorName === undefined ? {} : { actorName }),
        details: detailsOf(event),
        ...(forStaff && reason !== "" ? { reason } : {})
      }
    })
  })

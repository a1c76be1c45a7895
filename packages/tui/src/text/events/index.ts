import type { Language, QueryResultOf } from "@single-window/core"
import { en } from "./en.js"
import { type EventWords, zhCN } from "./zhCN.js"

export type { EventWords } from "./zhCN.js"

export const eventWords: Readonly<Record<Language, EventWords>> = { zh: zhCN, en }

/** An entry of an account's history as the front door hands it out. */
export type Entry = QueryResultOf<"History">[number]

export const eventName = ({ event }: Pick<Entry, "event">, words: EventWords): string => words.names[event]

const wordsOf = (value: unknown, { details }: EventWords): string =>
  Array.isArray(value)
    ? value.map((one) => wordsOf(one, { details } as EventWords)).join(", ")
    : Object.hasOwn(details, String(value))
      ? (details[String(value)] ?? "")
      : String(value)

/** What an entry shows of its event, in words. */
export const detailWords = ({ details }: Pick<Entry, "details">, words: EventWords): string =>
  Object.values(details)
    .map((value) => wordsOf(value, words))
    .join(", ")

const nameAndRole = (staff: string, { roles }: EventWords): readonly [string, string | undefined] => {
  const at = staff.lastIndexOf("/")
  const role = staff.slice(at + 1)
  return at > 0 && Object.hasOwn(roles, role) ? [staff.slice(0, at), roles[role]] : [staff, undefined]
}

/** Who did it, by name: `whose` is the account that the history is of. */
export const actorWords = (
  { actor, actorName }: Pick<Entry, "actor"> & { readonly actorName?: string },
  words: EventWords,
  whose?: string
): string => {
  if (actor === "anonymous") return words.anonymous
  if (actor.startsWith("staff:")) return words.staff(...nameAndRole(actor.slice(6), words))
  if (actor.startsWith("system:")) return words.system(actor.slice(7))
  if (actor.startsWith("card:")) return words.card(actor.slice(6))
  const name = actorName === undefined ? actor : actorName === whose ? words.self : actorName
  return actor.includes(" by ") ? words.byCard(name) : name
}

/** A moment as people in China read it, to the second where it is asked for. */
export const beijing = (iso: string, length: 16 | 19 = 16): string =>
  new Date(Date.parse(iso) + 8 * 60 * 60 * 1000).toISOString().slice(0, length).replace("T", " ")

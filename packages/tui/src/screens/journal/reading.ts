import {
  type AccountEventTag,
  type AccountId,
  Ledger,
  type Refusal,
  type SingleWindow,
  Store
} from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Door } from "../../hooks/useDoor.js"
import type { Everything } from "../../Live.js"
import type { Session } from "../../terminal/Session.js"
import { isStaff, managesOperators } from "../../terminal/Session.js"
import type { Line } from "./model.js"

/** Entries newest first, and the place before which there are older ones. */
export interface Read {
  readonly lines: ReadonlyArray<Line>
  readonly before: number | undefined
}

/** Entries of the whole journal that are read at once. */
const WINDOW = 300

const isBehind = (position: number) =>
  Effect.flatMap(Ledger, (ledger) =>
    Effect.map(Stream.runHead(ledger.journal(position)), (found) => found._tag === "Some")
  )

/** The last place of the journal, found by halving: a journal is read forward only, and a long one not from its beginning. */
const lastPlace = Effect.gen(function* () {
  let high = 1
  while (yield* isBehind(high)) high *= 2
  let low = Math.floor(high / 2)
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (yield* isBehind(middle)) low = middle
    else high = middle
  }
  return high
})

/** Entries of all accounts, the newest of those before a place. What is sealed in them stays so: who did what when, and to which account. */
const ofAll = (before: number | undefined): Effect.Effect<Read, Refusal, Everything> =>
  Effect.gen(function* () {
    const [ledger, store] = [yield* Ledger, yield* Store]
    const end = before ?? (yield* lastPlace) + 1
    const start = Math.max(0, end - 1 - WINDOW)
    const events = yield* ledger.journal(start).pipe(
      Stream.takeWhile(({ position }) => position < end),
      Stream.runCollect
    )
    const names = new Map<string, string>()
    const nameOf = (id: string) =>
      Effect.gen(function* () {
        const known = names.get(id)
        if (known !== undefined) return known
        const name = (yield* store.load(id as AccountId))?.account.username ?? id
        names.set(id, name)
        return name
      })
    const lines = yield* Effect.forEach(Chunk.toReadonlyArray(events), ({ stream, version, at, tag, actor }) =>
      Effect.gen(function* () {
        const [, by] = /^account:(acct-[0-9a-z]+)/.exec(actor) ?? []
        const line: Line = {
          username: yield* nameOf(stream),
          version,
          at: new Date(at).toISOString(),
          event: tag as AccountEventTag,
          actor,
          ...(by === undefined ? {} : { actorName: yield* nameOf(by) }),
          details: {}
        }
        return line
      })
    )
    return { lines: lines.reverse(), before: start === 0 ? undefined : start + 1 }
  })

const ofOne = (door: Door, username: string): Effect.Effect<Read, Refusal, SingleWindow> =>
  Effect.map(door.ask("History", {}, username === "" ? undefined : username), (entries) => ({
    lines: entries.map((entry) => ({ username, ...entry })).reverse(),
    before: undefined
  }))

export type Scope = "all" | "enterprise" | "one" | "own"

/** What somebody may see of the journal: staff everything, who manages an enterprise that one's, others their own. */
export const scopeFor = (session: Session, username: string): Scope => {
  if (username !== "") return "one"
  if (isStaff(session)) return "all"
  return managesOperators(session) ? "enterprise" : "own"
}

export const readJournal = (
  door: Door,
  session: Session,
  username: string,
  before?: number
): Effect.Effect<Read, Refusal, Everything> => {
  switch (scopeFor(session, username)) {
    case "all":
      return ofAll(before)
    case "enterprise":
      return Effect.map(door.ask("EnterpriseHistory", { limit: 1000 }), (lines) => ({ lines, before: undefined }))
    case "one":
      return ofOne(door, username)
    case "own":
      return Effect.map(ofOne(door, ""), (read) => ({
        ...read,
        lines: read.lines.map((line) => ({ ...line, username: session.name }))
      }))
  }
}

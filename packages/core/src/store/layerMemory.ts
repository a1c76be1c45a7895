import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import {
  type Append,
  CommitOutcome,
  type EventRow,
  type HeadFilter,
  type HeadRow,
  Ledger,
  type LedgerCommit,
  type PlacedEventRow
} from "./Ledger.js"

const passes = (head: HeadRow, filter: HeadFilter): boolean =>
  (filter.includeDeleted === true || !head.deleted) &&
  (filter.usernamePrefix === undefined || head.usernameKey.startsWith(filter.usernamePrefix)) &&
  (["role", "origin", "level", "certification", "scope", "document"] as const).every(
    (column) => filter[column] === undefined || head[column] === filter[column]
  )

type Cursor = Pick<HeadRow, "usernameKey" | "stream">

/** Puts surrogates, which stand for what lies beyond U+FFFF, behind everything else. */
const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit)

/** By code points, as databases compare text by its bytes; JavaScript's own order differs beyond U+FFFF. */
const compareText = (a: string, b: string): number => {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

const compare = (a: Cursor, b: Cursor): number =>
  compareText(a.usernameKey, b.usernameKey) || compareText(a.stream, b.stream)

/** What is kept under a key, made when it is first asked for. */
const keptUnder = <A>(all: Map<string, A>, key: string, empty: () => A): A => {
  const kept = all.get(key) ?? empty()
  all.set(key, kept)
  return kept
}

const make = () => {
  const heads = new Map<string, HeadRow>()
  /** Streams by user name and by enterprise, and the events of each: none is looked for in everything there is. */
  const streamsByName = new Map<string, Set<string>>()
  const streamsByScope = new Map<string, Set<string>>()
  const eventsByStream = new Map<string, Array<EventRow>>()
  const claims = new Map<string, string>()
  const answers = new Map<string, { request: string; answer: string }>()
  const facts = new Map<string, string>()
  const journal: Array<PlacedEventRow> = []

  const refuse = (appends: ReadonlyArray<Append>): CommitOutcome | undefined => {
    const versions = new Map<string, number>()
    for (const { head, expected } of appends) {
      const version = versions.get(head.stream) ?? heads.get(head.stream)?.version ?? 0
      if (version !== expected) return CommitOutcome.Conflict({ stream: head.stream })
      versions.set(head.stream, head.version)
    }
    const releasedBy = (claim: string, owner: string | undefined) =>
      appends.some(({ head, release }) => head.stream === owner && release.includes(claim))
    const taken = new Map<string, string>()
    for (const append of appends) {
      for (const claim of append.claim) {
        const before = claims.get(claim)
        const owner = taken.get(claim) ?? (releasedBy(claim, before) ? undefined : before)
        if (owner !== undefined && owner !== append.head.stream) return CommitOutcome.ClaimHeld({ claim, owner })
        taken.set(claim, append.head.stream)
      }
    }
    return undefined
  }

  const commitOne = ({ appends, idempotency }: LedgerCommit): CommitOutcome => {
    const done = idempotency === undefined ? undefined : answers.get(idempotency.key)
    if (done !== undefined) return CommitOutcome.AlreadyDone(done)
    const refused = refuse(appends)
    if (refused !== undefined) return refused
    for (const { head, release } of appends) {
      for (const claim of release) if (claims.get(claim) === head.stream) claims.delete(claim)
    }
    for (const append of appends) {
      for (const claim of append.claim) claims.set(claim, append.head.stream)
      const { stream, usernameKey, scope } = append.head
      keptUnder(streamsByName, usernameKey, () => new Set<string>()).add(stream)
      keptUnder(streamsByScope, scope, () => new Set<string>()).add(stream)
      heads.set(stream, append.head)
      for (const event of append.events) {
        journal.push({ ...event, position: journal.length + 1 })
        keptUnder(eventsByStream, event.stream, (): Array<EventRow> => []).push(event)
      }
    }
    if (idempotency !== undefined) {
      const { key, request, answer } = idempotency
      answers.set(key, { request, answer })
    }
    return CommitOutcome.Committed()
  }

  const headsOf = (streams: ReadonlySet<string> | undefined): ReadonlyArray<HeadRow> =>
    [...(streams ?? [])].flatMap((stream) => heads.get(stream) ?? [])

  return Ledger.of({
    commit: (commits) => Effect.sync(() => commits.map(commitOne)),
    head: (stream) => Effect.sync(() => heads.get(stream)),
    byUsername: (key) =>
      Effect.sync(() =>
        headsOf(streamsByName.get(key))
          .filter((head) => head.usernameKey === key)
          .reverse()
          .sort((a, b) => b.createdAt - a.createdAt)
      ),
    find: (filter) =>
      Effect.sync(() =>
        (filter.scope === undefined ? [...heads.values()] : headsOf(streamsByScope.get(filter.scope)))
          .filter((head) => passes(head, filter) && (filter.after === undefined || compare(head, filter.after) > 0))
          .sort(compare)
          .slice(0, filter.limit)
      ),
    claimOwner: (claim) => Effect.sync(() => claims.get(claim)),
    answered: (key) => Effect.sync(() => answers.get(key)),
    events: (stream) => Effect.sync(() => (eventsByStream.get(stream) ?? []).slice()),
    journal: (position) => Stream.suspend(() => Stream.fromIterable(journal.slice(position))),
    heads: Stream.suspend(() => Stream.fromIterable([...heads.values()])),
    meta: (key) => Effect.sync(() => facts.get(key)),
    keepMeta: (key, value) =>
      Effect.sync(() => {
        const kept = facts.get(key) ?? value
        facts.set(key, kept)
        return kept
      }),
    claims: Stream.suspend(() => Stream.fromIterable([...claims].map(([claim, owner]) => ({ claim, owner }))))
  })
}

/** A ledger that lives as long as its layer: for tests, scenarios and hosts that bring their own durability. */
export const layerMemory: Layer.Layer<Ledger> = Layer.sync(Ledger, make)

import {
  type Account,
  type AccountId,
  type ChainEnd,
  CurrentPolicy,
  evolve,
  exported,
  follow as followChain,
  type HeadRow,
  type HistoryEntry,
  Ledger,
  levelOf,
  type PlacedEventRow,
  Store,
  type StoreUnavailable,
  Vault
} from "@single-window/core"
import { usernameKey } from "@single-window/core/identifiers"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Stream from "effect/Stream"
import { alike } from "./alike.js"
import { compare, compareCounts } from "./compare.js"
import { follow, settle } from "./follow.js"
import { nameIsFree } from "./followAccess.js"
import type { Surroundings } from "./followed.js"
import type { Report, Violation } from "./Invariant.js"
import { isBirth, type Life } from "./Life.js"
import { readableIn } from "./plaintext.js"
import { type Clash, claimsAstray, heldTwice, type Keys, keysOf } from "./unique.js"
import type { Witness } from "./Witness.js"

/** Follows a store from its first event, and says at any time which invariants do not hold. */
export interface Watch {
  /** Everything that happened since the last check, and every key. An account to which nothing happened is not looked at again. */
  readonly check: Effect.Effect<ReadonlyArray<Violation>, StoreUnavailable>
  /** The same, then the whole journal and every account once more, by the store's own means. */
  readonly checkAll: Effect.Effect<ReadonlyArray<Violation>, StoreUnavailable>
  /** Every account as followed, in the order of their first events. */
  readonly lives: ReadonlyMap<string, Life>
  /** Every account as it was stored at the last check. */
  readonly accounts: ReadonlyMap<string, Account>
  /** How many events there were by the last check. */
  readonly events: () => number
}

/** Takes what the journal says into the lives it is about. */
const following = (around: Omit<Surroundings, "lifeOf">, report: (account: string, username: string) => Report) => {
  const lives = new Map<string, Life>()
  const folded = new Map<string, Account>()
  const migratedNames = new Map<string, Life>()
  const surroundings: Surroundings = { ...around, lifeOf: (id) => lives.get(id) }
  const reportOn = (life: Life): Report => report(life.id, life.username)

  const goOn = (stream: string, entry: HistoryEntry): void => {
    const before = lives.get(stream)
    if (before === undefined && !isBirth(entry.event)) {
      report(stream, "")("I-8", "journal-has-no-beginning", { event: entry.event._tag })
      return
    }
    const life = follow(before, entry, surroundings, reportOn)
    folded.set(stream, evolve(folded.get(stream), entry.event, entry.at))
    lives.set(stream, life)
    if (before === undefined || entry.event._tag === "AccountRestored")
      nameIsFree({ life, report: reportOn(life) }, migratedNames)
    if (before !== undefined) return
    const name = usernameKey(life.username)
    if (life.origin === "migrated" && !migratedNames.has(name)) migratedNames.set(name, life)
  }
  return { lives, folded, goOn, reportOn }
}

/** Begins to watch a store that may have a history already; with a witness, the journal is held against what was said as well. */
export const watch = (witness?: Witness["Type"]): Effect.Effect<Watch, never, Ledger | Store | Vault | CurrentPolicy> =>
  Effect.gen(function* () {
    const ledger = yield* Ledger
    const store = yield* Store
    const vault = yield* Vault
    const policy = yield* CurrentPolicy

    let found: Array<Violation> = []
    const report =
      (account: string, username: string): Report =>
      (invariant, what, facts = {}) =>
        void found.push({ invariant, account, username, what, facts })
    const { lives, folded, goOn, reportOn } = following(
      { policy, evidence: witness?.evidence, bankRequestsAnswered: new Set() },
      report
    )
    const named = (id: string): Report => report(id, lives.get(id)?.username ?? "")
    const reportClash = ({ invariant, what, account, facts }: Clash): void => named(account)(invariant, what, facts)

    const accounts = new Map<string, Account>()
    const heads = new Map<string, HeadRow>()
    const keys = new Map<string, Keys>()
    const ends = new Map<string, ChainEnd>()
    const bodies = new Map<string, Array<string>>()
    let position = 0
    let events = 0

    /** The new part of the journal, each row chained to the one before. */
    const newRows = Effect.gen(function* () {
      const rows: Array<PlacedEventRow> = []
      bodies.clear()
      yield* Stream.runForEach(ledger.journal(position), (row) =>
        Effect.sync(() => {
          const { position: at, ...event } = row
          position = at
          rows.push(row)
          bodies.set(row.stream, [...(bodies.get(row.stream) ?? []), row.body])
          const next = followChain(ends.get(row.stream), exported(event, vault.digest), vault.digest)
          if ("fault" in next) named(row.stream)("I-8", "chain-broken", { fault: next.fault, version: next.version })
          ends.set(row.stream, { version: row.version, hash: row.hash })
        })
      )
      events += rows.length
      return rows
    })

    /** What the store will not give out though the ledger has it is not as it was written. */
    const unlessAltered = <A>(stream: string, what: string, read: Effect.Effect<A, StoreUnavailable>, instead: A) =>
      Effect.catchAll(read, () =>
        Effect.map(ledger.events(stream), () => {
          named(stream)("I-8", what)
          return instead
        })
      )
    const historyOf = (stream: string, after: number) =>
      unlessAltered(stream, "journal-not-whole", store.history(stream as AccountId, after), [])

    /** In the order in which it happened, whatever account it is about. */
    const followRows = (rows: ReadonlyArray<PlacedEventRow>) =>
      Effect.gen(function* () {
        const entries = new Map<string, HistoryEntry>()
        const place = (stream: string, version: number) => `${stream}/${version}`
        for (const stream of new Set(rows.map((row) => row.stream))) {
          const after = lives.get(stream)?.version ?? 0
          for (const entry of yield* historyOf(stream, after)) entries.set(place(stream, entry.version), entry)
        }
        for (const { stream, version } of rows) {
          const entry = entries.get(place(stream, version))
          if (entry === undefined) named(stream)("I-8", "event-lost", { version })
          else goOn(stream, entry)
        }
      })

    const lookAt = (head: HeadRow) =>
      Effect.gen(function* () {
        const life = lives.get(head.stream)
        const loaded = yield* unlessAltered(
          head.stream,
          "account-not-readable",
          store.load(head.stream as AccountId),
          undefined
        )
        if (life === undefined || loaded === undefined) return named(head.stream)("I-8", "account-without-a-journal")
        const { account } = loaded
        const say = reportOn(life)
        settle(life, say)
        compare(life, account, say)
        if (witness !== undefined) compareCounts(account, witness.noes(life.id), say)
        if (!alike(folded.get(life.id), account)) say("I-8", "state-differs-from-its-journal")
        if (head.level !== levelOf(account)) say("I-2", "level-column-differs", { column: head.level })
        const readable = readableIn(account, head, bodies.get(head.stream) ?? [])
        if (readable !== undefined) say("I-11", "readable", { field: readable })
        accounts.set(life.id, account)
        keys.set(life.id, keysOf(account, vault.fingerprint))
      })

    const lookAtHeads = Effect.gen(function* () {
      const changed: Array<HeadRow> = []
      yield* Stream.runForEach(ledger.heads, (head) =>
        Effect.sync(() => {
          const before = heads.get(head.stream)
          const end = ends.get(head.stream)
          if (end?.version !== head.version || end.hash !== head.hash)
            named(head.stream)("I-8", "head-differs", { head: head.version, journal: end?.version ?? 0 })
          if (before?.hash === head.hash && before.state !== head.state) named(head.stream)("I-8", "state-altered")
          if (before?.hash !== head.hash || before.state !== head.state) changed.push(head)
          heads.set(head.stream, head)
        })
      )
      for (const head of changed) yield* lookAt(head)
      for (const stream of ends.keys()) if (!heads.has(stream)) named(stream)("I-8", "account-lost")
    })

    const lookAtClaims = Effect.gen(function* () {
      const kept = new Map<string, string>()
      yield* Stream.runForEach(ledger.claims, ({ claim, owner }) => Effect.sync(() => void kept.set(claim, owner)))
      for (const clash of [...heldTwice(keys), ...claimsAstray(keys, kept)]) reportClash(clash)
    })

    /** What was found; an account has its name once its beginning has been read. */
    const taken = (): ReadonlyArray<Violation> => {
      const all = found.map((violation) => ({
        ...violation,
        username: violation.username || (heads.get(violation.account)?.username ?? "")
      }))
      found = []
      return all
    }

    const check = Effect.gen(function* () {
      yield* followRows(yield* newRows)
      yield* lookAtHeads
      yield* lookAtClaims
      if (witness !== undefined) yield* witness.forget
      return taken()
    })

    const checkAll = Effect.gen(function* () {
      const violations = yield* check
      const journal = yield* store.verifyJournal
      if (!journal.verified)
        named(journal.firstBad?.stream ?? "")("I-8", "journal-does-not-verify", { fault: journal.firstBad?.fault })
      const rebuilt = yield* Effect.either(store.rebuild)
      if (Either.isLeft(rebuilt)) named("")("I-8", "cannot-be-rebuilt", { why: rebuilt.left.reason })
      else for (const { stream, what } of rebuilt.right.differing) named(stream)("I-8", "cannot-be-rebuilt", { what })
      return [...violations, ...taken()]
    })

    return { check, checkAll, lives, accounts, events: () => events }
  })

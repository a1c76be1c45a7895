import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { Account, AccountId } from "../domain/Account.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import { evolveAll } from "../flows/AccountLife.js"
import { usernameKey } from "../identifiers/index.js"
import { Vault } from "../ports/Vault.js"
import { type JournalReport, verifyJournal } from "./audit.js"
import { type Claim, type ClaimKind, claimKey, claimKindOf, claimsOf } from "./Claims.js"
import { chain, type ExportedEvent, exported, GENESIS } from "./Journal.js"
import { openAnswer, sealAnswer } from "./keptAnswer.js"
import { checkKey } from "./keyCheck.js"
import { type Append, type HeadFilter, type HeadRow, Ledger, type LedgerCommit, StoreUnavailable } from "./Ledger.js"
import { type RebuildReport, rebuild } from "./rebuild.js"
import { documentFingerprint, headOf, openBody, openState, scopeFingerprint, sealBody } from "./sealing.js"

/** An account as read, with what a conditional commit needs to know about the reading. */
export interface Loaded {
  readonly account: Account
  readonly version: number
  readonly hash: string
  readonly dataKey: string
}

/** Events for one account, decided on `before`; `undefined` begins a new account. */
export interface Change {
  readonly before: Loaded | undefined
  readonly events: ReadonlyArray<AccountEvent>
}

export interface Commit {
  readonly changes: ReadonlyArray<Change>
  readonly at: number
  readonly actor: string
  readonly reason?: string
  /** `sealedFor`: whose data key seals the answer; the first change's account unless said. */
  readonly idempotency?: {
    readonly key: string
    readonly request: string
    readonly answer: string
    readonly sealedFor?: Loaded | undefined
  }
}

export type CommitResult = Data.TaggedEnum<{
  Committed: { readonly accounts: ReadonlyArray<Loaded> }
  Conflict: {}
  /** Another account holds a unique key of the new state. */
  ClaimLost: { readonly kind: ClaimKind; readonly owner: AccountId }
  AlreadyDone: { readonly request: string; readonly answer: string }
}>
export const CommitResult = Data.taggedEnum<CommitResult>()

export interface HistoryEntry {
  readonly version: number
  readonly at: number
  readonly actor: string
  readonly reason: string
  readonly event: AccountEvent
}

export interface AccountFilter extends Omit<HeadFilter, "scope" | "document"> {
  readonly scope?: string
  readonly document?: { readonly key: string }
}

export interface Page {
  readonly accounts: ReadonlyArray<Loaded>
  readonly next: HeadFilter["after"]
}

/** Accounts, their claims and their journal: sealing, chaining and hashing happen here, once, for every ledger. */
export class Store extends Context.Tag("@single-window/core/Store")<
  Store,
  {
    readonly load: (id: AccountId) => Effect.Effect<Loaded | undefined, StoreUnavailable>
    /** The live account of that name, in any case. */
    readonly byUsername: (username: string) => Effect.Effect<Loaded | undefined, StoreUnavailable>
    /** The newest deleted account of that name, in one enterprise (`scope` as given by `scopeOf`) or in any. */
    readonly deletedByUsername: (
      username: string,
      scope?: string
    ) => Effect.Effect<Loaded | undefined, StoreUnavailable>
    readonly claimOwner: (claim: Claim) => Effect.Effect<AccountId | undefined, StoreUnavailable>
    /** Forward pages; `scope` as given by `scopeOf`. */
    readonly find: (filter: AccountFilter) => Effect.Effect<Page, StoreUnavailable>
    /** What happened to an account, oldest first; only what came after the version `after`, where that is said. */
    readonly history: (id: AccountId, after?: number) => Effect.Effect<ReadonlyArray<HistoryEntry>, StoreUnavailable>
    readonly answered: (
      key: string
    ) => Effect.Effect<{ readonly request: string; readonly answer: string } | undefined, StoreUnavailable>
    readonly commit: (commit: Commit) => Effect.Effect<CommitResult, StoreUnavailable>
    /** Many commits handed over at once, each with its own answer. */
    readonly commitAll: (commits: ReadonlyArray<Commit>) => Effect.Effect<ReadonlyArray<CommitResult>, StoreUnavailable>
    /** What `commit` would answer as to unique keys, without writing. Versions are not compared: a rehearsal may build on itself. */
    readonly rehearse: (commit: Commit) => Effect.Effect<CommitResult, StoreUnavailable>
    readonly verifyJournal: Effect.Effect<JournalReport, StoreUnavailable>
    /** The journal without its sealed bodies: it leaves the house without personal data and still verifies. */
    readonly exportJournal: Stream.Stream<ExportedEvent, StoreUnavailable>
    /** Every account built again from the journal and compared with what is stored. */
    readonly rebuild: Effect.Effect<RebuildReport, StoreUnavailable>
    readonly accounts: Stream.Stream<Loaded, StoreUnavailable>
  }
>() {
  /** Refuses to start on a key other than the one the store was written with. */
  static readonly layer: Layer.Layer<Store, StoreUnavailable, Ledger | Vault> = Layer.effect(
    this,
    Effect.suspend(() => make)
  )
}

const unreachable = (reason: string) => () => new StoreUnavailable({ reason })

const make = Effect.gen(function* () {
  const ledger = yield* Ledger
  const vault = yield* Vault
  yield* checkKey(ledger, vault)

  /** The sealed account is the truth; a row whose plain columns say otherwise was written by somebody else. */
  const opened = (head: HeadRow): Effect.Effect<Loaded, StoreUnavailable> =>
    Effect.flatMap(openState(vault, head), (account) =>
      account.id === head.stream &&
      usernameKey(account.username) === head.usernameKey &&
      account.deleted === head.deleted
        ? Effect.succeed({ account, version: head.version, hash: head.hash, dataKey: head.dataKey })
        : Effect.fail(unreachable("an account's row does not agree with what is sealed in it")())
    )
  const openedOrNone = (head: HeadRow | undefined) => (head === undefined ? Effect.succeed(undefined) : opened(head))
  const keyOf = (claim: Claim) => claimKey(claim, vault.fingerprint)

  const prepareChange = (change: Change, commit: Commit) =>
    Effect.gen(function* () {
      const before = change.before
      const account = evolveAll(before?.account, change.events, commit.at)
      if (account === undefined) return yield* Effect.dieMessage("a change without events")
      const dataKey = before?.dataKey ?? (yield* vault.createKey.pipe(Effect.mapError(unreachable("vault"))))
      const expected = before?.version ?? 0
      const sealed = yield* Effect.forEach(change.events, (event, index) =>
        Effect.map(
          sealBody(vault, dataKey, account.id, expected + index + 1, {
            event,
            reason: commit.reason,
            at: commit.at,
            actor: commit.actor
          }),
          (body) => ({
            stream: account.id,
            version: expected + index + 1,
            tag: event._tag,
            at: commit.at,
            actor: commit.actor,
            body
          })
        )
      )
      const events = chain(sealed, before?.hash ?? GENESIS, vault.digest)
      const version = expected + events.length
      const hash = events.at(-1)?.hash ?? GENESIS
      const held = new Set(before === undefined ? [] : claimsOf(before.account).map(keyOf))
      const holds = new Set(claimsOf(account).map(keyOf))
      const append: Append = {
        head: yield* headOf(vault, account, { version, hash, dataKey, now: commit.at }),
        expected,
        events,
        claim: [...holds].filter((key) => !held.has(key)),
        release: [...held].filter((key) => !holds.has(key))
      }
      const loaded: Loaded = { account, version, hash, dataKey }
      return { append, loaded }
    })

  const prepare = (commit: Commit) =>
    Effect.gen(function* () {
      const prepared = yield* Effect.forEach(commit.changes, (change) => prepareChange(change, commit))
      const idempotency = commit.idempotency
      const owner = idempotency?.sealedFor ?? prepared[0]?.loaded
      const row: LedgerCommit = {
        appends: prepared.map(({ append }) => append),
        ...(idempotency === undefined || owner === undefined
          ? {}
          : {
              idempotency: {
                key: vault.fingerprint(`idempotency|${idempotency.key}`),
                request: idempotency.request,
                at: commit.at,
                answer: yield* sealAnswer(vault, owner, idempotency.key, idempotency.answer)
              }
            })
      }
      return { row, accounts: prepared.map(({ loaded }) => loaded) }
    })

  const commitAll = (commits: ReadonlyArray<Commit>) =>
    Effect.gen(function* () {
      const prepared = yield* Effect.forEach(commits, prepare)
      const outcomes = yield* ledger.commit(prepared.map(({ row }) => row))
      return yield* Effect.forEach(outcomes, (outcome, index): Effect.Effect<CommitResult, StoreUnavailable> => {
        switch (outcome._tag) {
          case "Committed":
            return Effect.succeed(CommitResult.Committed({ accounts: prepared[index]?.accounts ?? [] }))
          case "Conflict":
            return Effect.succeed(CommitResult.Conflict())
          case "ClaimHeld":
            return Effect.succeed(
              CommitResult.ClaimLost({ kind: claimKindOf(outcome.claim), owner: outcome.owner as AccountId })
            )
          case "AlreadyDone":
            return Effect.map(
              openAnswer(vault, ledger, commits[index]?.idempotency?.key ?? "", outcome),
              CommitResult.AlreadyDone
            )
        }
      })
    })

  const rehearse = (commit: Commit) =>
    Effect.gen(function* () {
      const { row, accounts } = yield* prepare(commit)
      const released = new Set(row.appends.flatMap((append) => append.release))
      for (const append of row.appends) {
        for (const claim of append.claim) {
          // Whoever could rehearse a document could guess somebody's number without end and leave no trace.
          if (claimKindOf(claim) === "document") continue
          const owner = released.has(claim) ? undefined : yield* ledger.claimOwner(claim)
          if (owner !== undefined && owner !== append.head.stream) {
            return CommitResult.ClaimLost({ kind: claimKindOf(claim), owner: owner as AccountId })
          }
        }
      }
      return CommitResult.Committed({ accounts })
    })

  return Store.of({
    load: (id) => Effect.flatMap(ledger.head(id), openedOrNone),
    byUsername: (username) =>
      Effect.flatMap(ledger.byUsername(usernameKey(username)), (heads) =>
        openedOrNone(heads.find((head) => !head.deleted))
      ),
    deletedByUsername: (username, scope) =>
      Effect.flatMap(ledger.byUsername(usernameKey(username)), (heads) => {
        const own = scope === undefined ? undefined : scopeFingerprint(vault, scope)
        return openedOrNone(heads.find((head) => head.deleted && (own === undefined || head.scope === own)))
      }),
    claimOwner: (claim) => Effect.map(ledger.claimOwner(keyOf(claim)), (owner) => owner as AccountId | undefined),
    find: ({ scope, document, ...filter }) =>
      Effect.gen(function* () {
        const heads = yield* ledger.find({
          ...filter,
          ...(scope === undefined ? {} : { scope: scopeFingerprint(vault, scope) }),
          ...(document === undefined ? {} : { document: documentFingerprint(vault, document.key) })
        })
        const last = heads.length < filter.limit ? undefined : heads.at(-1)
        return {
          accounts: yield* Effect.forEach(heads, opened),
          next: last === undefined ? undefined : { usernameKey: last.usernameKey, stream: last.stream }
        }
      }),
    history: (id, after = 0) =>
      Effect.gen(function* () {
        const head = yield* ledger.head(id)
        if (head === undefined) return []
        const events = yield* ledger.events(id)
        if (events.length < head.version) return yield* Effect.fail(unreachable("an account's journal is not whole")())
        const asked = events.filter(({ version }) => version > after)
        return yield* Effect.forEach(asked, ({ version, at, actor, ...row }) =>
          Effect.map(openBody(vault, head.dataKey, { ...row, version, at, actor }), ({ event, reason }) => ({
            version,
            at,
            actor,
            reason: reason ?? "",
            event
          }))
        )
      }),
    answered: (key) =>
      Effect.flatMap(ledger.answered(vault.fingerprint(`idempotency|${key}`)), (stored) =>
        stored === undefined ? Effect.succeed(undefined) : openAnswer(vault, ledger, key, stored)
      ),
    commit: (commit) =>
      Effect.flatMap(commitAll([commit]), ([result]) =>
        result === undefined
          ? Effect.fail(new StoreUnavailable({ reason: "the ledger gave no answer" }))
          : Effect.succeed(result)
      ),
    commitAll,
    rehearse,
    verifyJournal: verifyJournal(ledger, vault),
    exportJournal: Stream.map(ledger.journal(0), ({ position: _, ...event }) => exported(event, vault.digest)),
    rebuild: rebuild(ledger, vault),
    accounts: Stream.mapEffect(ledger.heads, opened)
  })
})

import * as Context from "effect/Context"
import * as Data from "effect/Data"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import { Refused } from "../domain/Refused.js"

/** The store could not be reached, or answered with something it must not. Nothing was lost by asking. */
export class StoreUnavailable extends Refused("StoreUnavailable")<{ reason: string }>({ rules: [] }) {}

/** The newest state of one stream (an account), personal data sealed, with the plain columns that lists filter and sort by. */
export interface HeadRow {
  readonly stream: string
  readonly version: number
  /** Hash of the stream's newest event. */
  readonly hash: string
  readonly dataKey: string
  readonly state: string
  readonly username: string
  /** The user name in lower case: user names are unique without regard to case. */
  readonly usernameKey: string
  /** Fingerprint of the enterprise the account belongs to; "" when it belongs to none yet. */
  readonly scope: string
  /** Fingerprint of the holder's document; "" when there is none. */
  readonly document: string
  readonly role: string
  readonly origin: string
  readonly source: string
  readonly level: string
  readonly certification: string
  readonly deleted: boolean
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** One journal entry. `body` is sealed; everything the chain covers is here, so it verifies without any key. */
export interface EventRow {
  readonly stream: string
  /** 1 for a stream's first event, then without a gap. */
  readonly version: number
  readonly tag: string
  readonly at: number
  readonly actor: string
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** An event as read back, with its place in the journal as a whole. */
export interface PlacedEventRow extends EventRow {
  readonly position: number
}

export interface Append {
  readonly head: HeadRow
  /** The version that was read; 0 for a new stream. */
  readonly expected: number
  readonly events: ReadonlyArray<EventRow>
  /** Unique keys that the new state holds and the old did not, and the other way round. */
  readonly claim: ReadonlyArray<string>
  readonly release: ReadonlyArray<string>
}

/** All or nothing: every append of a commit happens, or none does. */
export interface LedgerCommit {
  readonly appends: ReadonlyArray<Append>
  readonly idempotency?: {
    readonly key: string
    readonly request: string
    readonly answer: string
    readonly at: number
  }
}

export type CommitOutcome = Data.TaggedEnum<{
  Committed: {}
  /** Somebody wrote to `stream` since it was read. */
  Conflict: { readonly stream: string }
  /** `claim` is held by another stream. */
  ClaimHeld: { readonly claim: string; readonly owner: string }
  /** The key was used before. `request` and `answer` are what was kept then. */
  AlreadyDone: { readonly request: string; readonly answer: string }
}>
export const CommitOutcome = Data.taggedEnum<CommitOutcome>()

/** Lists go forward by user-name key, then stream, so that a page stays where it was while others write. */
export interface HeadFilter {
  /** The last row of the page before; deleted accounts share their user-name key with a successor, so the stream decides. */
  readonly after?: Pick<HeadRow, "usernameKey" | "stream">
  readonly limit: number
  readonly usernamePrefix?: string
  readonly role?: string
  readonly origin?: string
  readonly level?: string
  readonly certification?: string
  readonly scope?: string
  readonly document?: string
  readonly includeDeleted?: boolean
}

/**
 * What a store adapter implements: rows in, rows out, one atomic commit. It sees no personal data and knows no rule.
 * The conformance suite in testkit says what it must and must not do.
 */
export class Ledger extends Context.Tag("@single-window/core/Ledger")<
  Ledger,
  {
    /** Each commit stands alone and gets its own answer; those handed over together may share a transaction and a sync. */
    readonly commit: (
      commits: ReadonlyArray<LedgerCommit>
    ) => Effect.Effect<ReadonlyArray<CommitOutcome>, StoreUnavailable>
    readonly head: (stream: string) => Effect.Effect<HeadRow | undefined, StoreUnavailable>
    /** Every head with this user-name key, deleted ones too, newest first. */
    readonly byUsername: (usernameKey: string) => Effect.Effect<ReadonlyArray<HeadRow>, StoreUnavailable>
    readonly find: (filter: HeadFilter) => Effect.Effect<ReadonlyArray<HeadRow>, StoreUnavailable>
    /** The stream that holds a claim. */
    readonly claimOwner: (claim: string) => Effect.Effect<string | undefined, StoreUnavailable>
    readonly answered: (
      key: string
    ) => Effect.Effect<{ readonly request: string; readonly answer: string } | undefined, StoreUnavailable>
    /** One stream's events in order. */
    readonly events: (stream: string) => Effect.Effect<ReadonlyArray<EventRow>, StoreUnavailable>
    /** The whole journal in order, from after `position`. */
    readonly journal: (position: number) => Stream.Stream<PlacedEventRow, StoreUnavailable>
    readonly heads: Stream.Stream<HeadRow, StoreUnavailable>
    /** A fact about the store as a whole. */
    readonly meta: (key: string) => Effect.Effect<string | undefined, StoreUnavailable>
    /** Keeps such a fact for good. The first value wins, on whichever process; the answer is the one that is kept. */
    readonly keepMeta: (key: string, value: string) => Effect.Effect<string, StoreUnavailable>
    /** Every claim with its owner. */
    readonly claims: Stream.Stream<{ readonly claim: string; readonly owner: string }, StoreUnavailable>
  }
>() {}

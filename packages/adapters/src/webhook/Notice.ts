import { isoTime, type PlacedEventRow } from "@single-window/core"

/** What leaves the house of a journal entry: that something happened, to which account and when; nothing of what was said. */
export interface Notice {
  /** The place in the journal as a whole: later entries have larger ones, and a receiver knows an entry again by it. */
  readonly position: number
  /** The account's own id, no user name. */
  readonly stream: string
  readonly version: number
  readonly event: string
  /** ISO 8601 in UTC. */
  readonly at: string
  /** Which kind of actor, never who: `account`, `staff`, `system`, `card` or `anonymous`. */
  readonly actor: string
  /** The entry's hash, by which it can be found in an export of the chain. */
  readonly hash: string
}

const kindOf = (actor: string): string => /^[a-z]+/.exec(actor)?.[0] ?? "unknown"

export const noticeOf = ({ actor, at, hash, position, stream, tag, version }: PlacedEventRow): Notice => ({
  position,
  stream,
  version,
  event: tag,
  at: isoTime(at),
  actor: kindOf(actor),
  hash
})

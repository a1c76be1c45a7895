import type * as Duration from "effect/Duration"

export interface SqliteOptions {
  /** Path of the database file; its folder must exist. */
  readonly filename: string
  /** Whether a missing file may be made. Without it, a mistyped path cannot begin a second store. Default true. */
  readonly create?: boolean | undefined
  /** How long a write goes on asking for the lock that another process holds. Default 5 seconds. */
  readonly patience?: Duration.DurationInput | undefined
  /** The most commits that share a transaction, unless one call alone hands over more. Default 256. */
  readonly mostCommits?: number | undefined
  /** Files up to this many bytes are checked for damage at the start, about a millisecond for each MiB. Default 8 MiB; 0 never checks. */
  readonly checkUpTo?: number | undefined
}

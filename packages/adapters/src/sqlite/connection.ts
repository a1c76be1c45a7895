import * as Reactivity from "@effect/experimental/Reactivity"
import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import { StoreUnavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { isBusy, unavailable } from "./failure.js"

/**
 * What every connection must have. The driver's build drops an existing WAL file to `synchronous = NORMAL`, under which a power
 * cut takes acknowledged commits with it, and SQLite ignores what it does not know; so each setting is read back.
 * The driver waits for locks on the main thread: its own wait is short, ours comes on top and lets others work.
 */
const settings: ReadonlyArray<readonly [name: string, value: string, reads: string | number]> = [
  ["busy_timeout", "40", 40],
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["fullfsync", "ON", 1],
  ["foreign_keys", "ON", 1],
  ["trusted_schema", "OFF", 0]
]

const configure = (connection: Connection, filename: string) =>
  Effect.forEach(
    settings,
    ([name, value, reads]) =>
      Effect.gen(function* () {
        yield* connection.executeUnprepared(`PRAGMA ${name} = ${value}`, [], undefined)
        const [row] = yield* connection.executeUnprepared(`PRAGMA ${name}`, [], undefined)
        const got = Object.values(row ?? {})[0]
        if (got !== reads) {
          const reason = `${filename} cannot be opened with ${name} = ${value}; it stays at ${got}`
          return yield* Effect.fail(new StoreUnavailable({ reason }))
        }
      }),
    { discard: true }
  )

/** Asks again while another process holds the lock. By the machine's own clock, for a test's clock would stand still here. */
export const patiently =
  (patience: Duration.DurationInput) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    effect.pipe(
      Effect.retry({
        while: isBusy,
        schedule: Schedule.exponential("4 millis").pipe(
          Schedule.union(Schedule.spaced("80 millis")),
          Schedule.jittered,
          Schedule.upTo(patience)
        )
      }),
      Effect.withClock(Clock.make())
    )

export const open = (
  filename: string,
  patience: Duration.DurationInput
): Effect.Effect<SqliteClient.SqliteClient, StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const client = yield* SqliteClient.make({ filename, disableWAL: true, prepareCacheTTL: Duration.infinity }).pipe(
      Effect.provide(Reactivity.layer),
      Effect.catchAllDefect((defect) => Effect.fail(unavailable(filename)(defect)))
    )
    yield* client.reserve.pipe(
      Effect.flatMap((connection) => configure(connection, filename)),
      Effect.scoped,
      patiently(patience),
      Effect.mapError((error) => (error instanceof SqlError ? unavailable(filename)(error) : error))
    )
    return client
  })

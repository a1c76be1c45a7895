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
import type { Execute } from "../sql/commit.js"
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
  ["trusted_schema", "OFF", 0],
  // What a savepoint may have to put back stays out of the temporary folder: nobody else reads it, and no file is made for each write.
  ["temp_store", "MEMORY", 2]
]

const unprepared =
  (connection: Connection): Execute =>
  (statement, values) =>
    Effect.suspend(() => connection.executeUnprepared(statement, values, undefined)).pipe(
      Effect.catchAllDefect((cause) => Effect.fail(new SqlError({ cause, message: "Failed to execute statement" })))
    )

/**
 * Statements on a connection. The client keeps a statement that could not be prepared as it keeps the others, and would say
 * for ever that the database is busy because it once was; such a statement is prepared anew each time instead.
 */
export const executing = (connection: Connection): Execute => {
  const anew = unprepared(connection)
  return (statement, values) =>
    Effect.catchIf(
      connection.execute(statement, values, undefined),
      ({ message }) => message.startsWith("Failed to prepare"),
      () => anew(statement, values)
    )
}

const configure = (connection: Connection, filename: string) => {
  const run = unprepared(connection)
  return Effect.forEach(
    settings,
    ([name, value, reads]) =>
      Effect.gen(function* () {
        yield* run(`PRAGMA ${name} = ${value}`, [])
        const [row] = yield* run(`PRAGMA ${name}`, [])
        const got = Object.values(row ?? {})[0]
        if (got !== reads) {
          const reason = `${filename} cannot be opened with ${name} = ${value}; it stays at ${got}`
          return yield* Effect.fail(new StoreUnavailable({ reason }))
        }
      }),
    { discard: true }
  )
}

/** Asks again while another process holds the lock. By the machine's own clock, for a test's clock would stand still here. */
export const patiently = (patience: Duration.DurationInput) => {
  const schedule = Schedule.exponential("4 millis").pipe(
    Schedule.union(Schedule.spaced("80 millis")),
    Schedule.jittered,
    Schedule.upTo(patience)
  )
  const clock = Clock.make()
  return <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    // The first attempt stands outside of the schedule, which costs more than the statement.
    Effect.catchIf(effect, isBusy, () => Effect.withClock(Effect.retry(effect, { while: isBusy, schedule }), clock))
}

export interface Opened {
  readonly client: SqliteClient.SqliteClient
  /** The client's one connection. Only this module's users know it, and none of them keeps a transaction open over a pause. */
  readonly connection: Connection
  readonly execute: Execute
}

export const open = (
  filename: string,
  patience: Duration.DurationInput
): Effect.Effect<Opened, StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const client = yield* SqliteClient.make({ filename, disableWAL: true, prepareCacheTTL: Duration.infinity }).pipe(
      Effect.provide(Reactivity.layer),
      Effect.catchAllDefect((defect) => Effect.fail(unavailable(filename)(defect)))
    )
    const wait = patiently(patience)
    const connection = yield* Effect.scoped(client.reserve).pipe(
      Effect.tap((reserved) => wait(configure(reserved, filename))),
      Effect.mapError((error) => (error instanceof SqlError ? unavailable(filename)(error) : error))
    )
    return { client, connection, execute: executing(connection) }
  })

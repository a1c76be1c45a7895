import { SqlError } from "@effect/sql/SqlError"
import type { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Execute } from "../sql/commit.js"
import { commitLock } from "../sql/commitFunction.js"
import type { Tables } from "../sql/move.js"
import { placeholders } from "../sql/statements.js"
import { open } from "./connection.js"
import { unavailable } from "./failure.js"
import type { PostgresOptions } from "./PostgresOptions.js"
import { prepareSchema } from "./schema.js"

const tablesOf = (execute: Execute): Tables => ({
  read: (statement, values) => execute(placeholders.pg(statement), values),
  insert: (table, columns, rows) => {
    const names = columns.join(", ")
    return Effect.asVoid(
      execute(
        `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE
          SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows)]
      )
    )
  }
})

/**
 * One transaction in which nobody else's commit takes place, done with when `body` is and undone when it fails. On a connection of its
 * own, which `body` is given: other stores that it works with, of this kind too, have theirs.
 */
const alone = <A, E>(
  options: PostgresOptions,
  create: boolean,
  body: (execute: Execute) => Effect.Effect<A, E>
): Effect.Effect<A, StoreUnavailable | Exclude<E, SqlError>> =>
  Effect.gen(function* () {
    // It waits, with nothing to say, while the other store is read.
    const opened = yield* open({ statementTimeout: "10 minutes", ...options, maxConnections: 2 })
    yield* prepareSchema(opened, create)
    const known = (error: E | SqlError): StoreUnavailable | Exclude<E, SqlError> =>
      error instanceof SqlError ? unavailable(opened.place)(error) : (error as Exclude<E, SqlError>)
    const connection = yield* Effect.mapError(opened.client.reserve, known)
    const execute: Execute = (statement, values) => connection.execute(statement, values, undefined)
    const whole = Effect.zipRight(execute(`SELECT ${commitLock}`, []), body(execute))
    return yield* Effect.acquireUseRelease(
      execute("BEGIN", []),
      () => Effect.zipLeft(whole, execute("COMMIT", [])),
      // After COMMIT there is nothing to undo, and PostgreSQL says no more than that.
      () => Effect.ignore(execute("ROLLBACK", []))
    ).pipe(Effect.mapError(known))
  }).pipe(Effect.scoped)

/** A store's rows while nobody else can commit. */
export const reading = <A, E>(options: PostgresOptions, body: (tables: Tables) => Effect.Effect<A, E>) =>
  alone(options, false, (execute) => body(tablesOf(execute)))

/** Fills a database with nothing in it: all of it, or nothing when `body` fails. */
export const filling = <A, E>(options: PostgresOptions, body: (tables: Tables) => Effect.Effect<A, E>) =>
  alone(options, true, (execute) =>
    Effect.tap(body(tablesOf(execute)), () =>
      // What is written from now on comes behind what was moved.
      execute(
        "SELECT setval(pg_get_serial_sequence('events', 'position'), max(position)) FROM events HAVING count(*) > 0",
        []
      )
    )
  )

import * as Migrator from "@effect/sql/Migrator"
import * as SqlClient from "@effect/sql/SqlClient"
import { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Execute } from "../sql/commit.js"
import { migrations, migrationTable, newest } from "../sql/migrations.js"
import type { Opened } from "./connection.js"
import { unavailable } from "./failure.js"

/** The schema version there; 0 where nothing is, undefined where another program's tables are. */
export const versionOf = (execute: Execute) =>
  Effect.gen(function* () {
    const tables = yield* execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", [])
    if (tables.length === 0) return 0
    if (!tables.some(({ tablename }) => tablename === migrationTable)) return undefined
    const [row] = yield* execute(`SELECT max(migration_id) AS version FROM ${migrationTable}`, [])
    return Number(row?.version ?? 0)
  })

const migrationColumns =
  "(migration_id INTEGER PRIMARY KEY, created_at TIMESTAMPTZ NOT NULL DEFAULT now(), name TEXT NOT NULL)"

/** How long a start waits for another that is migrating. */
const WAIT = "30s"

/**
 * Brings the tables up to date, or says why it will not. Making a table that another is making fails in PostgreSQL, `IF NOT EXISTS`
 * or not, so of several processes that start at once one goes first, by an advisory lock, and the others find it done.
 */
export const prepareSchema = (
  { client, execute, inside, place }: Opened,
  create: boolean
): Effect.Effect<void, StoreUnavailable> => {
  const fail = (reason: string) => Effect.fail(new StoreUnavailable({ reason }))
  const look = (by: Execute) =>
    Effect.gen(function* () {
      const version = yield* Effect.mapError(versionOf(by), unavailable(place))
      if (version === undefined) return yield* fail(`${place} holds the tables of another program`)
      if (version === 0 && !create) return yield* fail(`${place} is empty`)
      if (version > newest) {
        return yield* fail(`${place} has schema version ${version}; this software knows up to ${newest}`)
      }
      return version === newest
    })
  const migrate = Migrator.make({})({ loader: migrations, table: migrationTable }).pipe(
    Effect.provideService(SqlClient.SqlClient, client),
    Effect.catchAllDefect((defect) => fail(`${place} cannot be migrated: ${unavailable(place)(defect).reason}`)),
    Effect.catchTag("MigrationError", ({ message }) => fail(`${place} cannot be migrated: ${message}`)),
    Effect.catchTag("SqlError", (error) => Effect.fail(unavailable(place)(error)))
  )
  const guarded = client
    .withTransaction(
      Effect.gen(function* () {
        yield* inside(`SET LOCAL statement_timeout = '${WAIT}'`, [])
        yield* inside(`SET LOCAL lock_timeout = '${WAIT}'`, [])
        yield* inside("SELECT pg_advisory_xact_lock(1398163018, hashtext(current_schema()))", [])
        if (yield* look(inside)) return
        // The migrator looks for it by a statement that fails without it, and nothing may fail inside a transaction.
        yield* inside(`CREATE TABLE IF NOT EXISTS ${migrationTable} ${migrationColumns}`, [])
        yield* migrate
      })
    )
    .pipe(Effect.catchTag("SqlError", (error) => Effect.fail(unavailable(place)(error))))
  return Effect.flatMap(look(execute), (done) => (done ? Effect.void : guarded))
}

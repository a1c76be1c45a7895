import * as Migrator from "@effect/sql/Migrator"
import * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import { StoreUnavailable } from "@single-window/core"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Execute } from "../sql/commit.js"
import { migrations, migrationTable, newest } from "../sql/migrations.js"
import { type Opened, patiently } from "./connection.js"
import { unavailable } from "./failure.js"
import { immediately } from "./transaction.js"

const versionOf = (execute: Execute) =>
  Effect.gen(function* () {
    const tables = yield* execute("SELECT name FROM sqlite_schema WHERE type = 'table'", [])
    if (tables.length === 0) return 0
    if (!tables.some(({ name }) => name === migrationTable)) return undefined
    const [row] = yield* execute(`SELECT max(migration_id) AS version FROM ${migrationTable}`, [])
    return Number(row?.version ?? 0)
  })

const checkDamage = (execute: Execute, filename: string) =>
  Effect.gen(function* () {
    const [row] = yield* execute("PRAGMA quick_check(1)", [])
    if (Object.values(row ?? {})[0] !== "ok") {
      return yield* Effect.fail(new StoreUnavailable({ reason: `${filename} is damaged` }))
    }
  })

/**
 * Brings the tables up to date, or says why it will not. The version is read first, so that an up-to-date store starts without
 * the write lock; of several processes that start at once, one migrates and the others find it done.
 */
export const prepareSchema = (
  { client, connection, execute }: Opened,
  filename: string,
  options: { readonly check: boolean; readonly patience: Duration.DurationInput }
): Effect.Effect<void, StoreUnavailable> => {
  const fail = (reason: string) => Effect.fail(new StoreUnavailable({ reason }))
  const wait = patiently(options.patience)
  const known = (error: SqlError | StoreUnavailable) =>
    error._tag === "StoreUnavailable" ? error : unavailable(filename)(error)
  return Effect.gen(function* () {
    if (options.check) yield* wait(checkDamage(execute, filename))
    const version = yield* wait(versionOf(execute))
    if (version === undefined) return yield* fail(`${filename} is the database of another program`)
    if (version > newest) {
      return yield* fail(`${filename} has schema version ${version}; this software knows up to ${newest}`)
    }
    if (version === newest) return
    const migrate = Migrator.make({})({ loader: migrations, table: migrationTable })
    yield* immediately(connection, Effect.provideService(migrate, SqlClient.SqlClient, client)).pipe(
      Effect.mapError(({ error }) => error),
      wait,
      Effect.catchTag("MigrationError", ({ message }) => fail(`${filename} cannot be migrated: ${message}`)),
      Effect.catchAllDefect((defect) => fail(`${filename} cannot be migrated: ${unavailable(filename)(defect).reason}`))
    )
  }).pipe(Effect.mapError(known))
}

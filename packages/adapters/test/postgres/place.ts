import * as PgClient from "@effect/sql-pg/PgClient"
import { Effect, ManagedRuntime, Redacted } from "effect"
import { inject } from "vitest"
import type { Raw } from "../../src/sql/rows.js"

/** Asks a database directly, as somebody with access to it would. */
export const raw = (url: string, statement: string, values: ReadonlyArray<unknown> = []) =>
  Effect.flatMap(PgClient.PgClient, (client) => client.unsafe<Raw>(statement, values).withoutTransform).pipe(
    Effect.provide(PgClient.layer({ url: Redacted.make(url), maxConnections: 1 })),
    Effect.orDie
  )

const administrator = ManagedRuntime.make(
  PgClient.layer({ url: Redacted.make(`${inject("postgres")}postgres`), maxConnections: 1 })
)
let made = 0

/** Where a database that holds nothing takes connections. */
export const database: Effect.Effect<string> = Effect.promise(async () => {
  const name = `test_${process.pid}_${++made}`
  await administrator.runPromise(
    Effect.flatMap(PgClient.PgClient, (client) => client.unsafe(`CREATE DATABASE ${name} STRATEGY file_copy`))
  )
  return `${inject("postgres")}${name}`
})

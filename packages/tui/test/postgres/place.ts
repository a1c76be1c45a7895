import * as PgClient from "@effect/sql-pg/PgClient"
import { Effect, Redacted } from "effect"
import { inject } from "vitest"

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server of this run takes connections, up to the name of a database. */
    readonly postgres: string
  }
}

const asked = (database: string, statement: string) =>
  Effect.runPromise(
    Effect.flatMap(PgClient.PgClient, (client) => client.unsafe(statement).withoutTransform).pipe(
      Effect.provide(PgClient.layer({ url: Redacted.make(`${inject("postgres")}${database}`), maxConnections: 1 }))
    )
  )

/** Where a new database takes connections. */
export const database = async (name: string): Promise<string> => {
  await asked("postgres", `CREATE DATABASE ${name}_${process.pid}`)
  return `${inject("postgres")}${name}_${process.pid}`
}

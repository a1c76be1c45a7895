import { start } from "@single-window/testkit/wire/postgres"
import { Effect, Exit, Scope } from "effect"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server of this run takes connections, up to the name of a database. */
    readonly postgres: string
  }
}

/** One server for all files of a run. */
export default async ({ provide }: TestProject) => {
  const scope = await Effect.runPromise(Scope.make())
  const server = await Effect.runPromise(Scope.extend(start({ settings: { max_connections: "300" } }), scope))
  provide("postgres", server.url(""))
  return () => Effect.runPromise(Scope.close(scope, Exit.void))
}

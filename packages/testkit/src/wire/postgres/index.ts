import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type ProgramOptions, program } from "./program.js"

export type { ProgramOptions as PostgresOptions } from "./program.js"

/** A real PostgreSQL server on loopback with data of its own, which are gone when it is. */
export interface PostgresServer {
  /** Where a client connects, as the superuser `postgres`, who needs no password. */
  readonly url: (database?: string) => string
  /** In order, or at once as at a crash. */
  readonly stop: (how?: "in order" | "at once") => Effect.Effect<void>
  /** On the same data and port. */
  readonly start: Effect.Effect<void>
}

/** Runs until the scope ends; should this process end before, the server ends with it. Ready in about a second. */
export const start = (options?: ProgramOptions): Effect.Effect<PostgresServer, never, Scope.Scope> =>
  Effect.gen(function* () {
    const server = yield* Effect.acquireRelease(
      Effect.promise(() => program(options)),
      (running) =>
        Effect.zipRight(
          Effect.promise(() => running.end("SIGINT")),
          Effect.sync(running.remove)
        )
    )
    const run = Effect.promise(server.run)
    yield* run
    return {
      url: (database = "postgres") => `postgres://postgres@127.0.0.1:${server.port}/${database}`,
      stop: (how = "in order") => Effect.promise(() => server.end(how === "in order" ? "SIGINT" : "SIGQUIT")),
      start: run
    }
  })

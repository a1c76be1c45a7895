import * as SqlClient from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

/** Where in a transaction a failure came from. */
export interface Failed<E> {
  readonly error: E | SqlError
  readonly inBody: boolean
}

/**
 * A transaction that takes the write lock when it begins. The client's own `withTransaction` takes it at the first write, after
 * reads on an older snapshot, and then fails at once when another process wrote in between, however long one would wait.
 * Statements made through the client inside `body` run on this connection too.
 */
export const immediately =
  (client: SqlClient.SqlClient) =>
  <A, E, R>(body: (connection: Connection) => Effect.Effect<A, E, R>): Effect.Effect<A, Failed<E>, R> =>
    Effect.scoped(
      Effect.uninterruptibleMask((restore) =>
        Effect.gen(function* () {
          const around = Effect.mapError((error: SqlError): Failed<E> => ({ error, inBody: false }))
          const connection = yield* around(restore(client.reserve))
          const run = (statement: string) => connection.execute(statement, [], undefined)
          yield* around(run("BEGIN IMMEDIATE"))
          const exit = yield* body(connection).pipe(
            Effect.provideService(SqlClient.TransactionConnection, [connection, 0] as const),
            Effect.mapError((error): Failed<E> => ({ error, inBody: true })),
            restore,
            Effect.exit
          )
          // SQLite may have rolled back by itself (a full disk, for one), and then there is nothing left to roll back.
          const undo = Effect.ignore(run("ROLLBACK"))
          if (Exit.isFailure(exit)) yield* undo
          else yield* Effect.tapError(around(run("COMMIT")), () => undo)
          return yield* exit
        })
      )
    )

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
 *
 * It runs from beginning to end without giving way: the driver works synchronously, and so no other fiber can read what is
 * not committed yet or put a statement of its own in between. Statements made through the client inside `body` run on this
 * connection too. `body` must not wait for anything.
 */
export const immediately = <A, E>(connection: Connection, body: Effect.Effect<A, E>): Effect.Effect<A, Failed<E>> => {
  const run = (statement: string) =>
    Effect.mapError(connection.execute(statement, [], undefined), (error): Failed<E> => ({ error, inBody: false }))
  // SQLite may have rolled back by itself (a full disk, for one), and then there is nothing left to roll back.
  const undo = Effect.ignore(run("ROLLBACK"))
  const inside = body.pipe(
    Effect.provideService(SqlClient.TransactionConnection, [connection, 0] as const),
    Effect.mapError((error): Failed<E> => ({ error, inBody: true })),
    Effect.exit
  )
  const whole = Effect.flatMap(run("BEGIN IMMEDIATE"), () =>
    Effect.flatMap(inside, (exit) =>
      Effect.zipRight(Exit.isFailure(exit) ? undo : Effect.tapError(run("COMMIT"), () => undo), exit)
    )
  )
  return Effect.suspend(() => Effect.runSyncExit(whole))
}

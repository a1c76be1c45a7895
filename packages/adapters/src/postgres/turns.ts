import { StoreUnavailable } from "@single-window/core"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import type { Execute } from "../sql/commit.js"
import { type Turn, Turns } from "../turns/index.js"
import { turnsBy } from "../turns/waiting.js"
import { type Opened, open } from "./connection.js"
import { unavailable } from "./failure.js"
import type { PostgresOptions } from "./PostgresOptions.js"
import { prepareSchema } from "./schema.js"

const LOCK = "1398163019, hashtext(current_schema() || $1)"

/**
 * The lock belongs to a session, so it is gone with the connection; every word about the turn goes over that connection, and whoever has
 * lost it learns so at the next.
 */
const tryTake =
  ({ client, place }: Opened, heartbeat: Duration.Duration) =>
  (name: string): Effect.Effect<Option.Option<Turn>, StoreUnavailable, Scope.Scope> =>
    Effect.gen(function* () {
      const session = yield* Effect.acquireRelease(Scope.make(), Scope.close)
      const connection = yield* Scope.extend(client.reserve, session)
      const { withPermits } = yield* Effect.makeSemaphore(1)
      const execute: Execute = (statement, values) =>
        Effect.uninterruptible(withPermits(1)(connection.execute(statement, values, undefined)))
      const unlock = Effect.ignore(execute(`SELECT pg_advisory_unlock(${LOCK})`, [name]))
      // Taken and to be given back in one step: whoever is interrupted between would leave it with a connection that goes back to the pool.
      const [row] = yield* Scope.extend(
        Effect.acquireRelease(execute(`SELECT pg_try_advisory_lock(${LOCK}) AS ours`, [name]), ([held]) =>
          held?.ours === true ? unlock : Effect.void
        ),
        session
      )
      if (row?.ours !== true) {
        yield* Scope.close(session, Exit.void)
        return Option.none()
      }
      yield* execute(
        "INSERT INTO positions (name, position, holder, until) VALUES ($1, 0, '', 0) ON CONFLICT DO NOTHING",
        [name]
      )
      const [kept] = yield* execute("SELECT position FROM positions WHERE name = $1", [name])
      const known = Effect.mapError(unavailable(place))
      const turn: Turn = {
        position: Number(kept?.position),
        keep: (position) =>
          Effect.asVoid(known(execute("UPDATE positions SET position = $2 WHERE name = $1", [name, position]))),
        lost: Effect.forever(Effect.delay(known(execute("SELECT 1", [])), heartbeat))
      }
      return Option.some(turn)
    }).pipe(Effect.mapError((error) => (error instanceof StoreUnavailable ? error : unavailable(place)(error))))

/** Turns by PostgreSQL's advisory locks, for processes on any number of machines. */
export const turns = (options: PostgresOptions): Layer.Layer<Turns, StoreUnavailable> =>
  Layer.scoped(
    Turns,
    Effect.gen(function* () {
      const opened = yield* open({ ...options, maxConnections: 8 })
      yield* prepareSchema(opened, options.create ?? true)
      // Often enough that a connection in use is never taken for one whose other end has gone.
      return turnsBy(tryTake(opened, Duration.times(options.statementTimeout ?? "10 seconds", 1 / 3)))
    })
  )

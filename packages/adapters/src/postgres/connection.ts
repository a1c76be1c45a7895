import { Socket } from "node:net"
import * as Reactivity from "@effect/experimental/Reactivity"
import type { SqlError } from "@effect/sql/SqlError"
import * as PgClient from "@effect/sql-pg/PgClient"
import { StoreUnavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import type { Execute } from "../sql/commit.js"
import type { Raw } from "../sql/rows.js"
import { addressOf, MARK } from "./address.js"
import { isBusy, unavailable } from "./failure.js"
import type { PostgresOptions } from "./PostgresOptions.js"

export interface Opened {
  readonly client: PgClient.PgClient
  /** Where, without the password. */
  readonly place: string
  /** Each statement by itself. The client would put it into a transaction that the caller has open, on another database even. */
  readonly execute: Execute
  /** A statement in a transaction of this client, where there is one. */
  readonly inside: Execute
}

/** A connection whose other end has gone without a word would hold up whoever waits for it; by itself it never ends. */
const watched = (silence: number) => () => {
  const socket = new Socket()
  socket.setKeepAlive(true, 10_000)
  socket.setTimeout(silence, () => socket.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })))
  return socket
}

/** The machine's own: under a test's clock, waiting for a server would take no time at all, or all the time there is. */
const clock = Clock.make()

/** Tries again what lost against another. */
export const patiently = (patience: Duration.DurationInput) => {
  const schedule = Schedule.exponential("5 millis").pipe(
    Schedule.union(Schedule.spaced("100 millis")),
    Schedule.jittered,
    Schedule.upTo(patience)
  )
  return <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.catchIf(effect, isBusy, () => Effect.withClock(Effect.retry(effect, { while: isBusy, schedule }), clock))
}

const make = ({
  connectionTTL = "30 minutes",
  connectTimeout = "5 seconds",
  idleTimeout = "10 seconds",
  maxConnections = 10,
  minConnections = 0,
  statementTimeout = "10 seconds",
  tls,
  url
}: PostgresOptions) =>
  Effect.gen(function* () {
    const most = Duration.toMillis(statementTimeout)
    const address = yield* addressOf(Redacted.value(url), most)
    const ssl = tls ?? (address.saysTls || address.local ? undefined : true)
    const client = yield* PgClient.make({
      url: Redacted.make(address.url),
      ...(ssl === undefined ? {} : { ssl }),
      // The server ends a statement that takes too long; only one that is out of reach says nothing for longer.
      stream: watched(most * 1.5 + 1000),
      applicationName: "single-window",
      connectionTTL,
      connectTimeout,
      idleTimeout,
      maxConnections,
      minConnections
    }).pipe(
      Effect.provide(Reactivity.layer),
      Effect.catchAllDefect((defect) => Effect.fail(unavailable(address.shown)(defect))),
      Effect.mapError((error) => (error._tag === "StoreUnavailable" ? error : unavailable(address.shown)(error)))
    )
    return { client, place: address.shown }
  })

export const open = (options: PostgresOptions): Effect.Effect<Opened, StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const wait = patiently(options.patience ?? "5 seconds")
    const { client, place } = yield* Effect.withClock(wait(make(options)), clock)
    const inside: Execute = (statement, values) =>
      client.unsafe<Raw>(statement, values).withoutTransform as Effect.Effect<ReadonlyArray<Raw>, SqlError>
    // Whoever goes away does not wait for the answer, and the statement is not cancelled for it: that would take a second connection,
    // and could reach the statement behind it.
    const execute: Execute = (statement, values) =>
      Effect.disconnect(
        Effect.uninterruptible(
          Effect.scoped(
            Effect.flatMap(client.reserve, (connection) => connection.execute(statement, values, undefined))
          )
        )
      )
    const [found] = yield* Effect.mapError(
      execute(
        `SELECT current_setting('server_encoding') AS encoding, current_setting('${MARK}', true) AS settings`,
        []
      ),
      unavailable(place)
    )
    const fail = (reason: string) => Effect.fail(new StoreUnavailable({ reason }))
    if (found?.encoding !== "UTF8") return yield* fail(`${place} stores text as ${found?.encoding}, not as UTF8`)
    if (found?.settings !== "taken")
      return yield* fail(`${place} does not take a connection's settings; go to the server itself, without a pooler`)
    return { client, place, execute, inside }
  })

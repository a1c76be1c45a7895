import { it } from "@effect/vitest"
import { Ledger, type StoreUnavailable } from "@single-window/core"
import { Deferred, Effect, Fiber, Layer, Option, Redacted, type Scope, Stream } from "effect"
import { describe, expect } from "vitest"
import * as Postgres from "../../src/postgres/index.js"
import * as Sqlite from "../../src/sqlite/index.js"
import { Turns } from "../../src/turns/index.js"
import { publishInTurn } from "../../src/webhook/index.js"
import { commitOf } from "../sql/processes/commitOf.mjs"
import { filename } from "../sqlite/place.js"
import { withRaw } from "../sqlite/raw.js"
import { receiver } from "../webhook/receiver.js"
import { database, raw } from "./place.js"

type Process = Layer.Layer<Ledger | Turns, StoreUnavailable>

/** A store, and how each process opens it for itself. */
const engines: Readonly<Record<string, Effect.Effect<Process, never, Scope.Scope>>> = {
  SQLite: Effect.map(filename, (path) =>
    Layer.mergeAll(Sqlite.layer({ filename: path }), Sqlite.turns({ filename: path, lease: "5 seconds" }))
  ),
  PostgreSQL: Effect.map(database, (url) =>
    Layer.mergeAll(Postgres.layer({ url: Redacted.make(url) }), Postgres.turns({ url: Redacted.make(url) }))
  )
}

const entries = (from: number, to: number) =>
  Effect.flatMap(Ledger, (ledger) =>
    ledger.commit(Array.from({ length: to - from + 1 }, (_, index) => commitOf(`s${from + index}`)))
  )
const positions = (to: number) => Array.from({ length: to }, (_, index) => index + 1)

/** Never comes out by itself. */
const publisher = (url: string) =>
  publishInTurn({
    url,
    secrets: Effect.succeed([Redacted.make(`whsec_${Buffer.from("a".repeat(32)).toString("base64")}`)]),
    batch: 3,
    every: "5 millis"
  }).pipe(Stream.runDrain)

const until = (done: () => boolean) =>
  Effect.repeat(Effect.sleep("5 millis"), { until: done }).pipe(Effect.timeout("20 seconds"))

describe.each(Object.entries(engines))("background work on %s", (_, engine) => {
  it.scopedLive("is done by one of three at a time: each notice is sent once, in order, whoever of them stops", () =>
    Effect.gen(function* () {
      const process = yield* engine
      const { received, url } = yield* receiver()
      const sent = () => received.flatMap(({ notices }) => notices.map(({ position }) => position))
      const here = yield* Layer.build(Layer.fresh(process))
      yield* Effect.provide(entries(1, 10), here)
      const start = Effect.fork(Effect.provide(publisher(url), Layer.fresh(process)))
      const publishers = [yield* start]
      yield* until(() => sent().length === 10)
      publishers.push(yield* start, yield* start)
      yield* Effect.provide(entries(11, 25), here)
      yield* until(() => sent().length === 25)
      for (const [index, publishing] of publishers.entries()) {
        yield* Fiber.interrupt(publishing)
        const to = 35 + index * 10
        yield* Effect.provide(entries(to - 9, to), here)
        if (index < 2) yield* until(() => sent().length === to)
      }
      expect(sent()).toEqual(positions(45))
    })
  )

  it.scopedLive("has a turn for each name, which another gets when it is given back", () =>
    Effect.gen(function* () {
      const process = yield* engine
      const [one, other] = [yield* Layer.build(Layer.fresh(process)), yield* Layer.build(Layer.fresh(process))]
      const tryTake = (name: string) => Effect.flatMap(Turns, (turns) => turns.tryTake(name))
      yield* Effect.scoped(
        Effect.gen(function* () {
          const turn = Option.getOrThrow(yield* Effect.provide(tryTake("a"), one))
          yield* turn.keep(7)
          expect(Option.isNone(yield* Effect.provide(tryTake("a"), other))).toBe(true)
          expect(Option.isSome(yield* Effect.provide(tryTake("b"), other))).toBe(true)
        })
      )
      const next = Option.getOrThrow(yield* Effect.provide(tryTake("a"), other))
      expect(next.position).toBe(7)
    })
  )
})

describe("whoever lost a turn learns so, and another goes on from there", () => {
  const lostTo = (engine: Effect.Effect<{ process: Process; cut: Effect.Effect<unknown> }, never, Scope.Scope>) =>
    Effect.gen(function* () {
      const { cut, process } = yield* engine
      const [one, other] = [yield* Layer.build(Layer.fresh(process)), yield* Layer.build(Layer.fresh(process))]
      const take = Effect.flatMap(Turns, (turns) => turns.take("a", "20 millis"))
      const turn = yield* Effect.provide(take, one)
      yield* turn.keep(3)
      const told = yield* Deferred.make<StoreUnavailable>()
      yield* Effect.fork(Effect.flatMap(Effect.flip(turn.lost), (error) => Deferred.succeed(told, error)))
      yield* cut
      const next = yield* Effect.provide(take, other)
      expect(next.position).toBe(3)
      yield* next.keep(4)
      expect((yield* Effect.flip(turn.keep(9)))._tag).toBe("StoreUnavailable")
      expect((yield* Deferred.await(told))._tag).toBe("StoreUnavailable")
      yield* next.keep(5)
    })

  it.scopedLive("when PostgreSQL ended its connection", () =>
    lostTo(
      Effect.map(database, (url) => {
        const options = { url: Redacted.make(url), statementTimeout: "1 second" } as const
        const lock = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 1398163019"
        return {
          process: Layer.merge(Postgres.layer(options), Postgres.turns(options)),
          cut: raw(url, `SELECT pg_terminate_backend(pid) FROM (${lock}) AS held`)
        }
      })
    )
  )

  it.scopedLive("when it did not renew its lease on SQLite", () =>
    lostTo(
      Effect.map(filename, (path) => ({
        process: Layer.merge(Sqlite.layer({ filename: path }), Sqlite.turns({ filename: path, lease: "600 millis" })),
        cut: Effect.sync(() => withRaw(path, (file) => file.exec("UPDATE positions SET until = 1")))
      }))
    )
  )
})

import { it } from "@effect/vitest"
import { Ledger, type StoreUnavailable } from "@single-window/core"
import { Context, Deferred, Effect, Fiber, Layer, Option, Redacted, type Scope, Stream } from "effect"
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

interface Engine {
  /** How each process opens the store for itself. */
  readonly process: Process
  /** Where whoever delivers had come to, as it noted. */
  readonly kept: Effect.Effect<unknown>
}

const kept = "SELECT position FROM positions WHERE name = 'webhook'"

const engines: Readonly<Record<string, Effect.Effect<Engine, never, Scope.Scope>>> = {
  SQLite: Effect.map(filename, (path) => ({
    process: Layer.mergeAll(Sqlite.layer({ filename: path }), Sqlite.turns({ filename: path, lease: "5 seconds" })),
    kept: Effect.sync(() => withRaw(path, (file) => file.prepare(kept).pluck().get()))
  })),
  PostgreSQL: Effect.map(database, (url) => ({
    process: Layer.mergeAll(Postgres.layer({ url: Redacted.make(url) }), Postgres.turns({ url: Redacted.make(url) })),
    kept: Effect.map(raw(url, kept), ([row]) => Number(row?.position))
  }))
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

/** Delivered and noted: whoever is interrupted in between leaves the last of it to be delivered again. */
const until = (kept: Effect.Effect<unknown>, to: number) =>
  Effect.repeat(Effect.zipRight(Effect.sleep("5 millis"), kept), { until: (position) => position === to }).pipe(
    Effect.timeout("20 seconds")
  )

describe.each(Object.entries(engines))("background work on %s", (_, engine) => {
  it.scopedLive("is done by one of three at a time: each notice is sent once, in order, whoever of them stops", () =>
    Effect.gen(function* () {
      const { kept, process } = yield* engine
      const { received, url } = yield* receiver()
      const sent = () => received.flatMap(({ notices }) => notices.map(({ position }) => position))
      const here = yield* Layer.build(Layer.fresh(process))
      yield* Effect.provide(entries(1, 10), here)
      const start = Effect.fork(Effect.provide(publisher(url), Layer.fresh(process)))
      const publishers = [yield* start]
      yield* until(kept, 10)
      publishers.push(yield* start, yield* start)
      yield* Effect.provide(entries(11, 25), here)
      yield* until(kept, 25)
      for (const [index, publishing] of publishers.entries()) {
        yield* Fiber.interrupt(publishing)
        const to = 35 + index * 10
        yield* Effect.provide(entries(to - 9, to), here)
        if (index < 2) yield* until(kept, to)
      }
      expect(sent()).toEqual(positions(45))
    })
  )

  it.scopedLive("has a turn for each name, which another gets when it is given back", () =>
    Effect.gen(function* () {
      const { process } = yield* engine
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

it.scopedLive("whoever is interrupted while it takes a turn leaves it to others, at whichever moment", () =>
  Effect.gen(function* () {
    const url = yield* database
    const options = { url: Redacted.make(url), idleTimeout: "5 minutes" } as const
    const turns = Context.get(yield* Layer.build(Postgres.turns(options)), Turns)
    yield* Effect.scoped(turns.tryTake("another"))
    let taken = 0
    for (let round = 0; round < 60; round++) {
      const took = Effect.sync(() => {
        taken += 1
      })
      const taking = yield* Effect.fork(Effect.scoped(Effect.zipRight(turns.tryTake("a"), took)))
      yield* Effect.sleep(round / 10)
      yield* Fiber.interrupt(taking)
      const held = yield* raw(url, "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 1398163019")
      expect(held, `after ${round / 10} ms`).toEqual([])
    }
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThan(60)
  })
)

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

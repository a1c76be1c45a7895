import * as Reactivity from "@effect/experimental/Reactivity"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import { it } from "@effect/vitest"
import { CommitOutcome, Ledger, StoreUnavailable } from "@single-window/core"
import Database from "better-sqlite3"
import { Duration, Effect, Fiber } from "effect"
import { describe, expect } from "vitest"
import { executing } from "../../src/sqlite/connection.js"
import { isBusy } from "../../src/sqlite/failure.js"
import * as Sqlite from "../../src/sqlite/index.js"
import { commitOf } from "../sql/processes/commitOf.mjs"
import { filename } from "./place.js"

/** Holds the write lock as another process would. */
const holding = (path: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const other = new Database(path)
      other.exec("BEGIN IMMEDIATE")
      return other
    }),
    (other) => Effect.sync(() => other.close())
  )

/** Holds the whole file, as somebody does who changes its journal mode: nobody else can so much as read. */
const exclusively = (path: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const other = new Database(path)
      other.pragma("journal_mode = DELETE")
      other.exec("BEGIN EXCLUSIVE")
      return other
    }),
    (other) => Effect.sync(() => other.close())
  )

const commit = (stream: string) => Effect.flatMap(Ledger, (ledger) => ledger.commit([commitOf(stream)]))

/** The longest time for which nothing else could run on the main thread. */
const longestPause = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    let last = performance.now()
    let longest = 0
    const heart = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 5)
    const result = yield* effect
    clearInterval(heart)
    return { result, longest }
  })

describe("a write lock held by somebody else", () => {
  it.scopedLive("is waited for without stopping the rest, and all who waited get their answers", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.gen(function* () {
        yield* commit("before")
        const other = yield* holding(path)
        const fibers = yield* Effect.forEach(["a", "b", "c"], (stream) => Effect.fork(commit(stream)))
        const reading = Effect.flatMap(Ledger, (ledger) => ledger.head("before"))
        const { result, longest } = yield* longestPause(Effect.zipRight(Effect.sleep("400 millis"), reading))
        expect(result?.stream).toBe("before")
        expect(longest).toBeLessThan(350)
        yield* Effect.sync(() => other.exec("COMMIT"))
        expect(yield* Fiber.join(Fiber.all(fibers))).toEqual(Array(3).fill([CommitOutcome.Committed()]))
      }).pipe(Effect.provide(Sqlite.layer({ filename: path })))
    })
  )

  it.scopedLive("is given up on when patience ends, with a clear reason and nothing written", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.gen(function* () {
        yield* commit("before")
        const other = yield* holding(path)
        const [spent, refusal] = yield* Effect.timed(Effect.flip(commit("a")))
        expect(refusal).toEqual(new StoreUnavailable({ reason: `${path} is held by another process` }))
        expect(Duration.toMillis(spent)).toBeGreaterThan(250)
        expect(Duration.toMillis(spent)).toBeLessThan(1500)
        yield* Effect.sync(() => other.exec("COMMIT"))
        expect(yield* Effect.flatMap(Ledger, (ledger) => ledger.head("a"))).toBeUndefined()
        expect(yield* commit("a")).toEqual([CommitOutcome.Committed()])
      }).pipe(Effect.provide(Sqlite.layer({ filename: path, patience: "300 millis" })))
    })
  )

  it.scopedLive("is waited for at the start as well, when even looking is impossible", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(commit("before"), Sqlite.layer({ filename: path }))
      const other = yield* exclusively(path)
      yield* Effect.fork(
        Effect.delay(
          Effect.sync(() => other.exec("COMMIT")),
          "300 millis"
        )
      )
      yield* Effect.provide(commit("after"), Sqlite.layer({ filename: path }))
    })
  )

  it.scopedLive("is not remembered by a statement that met it once", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(commit("before"), Sqlite.layer({ filename: path }))
      const client = yield* SqliteClient.make({ filename: path, disableWAL: true }).pipe(
        Effect.provide(Reactivity.layer)
      )
      const connection = yield* Effect.scoped(client.reserve)
      yield* connection.execute("PRAGMA busy_timeout = 10", [], undefined)
      const statement = "SELECT stream FROM heads"
      const other = yield* exclusively(path)
      expect(isBusy(yield* Effect.flip(executing(connection)(statement, [])))).toBe(true)
      other.exec("COMMIT")
      expect(yield* executing(connection)(statement, [])).toEqual([{ stream: "before" }])
      // What the client does by itself, and why this is tested.
      expect(isBusy(yield* Effect.flip(connection.execute(statement, [], undefined)))).toBe(true)
    })
  )
})

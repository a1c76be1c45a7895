import { copyFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { it } from "@effect/vitest"
import { Ledger, type StoreUnavailable } from "@single-window/core"
import { Deferred, Effect, Either, Fiber } from "effect"
import { describe, expect } from "vitest"
import { equal, move, type Tables } from "../../src/sql/move.js"
import * as Sqlite from "../../src/sqlite/index.js"
import { commitOf } from "../sql/processes/commitOf.mjs"
import { folder } from "./place.js"
import { withRaw } from "./raw.js"

const commit = (filename: string, ...streams: ReadonlyArray<string>) =>
  Effect.provide(
    Effect.flatMap(Ledger, (ledger) => ledger.commit(streams.map((stream) => commitOf(stream)))),
    Sqlite.layer({ filename })
  )

const streams = (filename: string) =>
  withRaw(filename, (file) => file.prepare("SELECT stream FROM heads ORDER BY stream").pluck().all())

const copied = (from: string, to: string, meanwhile: Effect.Effect<unknown, unknown> = Effect.void) =>
  Sqlite.reading({ filename: from }, (source) =>
    Sqlite.filling({ filename: to }, (target: Tables) =>
      Effect.tap(
        Effect.flatMap(move(source, target), (moved) => (equal(moved) ? Effect.void : Effect.fail("unequal" as const))),
        () => Effect.orDie(meanwhile)
      )
    )
  )

const reasonOf = (answer: unknown): string => (answer as StoreUnavailable).reason

describe("a file that a store is moved to", () => {
  const begun = Effect.gen(function* () {
    const place = yield* folder
    const [from, to] = [join(place, "from.db"), join(place, "to.db")]
    yield* commit(from, "a", "b")
    const left = () => readdirSync(place).filter((name) => name.startsWith("to.db"))
    return { from, to, left }
  })

  it.scopedLive("is not written over when somebody else began a store there meanwhile", () =>
    Effect.gen(function* () {
      const { from, left, to } = yield* begun
      const refused = yield* Effect.flip(copied(from, to, commit(to, "theirs")))
      expect(reasonOf(refused)).toMatch(/to\.db holds something by now/)
      expect([streams(to), left()]).toEqual([["theirs"], ["to.db"]])
    })
  )

  it.scopedLive("does not become part of a store that is gone, whose log still lies there", () =>
    Effect.gen(function* () {
      const { from, left, to } = yield* begun
      yield* commit(to, "old")
      withRaw(to, (file) => {
        file.exec("UPDATE heads SET level = 'high'")
        copyFileSync(`${to}-wal`, `${to}.kept`)
      })
      rmSync(to)
      copyFileSync(`${to}.kept`, `${to}-wal`)
      rmSync(`${to}.kept`)
      const refused = yield* Effect.flip(copied(from, to))
      expect(reasonOf(refused)).toMatch(/to\.db-wal/)
      const begin = yield* Effect.flip(commit(to, "new"))
      expect([refused, begin, yield* Effect.flip(Sqlite.isNew(to))].map(reasonOf)).toEqual(
        Array(3).fill(reasonOf(begin))
      )
      expect(left()).toEqual(["to.db-wal"])
      rmSync(`${to}-wal`)
      yield* copied(from, to)
      expect(streams(to)).toEqual(["a", "b"])
    })
  )

  it.scopedLive("is not named while another fills it too: neither half is taken for a whole", () =>
    Effect.gen(function* () {
      const { from, left, to } = yield* begun
      const other = `${from}.other`
      yield* commit(other, "c")
      const goOn = yield* Deferred.make<void>()
      const first = yield* Effect.fork(Effect.either(copied(from, to, Deferred.await(goOn))))
      yield* Effect.repeat(Effect.sleep("5 millis"), { until: () => left().length > 0 })
      const wait = Effect.zipRight(Deferred.succeed(goOn, undefined), Fiber.await(first))
      const second = yield* Effect.either(copied(other, to, wait))
      expect([yield* Fiber.join(first), second].map(Either.isLeft)).toEqual([true, true])
      expect(left()).toEqual([])
      yield* copied(other, to)
      expect(streams(to)).toEqual(["c"])
    })
  )

  it.scopedLive("may be there and empty", () =>
    Effect.gen(function* () {
      const { from, left, to } = yield* begun
      writeFileSync(to, "")
      yield* copied(from, to)
      expect([streams(to), left()]).toEqual([["a", "b"], ["to.db"]])
    })
  )
})

import * as PgClient from "@effect/sql-pg/PgClient"
import { CommitOutcome, Ledger, type StoreUnavailable } from "@single-window/core"
import { start } from "@single-window/testkit/wire/postgres"
import { Context, Deferred, Effect, Either, Exit, Fiber, Layer, Redacted, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Postgres from "../../src/postgres/index.js"
import { killed, wholeAndThere } from "../sql/killed.js"
import { commitOf } from "../sql/processes/commitOf.mjs"
import { raw } from "./place.js"
import { wire } from "./wire.js"

type Server = Effect.Effect.Success<ReturnType<typeof start>>

let server: Server
const scope = Effect.runSync(Scope.make())
beforeAll(async () => {
  const settings = { deadlock_timeout: "100ms", max_connections: "60" }
  server = await Effect.runPromise(Scope.extend(start({ settings }), scope))
})
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const at = (url: string, options: Partial<Postgres.PostgresOptions> = {}) =>
  Postgres.layer({ url: Redacted.make(url), patience: "200 millis", ...options })
const commit = (stream: string, claim: ReadonlyArray<string> = []) =>
  Effect.flatMap(Ledger, (ledger) => ledger.commit([commitOf(stream, { claim })]))
const committed = [CommitOutcome.Committed()]

const database = (name: string) => Effect.as(raw(server.url(), `CREATE DATABASE ${name}`), server.url(name))
const on = <A, E>(
  layer: Layer.Layer<Ledger, StoreUnavailable>,
  body: Effect.Effect<A, E, Ledger>
): Promise<Either.Either<A, E | StoreUnavailable>> => Effect.runPromise(Effect.either(Effect.provide(body, layer)))

const reasonOf = <A, E>(answer: Either.Either<A, E | StoreUnavailable>): string =>
  Either.isLeft(answer) ? ((answer.left as StoreUnavailable).reason ?? "") : "nothing was wrong"

/** Another client's session, which holds what it took until it is told to let go. */
const session = (url: string) =>
  Effect.flatMap(
    Layer.build(PgClient.layer({ url: Redacted.make(url), maxConnections: 1 })),
    (context) => Context.get(context, PgClient.PgClient).reserve
  )

describe("a server that cannot be used is one clear sentence, without the password", () => {
  it("where none answers, where nothing is known of the user or the database, and where the address is none", async () => {
    const shown = (url: string) => on(at(url), commit("a")).then(reasonOf)
    expect(await shown("postgres://sw:hunter2secret@127.0.0.1:1/sw")).toBe(
      "no server answers at postgres://sw@127.0.0.1:1/sw"
    )
    const place = server.url("nowhere").replace("postgres@", "postgres:hunter2secret@")
    expect(await shown(place)).toBe(`there is no database at ${server.url("nowhere")}`)
    expect(await shown(server.url().replace("postgres@", "nobody:hunter2secret@"))).toMatch(/does not let this user in/)
    for (const wrong of [
      "postgres:hunter2secret",
      "mysql://sw:hunter2secret@host/db",
      "postgres://sw:hunter2secret@:x/"
    ]) {
      const reason = await shown(wrong)
      expect(reason).toMatch(/postgres:\/\/user@host\/database/)
      expect(reason).not.toContain("hunter2secret")
    }
    expect(await shown(`${server.url()}?sslmode=require`)).toMatch(/offers no TLS/)
  })

  it("where another program's tables are, and where a newer schema is", async () => {
    const url = await Effect.runPromise(database("others"))
    await Effect.runPromise(raw(url, "CREATE TABLE theirs (id int)"))
    expect(await on(at(url), commit("a")).then(reasonOf)).toMatch(/holds the tables of another program/)
    await Effect.runPromise(raw(url, "DROP TABLE theirs"))
    expect(await on(at(url, { create: false }), commit("a")).then(reasonOf)).toMatch(/is empty/)
    expect(await on(at(url), commit("a"))).toEqual(Either.right(committed))
    await Effect.runPromise(raw(url, "INSERT INTO single_window_migrations VALUES (99, now(), 'later')"))
    expect(await on(at(url), commit("a")).then(reasonOf)).toMatch(/schema version 99; this software knows up to/)
  })

  it("where no connection is free", async () => {
    const url = await Effect.runPromise(database("crowded"))
    await Effect.runPromise(raw(url, "CREATE ROLE one LOGIN CONNECTION LIMIT 1; GRANT ALL ON SCHEMA public TO one"))
    const theirs = url.replace("postgres@", "one@")
    const both = Effect.zipRight(
      commit("a"),
      Effect.promise(() => on(at(theirs), commit("b")))
    )
    const second = Either.getOrThrow(await on(at(theirs, { maxConnections: 1 }), both))
    expect(reasonOf(second)).toBe(`${theirs} has no connection free`)
    // The first has gone, and its connection with it.
    expect(await on(at(theirs, { patience: "3 seconds" }), commit("b"))).toEqual(Either.right(committed))
  })
})

describe("waiting has an end", () => {
  it("when somebody else holds a lock, and the next commit is none the worse", async () => {
    const url = await Effect.runPromise(database("held"))
    const story = Effect.gen(function* () {
      yield* commit("a")
      const other = yield* session(url)
      yield* other.executeUnprepared("BEGIN; LOCK TABLE heads IN ACCESS EXCLUSIVE MODE", [], undefined)
      const refused = yield* Effect.either(commit("b"))
      yield* other.executeUnprepared("ROLLBACK", [], undefined)
      return { refused: reasonOf(refused), next: yield* commit("b") }
    })
    const answer = await on(at(url, { statementTimeout: "300 millis" }), Effect.scoped(story))
    expect(answer).toEqual(Either.right({ refused: `${url} took too long`, next: committed }))
  })

  it("when it is a deadlock: the one that PostgreSQL breaks off is tried again", async () => {
    const url = await Effect.runPromise(database("deadlock"))
    const story = Effect.gen(function* () {
      yield* commit("a")
      const other = yield* session(url)
      yield* other.executeUnprepared("BEGIN; INSERT INTO claims VALUES ('wanted', 'a')", [], undefined)
      const ours = yield* Effect.fork(commit("b", ["wanted"]))
      yield* Effect.sleep("30 millis")
      // Ours waits for the claim, theirs for the turn that ours has.
      yield* other.executeUnprepared(
        "SELECT pg_advisory_xact_lock(1398163017, hashtext(current_schema())); ROLLBACK",
        [],
        undefined
      )
      const deadlocks = yield* other.executeUnprepared(
        "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
        [],
        undefined
      )
      return { ours: yield* Fiber.join(ours), deadlocks }
    })
    const answer = await on(at(url, { patience: "5 seconds" }), Effect.scoped(story))
    expect(answer).toMatchObject(Either.right({ ours: committed }))
  })

  it("when the server falls silent, and it goes on with the same pool when the server does", async () => {
    const way = await Effect.runPromise(Scope.extend(wire(await Effect.runPromise(database("silent"))), scope))
    const story = Effect.gen(function* () {
      yield* commit("a")
      yield* way.cut
      const began = performance.now()
      const lost = reasonOf(yield* Effect.either(commit("b")))
      const unanswered = reasonOf(yield* Effect.either(commit("c")))
      const took = performance.now() - began
      yield* way.mend
      return { lost, unanswered, took, next: yield* commit("d") }
    })
    const answer = await on(at(way.url, { statementTimeout: "500 millis", connectTimeout: "2 seconds" }), story)
    expect(answer).toMatchObject(
      Either.right({
        lost: expect.stringMatching(/was lost/),
        unanswered: expect.stringMatching(/was lost|does not answer/),
        next: committed
      })
    )
    expect(Either.getOrThrow(answer).took).toBeLessThan(8_000)
  })
})

describe("a server that stops", () => {
  it("loses no acknowledged commit and keeps no half of another, and the same pool works again when it is back", async () => {
    const url = await Effect.runPromise(database("crashing"))
    const acknowledged = new Set<string>()
    const story = Effect.gen(function* () {
      for (let round = 0; round < 6; round++) {
        const gone = yield* Deferred.make<string>()
        const writer = (name: number): Effect.Effect<void, never, Ledger> =>
          Effect.iterate(0, {
            while: (count) => count >= 0,
            body: (count) => {
              const stream = `r${round}-${name}-${count}`
              return Effect.matchEffect(commit(stream, [stream]), {
                onFailure: ({ reason }) => Effect.as(Deferred.succeed(gone, reason), -1),
                onSuccess: () =>
                  Effect.as(
                    Effect.sync(() => acknowledged.add(stream)),
                    count + 1
                  )
              })
            }
          })
        const writers = yield* Effect.fork(
          Effect.forEach([1, 2, 3, 4], writer, { concurrency: "unbounded", discard: true })
        )
        yield* Effect.sleep(20 + Math.random() * 60)
        yield* server.stop(round % 2 === 0 ? "at once" : "in order")
        expect(yield* Deferred.await(gone)).toMatch(/was lost|was stopped|no server answers|starting or stopping/)
        yield* Fiber.join(writers)
        const began = performance.now()
        yield* server.start
        yield* Effect.retry(commit(`after ${round}`, [`after ${round}`]), { times: 100 })
        expect(performance.now() - began).toBeLessThan(5_000)
        acknowledged.add(`after ${round}`)
      }
    })
    const layer = at(url)
    expect(await on(layer, story)).toEqual(Either.right(undefined))
    expect(acknowledged.size).toBeGreaterThan(50)
    await Effect.runPromise(wholeAndThere(acknowledged, layer))
  })

  it("and so does a client that is killed while it writes", async () => {
    const url = await Effect.runPromise(database("killing"))
    const acknowledged = new Set<string>()
    for (let round = 0; round < 2; round++) {
      for (const stream of await killed(url, `k${round}`, 3)) acknowledged.add(stream)
      await Effect.runPromise(wholeAndThere(acknowledged, at(url)))
    }
    expect(acknowledged.size).toBeGreaterThan(20)
  })

  it("does not take with it the connections that it closed while nothing went on", async () => {
    const url = await Effect.runPromise(database("dropped"))
    const story = Effect.gen(function* () {
      yield* commit("a")
      yield* raw(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'single-window'")
      yield* Effect.sleep("50 millis")
      return yield* commit("b")
    })
    expect(await on(at(url), story)).toEqual(Either.right(committed))
  })
})

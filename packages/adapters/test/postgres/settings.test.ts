import { it } from "@effect/vitest"
import { Ledger } from "@single-window/core"
import { Config, ConfigProvider, Effect, Either, Redacted } from "effect"
import { describe, expect } from "vitest"
import { addressOf } from "../../src/postgres/address.js"
import { open } from "../../src/postgres/connection.js"
import { isBusy, isOfOne, unavailable } from "../../src/postgres/failure.js"
import * as Postgres from "../../src/postgres/index.js"
import { columns } from "../../src/sql/columns.js"
import { database, raw } from "./place.js"
import { withoutOptions } from "./wire.js"

describe("settings", () => {
  it.scopedLive("are there on every connection, whatever the server's own are", () =>
    Effect.gen(function* () {
      const url = yield* database
      const name = url.split("/").at(-1)
      yield* raw(url, `ALTER DATABASE ${name} SET default_transaction_isolation = 'serializable'`)
      yield* raw(url, `ALTER DATABASE ${name} SET synchronous_commit = 'off'`)
      const { execute } = yield* open({ url: Redacted.make(url), statementTimeout: "7 seconds", maxConnections: 3 })
      const ask = execute(
        "SELECT current_setting('transaction_isolation') AS isolation, current_setting('statement_timeout') AS statement, " +
          "current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('synchronous_commit') AS waits, " +
          "pg_sleep(0.02)::text AS slept",
        []
      )
      const all = yield* Effect.all([ask, ask, ask], { concurrency: "unbounded" })
      for (const [row] of all)
        expect(row).toEqual({ isolation: "read committed", statement: "7s", idle: "7s", waits: "on", slept: "" })
    })
  )

  it("of the address come after them, and TLS is checked unless the server is this machine or the address says otherwise", () => {
    const of = (url: string) => Either.getOrThrow(addressOf(url, 1000))
    const given = of("postgres://u:p%20w@db.example.cn/x?options=-c%20search_path%3Dsw&sslmode=require")
    const parameters = new URL(given.url).searchParams
    expect(parameters.get("options")).toMatch(
      /^-c default_transaction_isolation=read\\ committed .* -c search_path=sw$/
    )
    expect(parameters.get("sslmode")).toBe("verify-full")
    expect(given).toMatchObject({ saysTls: true, local: false, shown: "postgres://u@db.example.cn/x" })
    for (const [url, local] of [
      ["postgres://u@127.0.0.1:5/x", true],
      ["postgres://u@localhost/x", true],
      ["postgres://u@[::1]/x", true],
      ["postgres:///x?host=/run/postgresql", true],
      ["postgres://u@127.example.cn/x", false],
      ["postgres://u@10.0.0.1/x", false]
    ] as const)
      expect([url, of(url).local]).toEqual([url, local])
  })

  it.scopedLive("that something in between keeps from the server are missed before anything is stored", () =>
    Effect.gen(function* () {
      const url = yield* database
      const pooler = yield* withoutOptions(url)
      const refused = yield* Effect.flip(Effect.provide(Ledger, Postgres.layer({ url: Redacted.make(pooler) })))
      expect(refused).toMatchObject({ reason: expect.stringMatching(/does not take a connection's settings/) })
      expect(yield* Postgres.isNew({ url: Redacted.make(url) })).toBe(true)
      expect(yield* raw(url, "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'")).toEqual([
        { tables: 0 }
      ])
    })
  )

  it.live("can come from the environment", () =>
    Effect.gen(function* () {
      const url = yield* database
      const layer = Postgres.layerConfig({ url: Config.redacted("DATABASE"), maxConnections: Config.integer("POOL") })
      const provider = ConfigProvider.fromMap(new Map(Object.entries({ DATABASE: url, POOL: "2" })))
      const kept = Effect.flatMap(Ledger, (ledger) => ledger.keepMeta("fact", "value"))
      expect(yield* Effect.withConfigProvider(Effect.provide(kept, layer), provider)).toBe("value")
    })
  )
})

it.live("every column is listed with a word on whether it is about a person", () =>
  Effect.gen(function* () {
    const url = yield* database
    yield* Effect.provide(Ledger, Postgres.layer({ url: Redacted.make(url) }))
    const found = yield* raw(
      url,
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'"
    )
    expect(found.map(({ name }) => name).sort()).toEqual(
      columns.map(({ column, table }) => `${table}.${column}`).sort()
    )
  })
)

describe("what a failure means", () => {
  const failure = (code: string) => ({ cause: Object.assign(new Error("detail of hunter2secret"), { code }) })

  it("is tried again only where nothing can have been written", () => {
    const again = ["40001", "40P01", "55P03", "53300", "57P03"]
    const never = ["57P01", "57P02", "08006", "ECONNRESET", "ETIMEDOUT", "57014", "23505", "22021", "42501", ""]
    expect(again.filter((code) => !isBusy(failure(code)))).toEqual([])
    expect(never.filter((code) => isBusy(failure(code)))).toEqual([])
    // The others of a group are tried by themselves only where it is certain that the group came to nothing.
    const ofOne = ["22021", "23505", "54000", "UNSTORABLE_TEXT"]
    expect([...new Set([...again, ...never, ...ofOne])].filter((code) => isOfOne(failure(code))).sort()).toEqual(ofOne)
  })

  it("is said in one line without what the driver says, which may repeat values", () => {
    for (const code of ["40001", "53300", "57P01", "28P01", "3D000", "42501", "XX001", "ENOTFOUND", "99999", ""]) {
      const { reason } = unavailable("postgres://u@h/d")(failure(code))
      expect(reason).not.toContain("hunter2secret")
      expect(reason.length).toBeGreaterThan(15)
    }
  })
})

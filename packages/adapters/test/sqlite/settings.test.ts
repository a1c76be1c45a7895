import { statSync } from "node:fs"
import { it } from "@effect/vitest"
import { Ledger } from "@single-window/core"
import { Config, ConfigProvider, Effect } from "effect"
import { describe, expect } from "vitest"
import { columns } from "../../src/sql/columns.js"
import { numeric } from "../../src/sql/move.js"
import { open } from "../../src/sqlite/connection.js"
import * as Sqlite from "../../src/sqlite/index.js"
import { filename } from "./place.js"
import { withRaw } from "./raw.js"

const settings = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  temp_store: 2,
  fullfsync: 1
} as const

const read = (path: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const { connection, client } = yield* open(path, "1 second")
      const ask = (name: string) => Effect.map(connection.execute(`PRAGMA ${name}`, [], undefined), ([row]) => row)
      for (const [name, value] of Object.entries(settings)) {
        expect(Object.values((yield* ask(name)) ?? {})).toEqual([value])
      }
      const [wait] = Object.values((yield* ask("busy_timeout")) ?? {})
      expect(wait).toBeLessThanOrEqual(50)
      // The client has no second connection that might be set otherwise.
      expect(yield* Effect.scoped(client.reserve)).toBe(connection)
    })
  )

describe("settings", () => {
  it.scopedLive("are there on the first connection and on every later one", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* read(path)
      yield* Effect.provide(Ledger, Sqlite.layer({ filename: path }))
      // What the driver does by itself, and why this is tested on a reopened file.
      expect(withRaw(path, (database) => database.pragma("synchronous", { simple: true }))).toBe(1)
      yield* read(path)
      yield* Effect.all([read(path), read(path)], { concurrency: "unbounded" })
    })
  )

  it.scopedLive("that a file cannot have are a reason not to start", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(Ledger, Sqlite.layer({ filename: path }))
      const refused = withRaw(path, (database) => {
        // Nobody changes the journal mode under an open read.
        database.pragma("journal_mode = DELETE")
        database.exec("BEGIN")
        database.prepare("SELECT count(*) FROM heads").get()
        return Effect.runSyncExit(Effect.scoped(Effect.flip(open(path, "0 millis"))))
      })
      expect(refused).toMatchObject({ _tag: "Success", value: { reason: `${path} is held by another process` } })
    })
  )
})

describe("the file", () => {
  it.scopedLive("and those beside it are their owner's alone", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(
        Effect.gen(function* () {
          yield* Effect.flatMap(Ledger, (ledger) => ledger.keepMeta("fact", "value"))
          for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600)
        }),
        Sqlite.layer({ filename: path })
      )
    })
  )

  it.scopedLive("is new until something is stored", () =>
    Effect.gen(function* () {
      const path = yield* filename
      expect(yield* Sqlite.isNew(path)).toBe(true)
      yield* Effect.provide(Ledger, Sqlite.layer({ filename: path }))
      expect(yield* Sqlite.isNew(path)).toBe(false)
    })
  )
})

describe("the configuration", () => {
  it.scopedLive("can come from the environment", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const layer = Sqlite.layerConfig({ filename: Config.string("DATABASE"), create: Config.boolean("CREATE") })
      const start = (create: string) =>
        Effect.provide(Ledger, layer).pipe(
          Effect.withConfigProvider(
            ConfigProvider.fromMap(
              new Map([
                ["DATABASE", path],
                ["CREATE", create]
              ])
            )
          )
        )
      expect(yield* Effect.flip(start("no"))).toMatchObject({ reason: `${path} does not exist` })
      yield* start("yes")
      yield* start("no")
    })
  )
})

describe("the tables", () => {
  it.scopedLive("are strict, and every column is listed with a word on whether it is about a person", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(Ledger, Sqlite.layer({ filename: path }))
      const tables = withRaw(path, (database) =>
        (database.pragma("table_list") as ReadonlyArray<{ name: string; strict: number; schema: string }>)
          .filter(({ name, schema }) => schema === "main" && !name.startsWith("sqlite_"))
          .map(({ name, strict }) => ({
            name,
            strict: strict === 1,
            columns: database.pragma(`table_info(${name})`) as ReadonlyArray<{ name: string; type: string }>
          }))
      )
      const real = tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
      expect(columns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(real.sort())
      const ours = tables.filter(({ name }) => !name.endsWith("migrations"))
      expect(ours.map(({ name }) => name).sort()).toEqual(["answers", "claims", "events", "heads", "meta", "positions"])
      expect(ours.every(({ strict }) => strict)).toBe(true)
      // What moves a store between engines makes numbers of these, and of no other.
      const integers = ours.flatMap(({ columns }) => columns.filter(({ type }) => type === "INTEGER"))
      expect([...numeric].sort()).toEqual([...new Set(integers.map(({ name }) => name))].sort())
    })
  )
})

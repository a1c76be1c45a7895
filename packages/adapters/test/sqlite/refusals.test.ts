import { spawnSync } from "node:child_process"
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Migrator from "@effect/sql/Migrator"
import * as SqlClient from "@effect/sql/SqlClient"
import { it } from "@effect/vitest"
import { CommitOutcome, Ledger, StoreUnavailable } from "@single-window/core"
import { Effect } from "effect"
import { describe, expect } from "vitest"
import { migrations, migrationTable, newest } from "../../src/sql/migrations.js"
import * as Connection from "../../src/sqlite/connection.js"
import * as Sqlite from "../../src/sqlite/index.js"
import { commitOf } from "../sql/processes/commitOf.mjs"
import { filename } from "./place.js"
import { withRaw } from "./raw.js"

const processes = join(dirname(fileURLToPath(import.meta.url)), "processes")
const open = (options: Sqlite.SqliteOptions) => Effect.scoped(Effect.provide(Ledger, Sqlite.layer(options)))
const refusal = (options: Sqlite.SqliteOptions) => Effect.map(Effect.flip(open(options)), ({ reason }) => reason)

/** A store as the software of an older version left it. */
const upTo = (path: string, version: number) =>
  Effect.scoped(
    Effect.gen(function* () {
      const { client } = yield* Connection.open(path, "1 second")
      const loader = Effect.map(migrations, (all) => all.filter(([id]) => id <= version))
      yield* Effect.provideService(Migrator.make({})({ loader, table: migrationTable }), SqlClient.SqlClient, client)
    })
  )

describe("a store that cannot be opened says why in one line", () => {
  it.scopedLive("a missing file, when none may be made; and none is", () =>
    Effect.gen(function* () {
      const path = yield* filename
      expect(yield* refusal({ filename: path, create: false })).toBe(`${path} does not exist`)
      closeSync(openSync(path, "w"))
      expect(yield* refusal({ filename: path, create: false })).toBe(`${path} is empty`)
      expect(readFileSync(path)).toHaveLength(0)
    })
  )

  it.scopedLive("a missing folder, a folder in place of a file, no file at all", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const lost = join(path, "deeper", "store.db")
      expect(yield* refusal({ filename: lost })).toBe(`${lost} or its folder is missing`)
      mkdirSync(path)
      expect(yield* refusal({ filename: path })).toBe(`${path} is not a file`)
      expect(yield* refusal({ filename: ":memory:" })).toBe("SQLite needs the path of a file")
      expect(yield* refusal({ filename: "" })).toBe("SQLite needs the path of a file")
      expect(readdirSync(path)).toEqual([])
    })
  )

  it.scopedLive("a file that is no database, which is left as it was", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const text = "用户名,来源\n".repeat(500)
      writeFileSync(path, text)
      expect(yield* refusal({ filename: path })).toBe(`${path} is not a database`)
      expect(readFileSync(path, "utf8")).toBe(text)
    })
  )

  it.scopedLive("another program's database, which is left as it was", () =>
    Effect.gen(function* () {
      const path = yield* filename
      withRaw(path, (database) => database.exec("CREATE TABLE migrations (id INTEGER)"))
      expect(yield* refusal({ filename: path })).toBe(`${path} is the database of another program`)
      const tables = withRaw(path, (database) => database.prepare("SELECT name FROM sqlite_schema").pluck().all())
      expect(tables).toEqual(["migrations"])
    })
  )

  it.scopedLive("a database of a newer version", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* open({ filename: path })
      withRaw(path, (database) =>
        database.exec("INSERT INTO single_window_migrations (migration_id, name) VALUES (99, 'tomorrow')")
      )
      expect(yield* refusal({ filename: path })).toBe(
        `${path} has schema version 99; this software knows up to ${newest}`
      )
    })
  )

  it.scopedLive("but one of the version before opens, and has what came since", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const fresh = yield* filename
      yield* open({ filename: fresh })
      const parts = (file: string) =>
        withRaw(file, (database) => database.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name").all())
      // Made by the older software's own steps, so that this holds whatever the newest step does.
      yield* upTo(path, newest - 1)
      expect(parts(path)).not.toEqual([])
      yield* open({ filename: path })
      expect(parts(path)).toEqual(parts(fresh))
    })
  )

  it.scopedLive("a file or folder that this user may not write to, or not read", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const folder = dirname(path)
      chmodSync(folder, 0o777)
      yield* open({ filename: path })
      const asNobody = () =>
        spawnSync(process.execPath, [join(processes, "open.mjs"), path], { encoding: "utf8" }).stdout
      const may = (file: number, of: number) => {
        chmodSync(path, file)
        chmodSync(folder, of)
      }
      may(0o444, 0o777)
      expect(asNobody()).toBe(`${path} cannot be opened; check its permissions and its folder's`)
      may(0o000, 0o777)
      expect(asNobody()).toBe(`${path} cannot be opened; check its permissions and its folder's`)
      may(0o666, 0o555)
      expect(asNobody()).toBe(`${path} cannot be opened; check its permissions and its folder's`)
      expect(readdirSync(folder)).toEqual(["store.db"])
      chmodSync(folder, 0o700)
    })
  )

  it.scopedLive("a file that lost its end, or has another file's middle", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(
        Effect.flatMap(Ledger, (ledger) =>
          ledger.commit(Array.from({ length: 200 }, (_, index) => commitOf(`s${index}`, { state: "x".repeat(500) })))
        ),
        Sqlite.layer({ filename: path })
      )
      const whole = readFileSync(path)
      writeFileSync(path, whole.subarray(0, whole.length / 2))
      expect(yield* refusal({ filename: path })).toMatch(/store\.db is damaged/)
      const mixed = Buffer.from(whole)
      mixed.fill(7, 4096 * 3, 4096 * 5)
      writeFileSync(path, mixed)
      expect(yield* refusal({ filename: path })).toMatch(/store\.db is damaged/)
    })
  )
})

describe("an open store", () => {
  const commit = (stream: string) => Effect.flatMap(Ledger, (ledger) => ledger.commit([commitOf(stream)]))
  const moved = (path: string) => new StoreUnavailable({ reason: `${path} was moved or deleted while it was open` })

  it.scopedLive("whose file is deleted takes no more commits and makes no second file", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(
        Effect.gen(function* () {
          yield* commit("before")
          rmSync(path)
          expect(yield* Effect.flip(commit("after"))).toEqual(moved(path))
          expect(existsSync(path)).toBe(false)
        }),
        Sqlite.layer({ filename: path })
      )
    })
  )

  it.scopedLive("whose file or log is exchanged takes no more commits, and takes them again when it is back", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(
        Effect.gen(function* () {
          yield* commit("before")
          for (const file of [path, `${path}-wal`]) {
            renameSync(file, `${file}.away`)
            copyFileSync(`${file}.away`, file)
            expect(yield* Effect.flip(commit("between"))).toEqual(moved(path))
            renameSync(`${file}.away`, file)
            expect(yield* commit(`after ${file}`)).toEqual([CommitOutcome.Committed()])
          }
          expect(yield* Effect.flatMap(Ledger, (ledger) => ledger.head("between"))).toBeUndefined()
        }),
        Sqlite.layer({ filename: path })
      )
    })
  )

  it.scopedLive("on a full disk says so, keeps what it has and goes on when there is room", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const limited = spawnSync(
        "bash",
        ["-c", 'ulimit -f 1500; exec "$0" "$@"', process.execPath, join(processes, "fill.mjs"), path],
        {
          encoding: "utf8"
        }
      )
      const { committed, reason, reads } = JSON.parse(limited.stdout) as Record<string, unknown>
      expect(reason).toMatch(/^the disk that holds .* is full$|^reading or writing .* failed$/)
      expect(reads).toBe("s0")
      yield* Effect.provide(
        Effect.gen(function* () {
          const ledger = yield* Ledger
          expect(yield* ledger.find({ limit: 10_000 })).toHaveLength(Number(committed))
          expect(yield* commit("after")).toEqual([CommitOutcome.Committed()])
        }),
        Sqlite.layer({ filename: path })
      )
    })
  )

  it.scopedLive("refuses text that would be changed by keeping it", () =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* Effect.provide(
        Effect.gen(function* () {
          const reason = "text with unpaired surrogates or NUL cannot be stored"
          for (const [index, state] of ["a\ud800", "\udc00", "a\0b"].entries()) {
            const both = Effect.flatMap(Ledger, (ledger) =>
              Effect.all(
                [
                  Effect.either(ledger.commit([commitOf("bad", { state })])),
                  ledger.commit([commitOf(`good ${index}`)])
                ],
                { concurrency: "unbounded" }
              )
            )
            const [bad, good] = yield* both
            expect(bad).toMatchObject({ _tag: "Left", left: { reason } })
            expect(good).toMatchObject([CommitOutcome.Committed()])
          }
        }),
        Sqlite.layer({ filename: path })
      )
    })
  )
})

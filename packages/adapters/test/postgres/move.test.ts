import { existsSync } from "node:fs"
import { join } from "node:path"
import { it } from "@effect/vitest"
import { type AccountEvent, AccountId, type Ledger, Store, type StoreUnavailable } from "@single-window/core"
import { Effect, Layer, Redacted } from "effect"
import { describe, expect } from "vitest"
import * as Postgres from "../../src/postgres/index.js"
import { columns } from "../../src/sql/columns.js"
import { equal, move, movedTables, sumsOf, type Tables } from "../../src/sql/move.js"
import * as Sqlite from "../../src/sqlite/index.js"
import * as Vaults from "../../src/vault/index.js"
import { folder } from "../sqlite/place.js"
import { withRaw } from "../sqlite/raw.js"
import { database, raw } from "./place.js"

/** More than are read at a time. */
const MANY = 1200
const FEW = 40

const vault = Vaults.layer({ key: Redacted.make("0123456789abcdef".repeat(4)) })
const storeOn = (ledger: Layer.Layer<Ledger, StoreUnavailable>) =>
  Layer.provide(Store.layer, Layer.merge(ledger, vault))

const migrated = (number: string): AccountEvent => ({
  _tag: "AccountMigrated",
  id: AccountId.make(`acct-${number.padStart(20, "0")}`),
  // Beyond U+FFFF the engines' orders would differ, if they did not both compare bytes.
  username: `old_${number}${["", "é", "～", "𠮷"][Number(number) % 4]}`,
  enterprise: {
    name: `北京示例${number}贸易有限公司`,
    unifiedSocialCreditCode: "",
    organizationCode: `${number}X1`,
    legalRepresentativeName: "张示例"
  },
  holder: { name: "李示例", document: { type: "passport", number: `E0${number}` } },
  mobile: "",
  email: "",
  source: "ciq"
})

const fill = (accounts: number) =>
  Effect.gen(function* () {
    const store = yield* Store
    const commits = Array.from({ length: accounts }, (_, index) => {
      const events: ReadonlyArray<AccountEvent> = [migrated(String(index).padStart(7, "0"))]
      const changes = [
        { before: undefined, events: index % 5 === 0 ? [...events, { _tag: "AccountDeleted" as const }] : events }
      ]
      const idempotency = { key: `key ${index}`, request: "digest", answer: "answer" }
      return {
        changes,
        at: 1_700_000_000_000 + index,
        actor: "system:test",
        ...(index % 3 === 0 ? { idempotency } : {})
      }
    })
    yield* store.commitAll(commits)
  })

const whole = Effect.gen(function* () {
  const store = yield* Store
  return { journal: yield* store.verifyJournal, rebuild: yield* store.rebuild }
})

/** A store in a new file, with many accounts. */
const begun = (accounts: number) =>
  Effect.gen(function* () {
    const place = yield* folder
    const filename = join(place, "first.db")
    yield* Effect.provide(fill(accounts), storeOn(Sqlite.layer({ filename })))
    return { place, filename }
  })

/** A way to a target on which something goes wrong. */
const spoilt = (
  tables: Tables,
  spoil: (table: string, row: Record<string, unknown>) => Record<string, unknown>
): Tables => ({
  ...tables,
  insert: (table, names, rows) =>
    tables.insert(
      table,
      names,
      rows.map((row) => spoil(table, row))
    )
})

describe("moving a store", () => {
  it("leaves no column and no table behind", () => {
    expect([...new Set(columns.map(({ table }) => table))].sort()).toEqual([...movedTables].sort())
  })

  it.scopedLive("to PostgreSQL and back keeps every row, and each store goes on by itself", () =>
    Effect.gen(function* () {
      const { filename, place } = yield* begun(MANY)
      const url = Redacted.make(yield* database)
      const there = yield* Sqlite.reading({ filename }, (from) => Postgres.filling({ url }, (to) => move(from, to)))
      expect(equal(there)).toBe(true)
      expect(there.from.map(({ rows }) => rows)).toEqual([MANY, MANY * 1.2, expect.any(Number), 400, 1, 0])

      const second = join(place, "second.db")
      const back = yield* Postgres.reading({ url }, (from) =>
        Sqlite.filling({ filename: second }, (to) => move(from, to))
      )
      expect(back.to).toEqual(there.from)
      expect(yield* Sqlite.reading({ filename: second }, sumsOf)).toEqual(there.from)

      const stores = [filename, second].map((path) => storeOn(Sqlite.layer({ filename: path })))
      stores.push(storeOn(Postgres.layer({ url })))
      const found = yield* Effect.forEach(stores, (layer) => Effect.provide(whole, layer))
      expect(found[0]?.journal).toEqual({ events: MANY * 1.2, streams: MANY, verified: true })
      expect(found).toEqual([found[0], found[0], found[0]])
      for (const layer of stores) {
        const next = Effect.flatMap(Store, (store) =>
          store.commit({ changes: [{ before: undefined, events: [migrated("9999999")] }], at: 2, actor: "system:test" })
        )
        expect(yield* Effect.provide(next, layer)).toMatchObject({ _tag: "Committed" })
      }
    })
  )

  it.scopedLive("that comes out otherwise is noticed, in whichever column, and nothing is kept", () =>
    Effect.gen(function* () {
      const { filename, place } = yield* begun(FEW)
      const url = Redacted.make(yield* database)
      const second = join(place, "second.db")
      const unequal = (from: Tables, to: Tables) =>
        Effect.flatMap(move(from, to), (moved) => (equal(moved) ? Effect.void : Effect.fail("unequal" as const)))
      for (const { column, table } of columns.filter(({ table }) =>
        ["heads", "events", "answers", "meta"].includes(table)
      )) {
        // What ties rows to each other is held by the database itself.
        if (["stream", "position", "deleted"].includes(column)) continue
        const other = (at: string, row: Record<string, unknown>) => {
          const value = row[column]
          return at === table ? { ...row, [column]: typeof value === "number" ? value + 7 : `${String(value)}x` } : row
        }
        const tried = Sqlite.reading({ filename }, (from) =>
          Postgres.filling({ url }, (to) => unequal(from, spoilt(to, other)))
        )
        expect(yield* Effect.flip(tried), `${table}.${column}`).toBe("unequal")
      }
      const last = (at: string, row: Record<string, unknown>) =>
        at === "heads" && String(row.stream).endsWith("39") ? { ...row, level: "high" } : row
      const intoFile = Sqlite.reading({ filename }, (from) =>
        Sqlite.filling({ filename: second }, (to) => unequal(from, spoilt(to, last)))
      )
      expect(yield* Effect.flip(intoFile)).toBe("unequal")
      expect([second, `${second}.moving`, `${second}.moving-wal`].filter(existsSync)).toEqual([])
      expect(yield* Postgres.isNew({ url })).toBe(true)
      expect(yield* raw(Redacted.value(url), "SELECT count(*)::int AS rows FROM events")).toEqual([{ rows: 0 }])
    })
  )

  it.scopedLive("takes a second PostgreSQL database for a second, although both are in a transaction", () =>
    Effect.gen(function* () {
      const { filename } = yield* begun(FEW)
      const [one, other] = [Redacted.make(yield* database), Redacted.make(yield* database)]
      const first = yield* Sqlite.reading({ filename }, (from) =>
        Postgres.filling({ url: one }, (to) => move(from, to))
      )
      const second = yield* Postgres.reading({ url: one }, (from) =>
        Postgres.filling({ url: other }, (to) => move(from, to))
      )
      expect([equal(second), second.to]).toEqual([true, first.from])
      expect(yield* Postgres.reading({ url: other }, sumsOf)).toEqual(first.from)
    })
  )

  it.scopedLive("keeps others from writing to either end meanwhile", () =>
    Effect.gen(function* () {
      const { filename } = yield* begun(FEW)
      const url = Redacted.make(yield* database)
      const write = (ledger: Layer.Layer<Ledger, StoreUnavailable>) =>
        Effect.flip(
          Effect.provide(
            Effect.flatMap(Store, (store) =>
              store.commit({
                changes: [{ before: undefined, events: [migrated("8888888")] }],
                at: 2,
                actor: "system:test"
              })
            ),
            storeOn(ledger)
          )
        )
      const lockedOut = yield* Sqlite.reading({ filename }, (from) =>
        Postgres.filling({ url }, (to) =>
          Effect.gen(function* () {
            yield* move(from, to)
            return yield* Effect.all([
              write(Sqlite.layer({ filename, patience: "100 millis" })),
              write(Postgres.layer({ url, statementTimeout: "300 millis" }))
            ])
          })
        )
      )
      expect(lockedOut.map((error) => (error as StoreUnavailable).reason)).toEqual([
        expect.stringContaining("is held by another process"),
        expect.stringContaining("took too long")
      ])
      expect(withRaw(filename, (file) => file.prepare("SELECT count(*) FROM heads").pluck().get())).toBe(FEW)
    })
  )
})

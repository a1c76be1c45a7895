// Commits a second: the ledger on SQLite and on PostgreSQL, each beside the same rows written by hand with its driver, in one run, on real
// files that are synced. One caller at a time, then 64 at once. Run after a build: node benchmarks/commits.mjs [seconds]
import { mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Postgres from "../packages/adapters/dist/postgres/index.js"
import * as Sqlite from "../packages/adapters/dist/sqlite/index.js"
import { Ledger } from "../packages/core/dist/index.js"
import { start } from "../packages/testkit/dist/wire/postgres/index.js"
import { Effect, ManagedRuntime, Redacted } from "../packages/testkit/node_modules/effect/dist/esm/index.js"

const adapters = createRequire(new URL("../packages/adapters/package.json", import.meta.url))
const Database = adapters("better-sqlite3")
const { Pool } = createRequire(adapters.resolve("@effect/sql-pg"))("pg")

const seconds = Number(process.argv[2] ?? 3)
const sealed = "x".repeat(600)
let made = 0

const rowOf = () => {
  const stream = `s${String(++made).padStart(12, "0")}`
  const head = { stream, version: 1, hash: "h".repeat(64), dataKey: "k".repeat(80), state: sealed, username: stream }
  const plain = { usernameKey: stream, scope: "e".repeat(64), document: `d${stream}`, role: "operator" }
  const rest = { origin: "migrated", source: "ciq", level: "none", certification: "uncertified", deleted: false }
  const event = { stream, version: 1, tag: "AccountMigrated", at: 1, actor: "system:benchmark" }
  return {
    head: { ...head, ...plain, ...rest, createdAt: 1, updatedAt: 1 },
    event: { ...event, body: sealed, previous: "genesis", hash: "h".repeat(64) },
    claims: [`username|${stream}`, `document|${stream}`]
  }
}

const headValues = ({ deleted, ...head }) => {
  const { createdAt, updatedAt, ...plain } = head
  return [...Object.values(plain), deleted ? 1 : 0, createdAt, updatedAt]
}

/** Whether one caller, or as many as this, each waiting for its own answer before it goes on. */
const rate = async (callers, commit) => {
  const work = async (end) => {
    let count = 0
    while (performance.now() < end) {
      await commit()
      count++
    }
    return count
  }
  await Promise.all(Array.from({ length: callers }, () => work(performance.now() + 500)))
  const began = performance.now()
  const counts = await Promise.all(Array.from({ length: callers }, () => work(began + seconds * 1000)))
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000)
}

const ours = (layer) => {
  const runtime = ManagedRuntime.make(layer)
  const commit = async () => {
    const { head, event, claims } = rowOf()
    const appends = [{ head, expected: 0, events: [event], claim: claims, release: [] }]
    const [outcome] = await runtime.runPromise(Effect.flatMap(Ledger, (ledger) => ledger.commit([{ appends }])))
    if (outcome._tag !== "Committed") throw new Error(outcome._tag)
  }
  return { commit, open: () => runtime.runPromise(Ledger), close: () => runtime.dispose() }
}

const COLUMNS =
  "stream, version, hash, data_key, state, username, username_key, scope, document, role, origin, source, level, certification, deleted, created_at, updated_at"
const EVENT = "stream, version, tag, at, actor, body, previous, hash"

const sqliteByHand = (filename) => {
  const database = new Database(filename)
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"]) database.pragma(pragma)
  const marks = (count) => Array.from({ length: count }, () => "?").join(", ")
  const head = database.prepare(`INSERT INTO heads (${COLUMNS}) VALUES (${marks(17)})`)
  const claim = database.prepare("INSERT INTO claims (claim, owner) VALUES (?, ?)")
  const event = database.prepare(`INSERT INTO events (${EVENT}) VALUES (${marks(8)})`)
  const write = database.transaction((row) => {
    head.run(headValues(row.head))
    for (const key of row.claims) claim.run(key, row.head.stream)
    event.run(Object.values(row.event))
  })
  return { commit: async () => write.immediate(rowOf()), close: () => database.close() }
}

const postgresByHand = (url) => {
  const pool = new Pool({ connectionString: url, max: 10 })
  const marks = (count) => Array.from({ length: count }, (_, index) => `$${index + 1}`).join(", ")
  const head = { name: "head", text: `INSERT INTO heads (${COLUMNS}) VALUES (${marks(17)})` }
  const claims = { name: "claims", text: "INSERT INTO claims (claim, owner) VALUES ($1, $3), ($2, $3)" }
  const event = { name: "event", text: `INSERT INTO events (${EVENT}) VALUES (${marks(8)})` }
  const commit = async () => {
    const row = rowOf()
    const client = await pool.connect()
    await client.query("BEGIN")
    await client.query({ ...head, values: headValues(row.head) })
    await client.query({ ...claims, values: [...row.claims, row.head.stream] })
    await client.query({ ...event, values: Object.values(row.event) })
    await client.query("COMMIT")
    client.release()
  }
  return { commit, close: () => pool.end() }
}

const measured = async ({ close, commit }) => {
  const figures = [await rate(1, commit), await rate(64, commit)]
  await close()
  return figures
}

const folder = mkdtempSync(join(tmpdir(), "commits-"))
const work = Effect.gen(function* () {
  const server = yield* start({ fsync: true })
  const filename = join(folder, "store.db")
  const sqlite = ours(Sqlite.layer({ filename }))
  const postgres = ours(Postgres.layer({ url: Redacted.make(server.url()) }))
  yield* Effect.promise(async () => {
    await sqlite.open()
    await postgres.open()
    const figures = {
      SQLite: [await measured(sqlite), await measured(sqliteByHand(filename))],
      PostgreSQL: [await measured(postgres), await measured(postgresByHand(server.url()))]
    }
    const table = Object.entries(figures).flatMap(([engine, [ledger, hand]]) =>
      [1, 64].map((callers, at) => ({
        engine,
        callers,
        "ledger, commits/s": Math.round(ledger[at]),
        "by hand, commits/s": Math.round(hand[at]),
        ratio: Number((ledger[at] / hand[at]).toFixed(2))
      }))
    )
    console.table(table)
    const [alone, many] = figures.PostgreSQL[0].map((each, at) => (each / figures.SQLite[0][at]).toFixed(2))
    console.log(`the ledger on PostgreSQL / on SQLite: ${alone} with one caller, ${many} with 64`)
  })
})

try {
  await Effect.runPromise(Effect.scoped(work))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

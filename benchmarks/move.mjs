// Moves a store of many accounts from SQLite to PostgreSQL and back, by the command line, and says how long that took and how much
// memory. Run after a build: node benchmarks/move.mjs [accounts]
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Sqlite from "../packages/adapters/dist/sqlite/index.js"
import * as Vault from "../packages/adapters/dist/vault/index.js"
import { Store } from "../packages/core/dist/index.js"
import { start } from "../packages/testkit/dist/wire/postgres/index.js"
import { Effect, Layer } from "../packages/testkit/node_modules/effect/dist/esm/index.js"
import { fill } from "./fill.mjs"

const accounts = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), "move-"))
const first = join(folder, "first.db")
const key = `${first}.key`
const binary = fileURLToPath(new URL("../packages/tui/bin/single-window.js", import.meta.url))

const timed = (name, args) => {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, "--json"], { encoding: "utf8" })
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  const peak = /peak (\d+)/.exec(stderr)?.[1]
  return { seconds, peak: Number(peak), said: JSON.parse(stdout) }
}

const migrate = (from, to) => {
  const measure = "process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS >> 10))"
  const peak = `data:text/javascript,${encodeURIComponent(measure)}`
  return timed(`${from} to ${to}`, ["--import", peak, binary, "migrate", "--from", from, "--to", to, "--key", key])
}

const work = Effect.gen(function* () {
  const server = yield* start({ fsync: true })
  const vault = Vault.layerKeyFile({ path: key, create: true })
  const store = Store.layer.pipe(Layer.provideMerge(vault), Layer.provideMerge(Sqlite.layer({ filename: first })))
  yield* Effect.provide(fill(accounts), store)
  console.log(`${accounts} accounts, ${Math.round(statSync(first).size / 2 ** 20)} MiB of SQLite`)
  const there = migrate(`sqlite:${first}`, server.url())
  const back = migrate(server.url(), `sqlite:${join(folder, "second.db")}`)
  const figures = ({ peak, seconds, said }) => {
    const rows = said.tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      seconds: Math.round(seconds * 10) / 10,
      rows,
      "rows/s": Math.round(rows / seconds),
      "peak MiB": peak,
      equal: said.equal
    }
  }
  console.table({ "SQLite to PostgreSQL": figures(there), "PostgreSQL to SQLite": figures(back) })
  console.table(there.said.tables.map(({ table, rows, hash }) => ({ table, rows, hash: hash.slice(0, 16) })))
  const same = JSON.stringify(there.said.tables) === JSON.stringify(back.said.tables)
  console.log(`all three hold the same: ${same}; the journal holds: ${back.said.journal.verified}`)
  if (!same || !back.said.journal.verified) process.exitCode = 1
})

try {
  await Effect.runPromise(Effect.scoped(work))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

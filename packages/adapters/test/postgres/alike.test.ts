import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Ledger, type StoreUnavailable } from "@single-window/core"
import { run } from "@single-window/testkit/scenario"
import { Chunk, Effect, Layer, Stream } from "effect"
import { expect, it } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"
import { filename } from "../sqlite/place.js"
import * as StandIn from "./layerMemory.js"

const folder = fileURLToPath(new URL("../../../../examples/scenarios/", import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"))

type Stored = Record<"heads" | "journal" | "claims", string>

const hashOf = <A>(rows: Stream.Stream<A, StoreUnavailable>): Effect.Effect<string> =>
  Stream.runCollect(rows).pipe(
    // Heads come in another order from memory; what is compared is the set.
    Effect.map((all) => Chunk.toReadonlyArray(all).map((row) => JSON.stringify(Object.entries(row as object).sort()))),
    Effect.map((lines) => `${lines.length} ${createHash("sha256").update(lines.sort().join("\n")).digest("hex")}`),
    Effect.orDie
  )

/** What a scenario leaves in a ledger, looked at in the last moment. */
const told = async (text: string, file: string, ledger: Layer.Layer<Ledger, StoreUnavailable>) => {
  let stored: Stored | undefined
  const watched = Layer.scoped(
    Ledger,
    Effect.tap(Ledger, (rows) =>
      Effect.addFinalizer(() =>
        Effect.all({ heads: hashOf(rows.heads), journal: hashOf(rows.journal(0)), claims: hashOf(rows.claims) }).pipe(
          Effect.map((all) => {
            stored = all
            return stored
          })
        )
      )
    )
  ).pipe(Layer.provide(ledger))
  const { failures, steps } = await Effect.runPromise(run(text, file, { ledger: watched, seed: "alike" }))
  return { failures, steps, stored }
}

it("every scenario leaves the same accounts, events, hashes and unique keys in SQLite and in PostgreSQL", async () => {
  expect(files.length).toBeGreaterThan(80)
  let events = 0
  for (const file of files) {
    const text = readFileSync(`${folder}${file}`, "utf8")
    const inSqlite = Layer.unwrapScoped(Effect.map(filename, (path) => Sqlite.layer({ filename: path })))
    const sqlite = await told(text, file, inSqlite)
    const postgres = await told(text, file, StandIn.layerMemory)
    expect(sqlite.failures, file).toEqual([])
    expect(postgres, file).toEqual(sqlite)
    events += Number(postgres.stored?.journal.split(" ")[0])
  }
  expect(events).toBeGreaterThan(200)
}, 60_000)

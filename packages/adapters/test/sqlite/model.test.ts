import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { runModel } from "@single-window/testkit/model"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"

const runs = Number(process.env.MODEL_RUNS ?? 16)
const seed = Number(process.env.MODEL_SEED ?? 2022)

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "sw-model-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true }))
)

/** A file of its own for every story. */
const fresh = () => Layer.unwrapScoped(Effect.map(folder, (path) => Sqlite.layer({ filename: join(path, "a.db") })))

it("the model's stories go in SQLite as they go in memory, from the same seed", async () => {
  const options = { runs, commands: 40, seed }
  const { failure, ...inSqlite } = await runModel({ ...options, ledger: fresh })
  expect(failure, `seed ${seed}\n${failure?.why}\n\n${failure?.scenario}`).toBeUndefined()
  expect(await runModel(options)).toEqual(inSqlite)
}, 60_000)

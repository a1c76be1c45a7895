import { runModel } from "@single-window/testkit/model"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"
import { filename } from "../sqlite/place.js"
import * as StandIn from "./layerMemory.js"

const runs = Number(process.env.MODEL_RUNS ?? 8)
const seed = Number(process.env.MODEL_SEED ?? 2022)

it("the model's stories go in PostgreSQL as they go in SQLite, from the same seed", async () => {
  const options = { runs, commands: 40, seed }
  const before = StandIn.written()
  const { failure, ...inPostgres } = await runModel({ ...options, ledger: () => StandIn.layerMemory })
  expect(failure, `seed ${seed}\n${failure?.why}\n\n${failure?.scenario}`).toBeUndefined()
  expect(StandIn.written()).toBeGreaterThan(before)
  const inSqlite = () => Layer.unwrapScoped(Effect.map(filename, (path) => Sqlite.layer({ filename: path })))
  expect(await runModel({ ...options, ledger: inSqlite })).toEqual(inPostgres)
}, 60_000)

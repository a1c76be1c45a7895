import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { afterAll, expect, it } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"
import { killed, wholeAndThere } from "../sql/killed.js"
import { withRaw } from "./raw.js"

const folder = mkdtempSync(join(tmpdir(), "processes-"))
afterAll(() => rmSync(folder, { recursive: true }))

it("a process killed while it writes leaves every acknowledged commit whole, and no half of any other: 20 kills", {
  timeout: 120_000
}, async () => {
  const path = join(folder, "killed.db")
  const acknowledged = new Set<string>()
  for (let round = 0; round < 5; round++) {
    for (const stream of await killed(path, `k${round}`, 4)) acknowledged.add(stream)
    await Effect.runPromise(wholeAndThere(acknowledged, Sqlite.layer({ filename: path })))
  }
  expect(acknowledged.size).toBeGreaterThan(100)
  expect(withRaw(path, (database) => database.pragma("integrity_check", { simple: true }))).toBe("ok")
})

import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { Ledger } from "@single-window/core"
import { Chunk, Effect, Stream } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"
import { withRaw } from "./raw.js"

const processes = join(dirname(fileURLToPath(import.meta.url)), "processes")
const folder = mkdtempSync(join(tmpdir(), "processes-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("a process killed while it writes", () => {
  const path = join(folder, "killed.db")

  const lines = async (child: ChildProcess, after: number) => {
    let text = ""
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      if (text === "") setTimeout(() => child.kill("SIGKILL"), after)
      text += chunk
    })
    await once(child, "close")
    // The last line may be cut; what it would have said was not said.
    return text.split("\n").slice(0, -1)
  }

  const stored = Effect.gen(function* () {
    const ledger = yield* Ledger
    const claims = Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.claims))
    const journal = Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.journal(0)))
    const heads = Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.heads))
    return {
      heads: heads.map(({ stream }) => stream).sort(),
      owners: claims.map(({ owner }) => owner).sort(),
      streams: journal.map(({ stream }) => stream).sort()
    }
  }).pipe(Effect.provide(Sqlite.layer({ filename: path })))

  it("leaves every acknowledged commit whole, and no half of any other: 20 kills", { timeout: 120_000 }, async () => {
    const acknowledged = new Set<string>()
    for (let round = 0; round < 5; round++) {
      const writers = Array.from({ length: 4 }, (_, writer) => {
        const args = [join(processes, "write.mjs"), path, `k${round}-${writer}`, "6", "1000000"]
        return lines(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }), Math.random() * 200)
      })
      for (const line of (await Promise.all(writers)).flat()) {
        const [tag, stream = ""] = line.split(" ")
        expect(tag).toBe("Committed")
        acknowledged.add(stream)
      }
      const { heads, owners, streams } = await Effect.runPromise(stored)
      const kept = new Set(heads)
      expect([...acknowledged].filter((stream) => !kept.has(stream))).toEqual([])
      expect(owners).toEqual(heads)
      expect(streams).toEqual(heads)
    }
    expect(acknowledged.size).toBeGreaterThan(100)
    expect(withRaw(path, (database) => database.pragma("integrity_check", { simple: true }))).toBe("ok")
  })
})

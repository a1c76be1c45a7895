import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"

const processes = join(dirname(fileURLToPath(import.meta.url)), "../sql/processes")
const folder = mkdtempSync(join(tmpdir(), "processes-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("a power cut", () => {
  const path = join(folder, "synced.db")
  const writer = [join(processes, "write.mjs"), path]

  it("takes no acknowledged commit, for each was synced before, on a reopened file too", {
    timeout: 60_000
  }, (test) => {
    if (spawnSync("strace", ["-V"]).error !== undefined) {
      process.stderr.write("NOT TESTED: whether commits are synced, for strace is not installed\n")
      test.skip("strace is not installed")
    }
    spawnSync(process.execPath, [...writer, "first", "1", "5"])
    const trace = join(folder, "trace")
    const traced = spawnSync("strace", [
      ...["-f", "-y", "-e", "trace=fdatasync,fsync,write", "-e", "signal=none", "-o", trace],
      ...[process.execPath, ...writer, "second", "1", "60"]
    ])
    expect(traced.status).toBe(0)
    let synced = false
    let acknowledged = 0
    for (const line of readFileSync(trace, "utf8").split("\n")) {
      if (/(fdatasync|fsync)\(\d+<.*synced\.db-wal>/.test(line)) synced = true
      if (/write\(1<.*"Committed second-/.test(line)) {
        acknowledged++
        expect(synced).toBe(true)
        synced = false
      }
    }
    expect(acknowledged).toBe(60)
  })
})

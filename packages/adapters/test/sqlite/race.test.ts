import { type ChildProcess, fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { newest } from "../../src/sql/migrations.js"
import { withRaw } from "./raw.js"

const processes = join(dirname(fileURLToPath(import.meta.url)), "../sql/processes")
const folder = mkdtempSync(join(tmpdir(), "processes-"))
afterAll(() => rmSync(folder, { recursive: true }))

interface Answer {
  readonly _tag: string
  readonly [field: string]: unknown
}

/** Asks a child for the next thing it says; a child that is gone says so. */
const listening = (child: ChildProcess) => {
  let hear = (_: Answer): void => undefined
  let gone: Answer | undefined
  child.on("message", (answer) => hear(answer as Answer))
  child.on("exit", (code) => {
    gone = { _tag: "Exited", code }
    hear(gone)
  })
  return () =>
    new Promise<Answer>((resolve) => {
      hear = resolve
      if (gone !== undefined) resolve(gone)
    })
}

describe("many processes on one file", () => {
  it("start together on nothing, and in every round exactly one of them wins the claim", {
    timeout: 120_000
  }, async () => {
    const [path, key] = [join(folder, "race.db"), join(folder, "race.key")]
    const children = Array.from({ length: 16 }, (_, name) =>
      fork(join(processes, "race.mjs"), [path, key, `p${name}`], { execArgv: [] })
    )
    const next = children.map(listening)
    const all = () => Promise.all(next.map((answer) => answer()))
    try {
      const started = await all()
      expect(started.map(({ _tag }) => _tag)).toEqual(children.map(() => "Started"))
      expect(new Set(started.map((answer) => answer.key)).size).toBe(1)
      for (let round = 0; round < 50; round++) {
        const answers = all()
        for (const child of children) child.send(round)
        const outcomes = await answers
        const winner = outcomes.findIndex(({ _tag }) => _tag === "Committed")
        expect(outcomes).toEqual(
          children.map((_, name) =>
            name === winner
              ? { _tag: "Committed" }
              : { _tag: "ClaimHeld", claim: `claim-${round}`, owner: `p${winner}-${round}` }
          )
        )
      }
    } finally {
      for (const child of children) child.kill()
    }
    const migrations = withRaw(path, (database) =>
      database.prepare("SELECT count(*) FROM single_window_migrations").pluck().get()
    )
    expect(migrations).toBe(newest)
  })
})

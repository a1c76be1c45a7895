import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { it } from "@effect/vitest"
import { CommitOutcome, Ledger } from "@single-window/core"
import { Effect } from "effect"
import { expect } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"

const append = (stream: string, claim: ReadonlyArray<string>) => ({
  head: {
    stream,
    version: 1,
    hash: "h",
    dataKey: "k",
    state: "s",
    username: stream,
    usernameKey: stream,
    scope: "x",
    document: "",
    role: "personal",
    origin: "migrated",
    source: "ciq",
    level: "none",
    certification: "uncertified",
    deleted: false,
    createdAt: 1,
    updatedAt: 1
  },
  expected: 0,
  events: [{ stream, version: 1, tag: "T", at: 1, actor: "a", body: "b", previous: "genesis", hash: "h" }],
  claim,
  release: []
})

it.live("keeps a commit over a reopening, each caller with its own answer", () =>
  Effect.gen(function* () {
    const dir = mkdtempSync(join(tmpdir(), "sw-"))
    const filename = join(dir, "a.db")
    const layer = Sqlite.layer({ filename })
    const first = yield* Effect.provide(
      Effect.flatMap(Ledger, (ledger) =>
        Effect.all(
          ["a", "b", "c"].map((stream) => ledger.commit([{ appends: [append(stream, ["same"])] }])),
          { concurrency: "unbounded" }
        )
      ),
      layer
    )
    expect(first.map(([outcome]) => outcome)).toEqual([
      CommitOutcome.Committed(),
      CommitOutcome.ClaimHeld({ claim: "same", owner: "a" }),
      CommitOutcome.ClaimHeld({ claim: "same", owner: "a" })
    ])
    expect(statSync(filename).mode & 0o777).toBe(0o600)
    const head = yield* Effect.provide(
      Effect.flatMap(Ledger, (ledger) => ledger.head("a")),
      layer
    )
    expect(head).toEqual(append("a", []).head)
    rmSync(dir, { recursive: true })
  })
)

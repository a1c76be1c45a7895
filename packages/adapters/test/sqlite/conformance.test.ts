import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { LedgerConformance } from "@single-window/testkit/conformance"
import { Effect, Layer } from "effect"
import * as Sqlite from "../../src/sqlite/index.js"

/** A folder that goes away with its scope. */
const place = Effect.map(
  Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "ledger-"))),
    (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
  ),
  (folder) => Sqlite.layer({ filename: join(folder, "store.db") })
)

LedgerConformance.suite("SQLite", Layer.unwrapScoped(place), place)

// Opens a store as a user who owns nothing here, and says how that went.
import { layer } from "@single-window/adapters/sqlite"
import { Ledger } from "@single-window/core"
import Database from "better-sqlite3"
import * as Effect from "effect/Effect"

// The native part is loaded while we may still read it.
new Database(":memory:").close()
if (process.getuid() === 0) process.setuid(65534)

const use = Effect.flatMap(Ledger, (ledger) => ledger.keepMeta("fact", "value"))
const exit = await Effect.runPromise(Effect.either(Effect.provide(use, layer({ filename: process.argv[2] }))))
process.stdout.write(exit._tag === "Left" ? exit.left.reason : "opened")

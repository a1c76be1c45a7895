// Commits until the disk (a limit on file size, set by the caller) is full, and says how that went.
import { layer } from "@single-window/adapters/sqlite"
import { Ledger } from "@single-window/core"
import * as Effect from "effect/Effect"
import { commitOf } from "../../sql/processes/commitOf.mjs"

const report = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)

await Effect.runPromise(
  Effect.provide(
    Effect.gen(function* () {
      const ledger = yield* Ledger
      for (let number = 0; number < 5000; number++) {
        const answer = yield* Effect.either(ledger.commit([commitOf(`s${number}`, { state: "x".repeat(4000) })]))
        if (answer._tag === "Left") {
          const head = yield* ledger.head("s0")
          report({ committed: number, reason: answer.left.reason, reads: head?.stream })
          return
        }
      }
    }),
    layer({ filename: process.argv[2] })
  )
)

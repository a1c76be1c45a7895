// Commits without end from several fibers, and notes each commit on its output once it was acknowledged.
import { writeSync } from "node:fs"
import { Ledger } from "@single-window/core"
import * as Effect from "effect/Effect"
import { commitOf } from "./commitOf.mjs"
import { ledgerAt } from "./ledgerAt.mjs"

const [place, name, fibers, commits] = process.argv.slice(2)

const one = (ledger, stream) =>
  Effect.flatMap(ledger.commit([commitOf(stream, { claim: [`claim-${stream}`] })]), ([outcome]) =>
    Effect.sync(() => writeSync(1, `${outcome._tag} ${stream}\n`))
  )

await Effect.runPromise(
  Effect.provide(
    Effect.flatMap(Ledger, (ledger) =>
      Effect.forEach(
        Array.from({ length: Number(fibers) }, (_, fiber) => fiber),
        (fiber) =>
          Effect.iterate(0, {
            while: (number) => number < Number(commits),
            body: (number) => Effect.as(one(ledger, `${name}-${fiber}-${number}`), number + 1)
          }),
        { concurrency: "unbounded", discard: true }
      )
    ),
    ledgerAt(place)
  )
)

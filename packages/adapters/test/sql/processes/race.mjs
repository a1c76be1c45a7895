// Reaches for the claim of every round it is told of, and says what came of it.
import { layerKeyFile } from "@single-window/adapters/vault"
import { Ledger, Vault } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { commitOf } from "./commitOf.mjs"
import { ledgerAt } from "./ledgerAt.mjs"

const [place, key, name] = process.argv.slice(2)
const runtime = ManagedRuntime.make(Layer.merge(ledgerAt(place), layerKeyFile({ path: key, create: true })))

process.on("message", async (round) => {
  const outcome = await runtime.runPromise(
    Effect.either(
      Effect.flatMap(Ledger, (ledger) => ledger.commit([commitOf(`${name}-${round}`, { claim: [`claim-${round}`] })]))
    )
  )
  process.send(outcome._tag === "Right" ? outcome.right[0] : { _tag: "Failed", reason: outcome.left.reason })
})

const started = await runtime.runPromise(
  Effect.either(Effect.map(Effect.zipLeft(Vault, Ledger), (vault) => vault.fingerprint("x")))
)
process.send(
  started._tag === "Right" ? { _tag: "Started", key: started.right } : { _tag: "Failed", reason: started.left }
)

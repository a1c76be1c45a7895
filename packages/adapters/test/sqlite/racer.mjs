// One of several processes that add operators to one enterprise at the same moment, through the front door, on one database.
// Told a round by its parent, it answers with what came of it.
import * as Sqlite from "@single-window/adapters/sqlite"
import * as Vault from "@single-window/adapters/vault"
import { SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import { Effect, Exit, Layer, ManagedRuntime } from "effect"

const [filename, key, seed] = process.argv.slice(2)

const ledger = Sqlite.layer({ filename, create: false })
const outside = World.singleWindow(World.make({}), {
  ledger,
  seed,
  vault: Vault.layerKeyFile({ path: key, create: false })
})
const runtime = ManagedRuntime.make(Layer.orDie(outside))

const add = ({ username, number }) =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const administrator = yield* door.actorFor("acmeadmin")
    yield* door.execute(administrator, "AddCardlessOperator", {
      username,
      name: "李示例",
      mobile: "13800000002",
      document: { type: "passport", number },
      email: "li@example.cn"
    })
    return "added"
  }).pipe(Effect.catchAll((refusal) => Effect.succeed(refusal._tag)))

process.on("message", (round) => {
  if (round === "stop") {
    runtime.dispose().then(() => process.exit(0))
    return
  }
  runtime
    .runPromiseExit(add(round))
    .then((exit) => process.send(Exit.isSuccess(exit) ? exit.value : `defect: ${exit.cause}`))
})
runtime.runPromise(Effect.void).then(() => process.send("ready"))

// One of several processes that add operators to one enterprise at the same moment, through the front door, on the same databases.
// Told a round by its parent, and on which of them, it answers with what came of it.
import * as Vault from "@single-window/adapters/vault"
import { SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import { Effect, Exit, Layer, ManagedRuntime } from "effect"
import { ledgerAt } from "./ledgerAt.mjs"

const [key, seed, ...places] = process.argv.slice(2)

const runtimes = places.map((place) =>
  ManagedRuntime.make(
    Layer.orDie(
      World.singleWindow(World.make({}), {
        ledger: ledgerAt(place),
        seed,
        vault: Vault.layerKeyFile({ path: key, create: true })
      })
    )
  )
)

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

const say = (exit) => process.send(Exit.isSuccess(exit) ? exit.value : `defect: ${exit.cause}`)
process.on("message", ({ at, ...round }) => runtimes[at].runPromiseExit(add(round)).then(say))
const opened = await Promise.all(runtimes.map((runtime) => runtime.runPromiseExit(Effect.succeed("ready"))))
say(opened.find(Exit.isFailure) ?? opened[0])

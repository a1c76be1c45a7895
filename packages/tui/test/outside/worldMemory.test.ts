import { join } from "node:path"
import { BankUkeyGateway, CardReader, SmsSender } from "@single-window/core"
import { World } from "@single-window/testkit"
import { Effect, Exit, Layer, Redacted, Scope } from "effect"
import { afterAll, expect, it } from "vitest"
import { demoWorld } from "../../src/demo/demoWorld.js"
import * as MockWorld from "../../src/demo/mockWorld.js"
import { folder } from "../cli/single-window.js"

const { path: here, remove } = folder()
afterAll(remove)
const memory = join(here, "demo.db.world.json")
const opened = () => {
  const options = { world: demoWorld(), memory, memoryFailed: () => Effect.void, refuseUndeclared: false }
  return MockWorld.layer(options)
}
const { enterprises, people } = demoWorld()
const mobile = people.sh77?.mobile ?? ""
const enterprise = { ...Object(enterprises.shanghai), legalRepresentativeName: "" }
const request = { requestId: "r1", bank: "CCB", account: "sh77", enterprise, nonce: "n1", expiresAt: 1 } as const

it("a mock world that is killed goes on with its messages, its bank requests and its PIN tries", async () => {
  // Never closed, as if it were killed: nothing is kept at the end of it.
  const scope = Effect.runSync(Scope.make())
  const change = Effect.gen(function* () {
    yield* (yield* SmsSender).sendCode({ mobile, code: Redacted.make("123456"), validMinutes: 5 })
    yield* (yield* BankUkeyGateway).redirect(request)
    yield* (yield* World.WorldRuntime).insert("shanghai-legal-person")
    const challenge = {
      nonce: "0".repeat(32),
      purpose: "certification",
      pin: Redacted.make("00000000"),
      today: "20260101"
    }
    yield* Effect.flip((yield* CardReader).authenticate(challenge))
  })
  await Effect.runPromise(Effect.flatMap(Layer.buildWithScope(opened(), scope), (all) => Effect.provide(change, all)))
  const recalled = Effect.gen(function* () {
    const runtime = yield* World.WorldRuntime
    const [sent] = yield* runtime.bankRequests
    return [
      (yield* runtime.lastSms(mobile))?.code,
      sent?.requestId,
      yield* runtime.pinTriesLeft("shanghai-legal-person")
    ]
  })
  expect(await Effect.runPromise(Effect.provide(recalled, opened()))).toEqual(["123456", "r1", 2])
  await Effect.runPromise(Scope.close(scope, Exit.void))
})

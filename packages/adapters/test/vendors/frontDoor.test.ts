import { CurrentPolicy, layerMemory, Policy, SingleWindow, Store } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as AlibabaWire from "@single-window/testkit/wire/alibaba-cloud"
import * as TencentWire from "@single-window/testkit/wire/tencent-cloud"
import { Effect, Layer, Schema } from "effect"
import { describe, expect, it } from "vitest"
import * as AlibabaCloud from "../../src/alibaba-cloud/index.js"
import * as TencentCloud from "../../src/tencent-cloud/index.js"
import { alibabaOptions, smsOptions, tencentOptions } from "./calls.js"
import "./samples.js"

const { enterpriseOf, holderOf, personasWorld } = Personas
const patient = { deadline: 400, breaker: { failures: 1000 } }

/** One world behind everything; the four ports that have vendors reach it over the wire. */
const outside = () => {
  const world = World.layer(personasWorld)
  const servers = Layer.merge(TencentWire.TencentCloud.layer({}), AlibabaWire.AlibabaCloud.layer({}))
  const vendors = Layer.unwrapEffect(
    Effect.gen(function* () {
      const tencent = tencentOptions({ ...patient, endpoint: (yield* TencentWire.TencentCloud).url })
      const alibaba = { ...patient, endpoint: (yield* AlibabaWire.AlibabaCloud).url }
      return Layer.mergeAll(
        TencentCloud.layerIdCard(tencent),
        AlibabaCloud.layerBankCard(alibabaOptions(alibaba)),
        AlibabaCloud.layerRegistry(alibabaOptions(alibaba)),
        AlibabaCloud.layerSms(smsOptions(alibaba))
      )
    })
  )
  return vendors.pipe(
    Layer.provideMerge(servers),
    Layer.provide(world),
    // What comes later stands in front of the world's own.
    (over) => Layer.merge(world, over)
  )
}

const door = () =>
  SingleWindow.layer.pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(
      Layer.mergeAll(
        layerMemory,
        Layer.sync(CurrentPolicy, () => Schema.decodeUnknownSync(Policy)({})),
        outside()
      )
    )
  )

const kept = Effect.flatMap(Store, (store) =>
  Effect.map(store.byUsername("ciq_td_02"), (found) => {
    if (found === undefined) throw new Error("the account is gone")
    return found
  })
)

const validityOf = (key: Personas.PersonaName) => {
  const { validity } = holderOf(key)
  if (validity === undefined) throw new Error(`${key} has no card`)
  return validity
}

const faults = TencentWire.wireFaults

const run = Effect.gen(function* () {
  yield* World.seed({
    username: "ciq_td_02",
    source: "ciq",
    enterprise: enterpriseOf("tongda"),
    holder: holderOf("yangFan")
  })
  const front = yield* SingleWindow
  const outsideWorld = yield* World.WorldRuntime
  const [tencent, alibaba] = [yield* TencentWire.TencentCloud, yield* AlibabaWire.AlibabaCloud]
  const actor = yield* front.actorFor("ciq_td_02")
  const seen: Array<string> = []

  /** The step under every fault: it is refused, and the account is what it was. */
  const closed = <A, E>(port: string, server: typeof tencent, step: Effect.Effect<A, E>, first: number = 0) =>
    Effect.gen(function* () {
      for (const fault of faults) {
        const before = yield* kept
        yield* server.befall([...Array(first).fill(undefined), fault, fault, fault])
        const refused = yield* Effect.flip(step)
        expect(refused).toMatchObject({ _tag: "VerifierUnavailable", port })
        expect((yield* kept).account).toEqual(before.account)
        seen.push(`${port} ${fault}`)
      }
      yield* server.befall([])
    })

  yield* front.execute(actor, "StartCertification", { method: "legal-representative" })
  const enterprise = front.execute(actor, "VerifyEnterprise", {
    legalRepresentativeDocument: holderOf("zhangWei").document
  })
  yield* closed("registry", alibaba, enterprise)
  yield* enterprise
  const representative = front.execute(actor, "VerifyPersonByIdCard", {
    subject: "legal-representative",
    validity: validityOf("zhangWei")
  })
  yield* closed("id-card", tencent, representative)
  yield* representative
  const { cardNumber, mobile } = Personas.bankCardFactors("yangFan")
  const request = front.execute(actor, "RequestBankCardCode", { subject: "account-holder", cardNumber, mobile })
  yield* closed("bank-card", alibaba, request)
  // Here the card is checked, and only the message fails.
  yield* closed("sms", alibaba, request, 1)
  yield* request
  const sms = yield* outsideWorld.lastSms(mobile)
  const done = yield* front.execute(actor, "ConfirmBankCardCode", { subject: "account-holder", code: sms?.code ?? "" })
  return { done, seen }
})

describe("the front door, with vendors behind it", () => {
  it("certifies over real sockets, and no fault of the wire gives a level, spends an attempt or loses a step", async () => {
    const { done, seen } = await Effect.runPromise(Effect.provide(run, door()))
    expect(done).toMatchObject({ step: "done", level: "medium" })
    process.stdout.write(`${seen.length} of ${4 * faults.length} steps under faults changed nothing\n`)
  })
})

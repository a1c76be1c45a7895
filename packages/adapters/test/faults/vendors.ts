import { SingleWindow, type Unavailable } from "@single-window/core"
import { Personas } from "@single-window/testkit"
import type { VendorServer, WireFaultName } from "@single-window/testkit/wire/tencent-cloud"
import { Effect, type Layer } from "effect"
import * as AlibabaCloud from "../../src/alibaba-cloud/index.js"
import * as TencentCloud from "../../src/tencent-cloud/index.js"
import { alibabaOptions, type CallOptions, calls, serverOf, smsOptions, tencentOptions } from "../vendors/calls.js"
import "../vendors/samples.js"
import { type Actor, deadlineUnder, deserted, type Fault, type Stand, strangersTls, type Trial, tried } from "./Cell.js"

/** The faults that a server plays; those of the line itself are arranged by the address. */
const played: Partial<Record<Fault, WireFaultName>> = {
  "no-answer": "silence",
  "a-byte-at-a-time": "drip",
  "status-500": "status-500",
  "status-429": "status-429",
  "wrong-type": "wrong-type",
  truncated: "truncated",
  "100-megabytes": "oversized",
  "wrong-schema": "wrong-schema",
  "another-person": "another-person"
}

const endpointUnder = (fault: Fault | undefined, { url }: VendorServer): Effect.Effect<string> => {
  if (fault === "refused") return Effect.map(deserted, (port) => `http://127.0.0.1:${port}`)
  return Effect.succeed(fault === "no-such-host" ? "https://no-such-host.invalid" : url)
}

const { bankCardFactors, holderOf } = Personas
const execute = <Name extends Parameters<SingleWindow["Type"]["execute"]>[1]>(
  actor: Actor,
  name: Name,
  input: Parameters<SingleWindow["Type"]["execute"]>[2]
) => Effect.flatMap(SingleWindow, (door) => door.executeJson(actor, name, input))

const start = (actor: Actor) => execute(actor, "StartCertification", { method: "legal-representative" })
const enterprise = (actor: Actor) =>
  execute(actor, "VerifyEnterprise", { legalRepresentativeDocument: holderOf("zhangWei").document })
const representative = (actor: Actor) =>
  execute(actor, "VerifyPersonByIdCard", {
    subject: "legal-representative",
    validity: holderOf("zhangWei").validity
  })
const bankCard = (actor: Actor) => {
  const { cardNumber, mobile } = bankCardFactors("yangFan")
  return execute(actor, "RequestBankCardCode", { subject: "account-holder", cardNumber, mobile })
}

const steps = [start, enterprise, representative, bankCard] as const

/** The question that is the n-th step, with everything before it done. */
const at = (step: 1 | 2 | 3) => ({
  before: (actor: Actor) => Effect.forEach(steps.slice(0, step), (one) => one(actor), { discard: true }),
  question: steps[step]
})

const stand = <A>(
  name: string,
  step: 1 | 2 | 3,
  layer: (options: CallOptions) => Layer.Layer<A, Unavailable>
): Stand => {
  const [vendor = "", asks = ""] = name.split(" ")
  const call = calls.find((one) => one.name === name)
  if (call === undefined) throw new Error(`no call ${name}`)
  return {
    adapter: vendor,
    asks,
    under: (fault) =>
      Effect.gen(function* () {
        const server = yield* serverOf(call, fault === "untrusted-tls" ? { tls: strangersTls } : {})
        const wire = fault === undefined ? undefined : played[fault]
        yield* server.befall(wire === undefined ? [] : [wire, wire, wire])
        const options = { endpoint: yield* endpointUnder(fault, server), deadline: deadlineUnder(fault) }
        const trial: Trial<A, void> = { ...at(step), layer: layer(options) }
        return yield* tried(trial)
      }).pipe(Effect.scoped)
  }
}

export const vendors: ReadonlyArray<Stand> = [
  stand("tencent-cloud CheckIdNameDate", 2, (options) => TencentCloud.layerIdCard(tencentOptions(options))),
  stand("tencent-cloud BankCard4EVerification", 3, (options) => TencentCloud.layerBankCard(tencentOptions(options))),
  stand("alibaba-cloud Id2MetaPeriodVerify", 2, (options) => AlibabaCloud.layerIdCard(alibabaOptions(options))),
  stand("alibaba-cloud BankMetaVerify", 3, (options) => AlibabaCloud.layerBankCard(alibabaOptions(options))),
  stand("alibaba-cloud EntElementVerify", 1, (options) => AlibabaCloud.layerRegistry(alibabaOptions(options))),
  stand("alibaba-cloud SendSms", 3, (options) => AlibabaCloud.layerSms(smsOptions(options)))
]

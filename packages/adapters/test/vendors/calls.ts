import {
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  type Limited,
  type PortName,
  SmsSender,
  type Unavailable,
  type Verdict
} from "@single-window/core"
import { Personas } from "@single-window/testkit"
import * as AlibabaWire from "@single-window/testkit/wire/alibaba-cloud"
import * as TencentWire from "@single-window/testkit/wire/tencent-cloud"
import { Context, Effect, Layer, Redacted, type Scope } from "effect"
import * as AlibabaCloud from "../../src/alibaba-cloud/index.js"
import type { PatienceOptions } from "../../src/outbound/exchange.js"
import * as TencentCloud from "../../src/tencent-cloud/index.js"

export interface CallOptions extends PatienceOptions {
  readonly endpoint: string
  readonly tlsAuthority?: string
  readonly secret?: string
  readonly mostBytes?: number
}

export const tencentOptions = ({ secret, ...options }: CallOptions): TencentCloud.TencentCloudOptions => ({
  ...options,
  secretId: Redacted.make(TencentWire.credentials.secretId),
  secretKey: Redacted.make(secret ?? TencentWire.credentials.secretKey)
})

export const alibabaOptions = ({ secret, ...options }: CallOptions): AlibabaCloud.AlibabaCloudOptions => ({
  ...options,
  accessKeyId: Redacted.make(AlibabaWire.credentials.accessKeyId),
  accessKeySecret: Redacted.make(secret ?? AlibabaWire.credentials.accessKeySecret)
})

export const smsOptions = (options: CallOptions): AlibabaCloud.SmsOptions => ({
  ...alibabaOptions(options),
  signName: "单一窗口示例",
  templateCode: "SMS_000000000",
  minutesVariable: "minutes"
})

export type Answer = Effect.Effect<Verdict | "sent", Limited | Unavailable>

/** One call of a vendor: how it is made, and a question that the world answers with a yes. */
export interface Call {
  readonly name: string
  readonly port: PortName
  readonly vendor: "tencent" | "alibaba"
  /** How often it may be sent when nothing but a reset comes back. */
  readonly sentAtMost: 1 | 3
  readonly make: (options: CallOptions) => Effect.Effect<Answer, Unavailable>
}

/** Asks through a layer that is made once. */
const through =
  <Id, Service>(
    port: Context.Tag<Id, Service>,
    layer: (options: CallOptions) => Layer.Layer<Id, Unavailable>,
    ask: (service: Service) => Answer
  ) =>
  (options: CallOptions): Effect.Effect<Answer, Unavailable> =>
    Effect.scoped(
      Effect.map(Layer.build(layer(options)), (context) => Effect.provide(Effect.flatMap(port, ask), context))
    )

const card = Personas.idCardElements("zhangWei")
const factors = Personas.bankCardFactors("zhangWei")
const enterprise = Personas.registryQuestion("tongda")
const message = { mobile: factors.mobile, code: Redacted.make("482910"), validMinutes: 5 }

/** Everything personal that goes out with the questions. */
export const personal: ReadonlyArray<string> = [
  card.name,
  card.number,
  factors.cardNumber,
  factors.mobile,
  enterprise.enterprise.name,
  Redacted.value(message.code),
  TencentWire.credentials.secretKey,
  AlibabaWire.credentials.accessKeySecret
]

export const calls: ReadonlyArray<Call> = [
  {
    name: "tencent-cloud CheckIdNameDate",
    port: "id-card",
    vendor: "tencent",
    sentAtMost: 3,
    make: through(
      IdCardVerifier,
      (options) => TencentCloud.layerIdCard(tencentOptions(options)),
      (port) => port.verify(card)
    )
  },
  {
    name: "tencent-cloud BankCard4EVerification",
    port: "bank-card",
    vendor: "tencent",
    sentAtMost: 1,
    make: through(
      BankCardVerifier,
      (options) => TencentCloud.layerBankCard(tencentOptions(options)),
      (port) => port.verify(factors)
    )
  },
  {
    name: "alibaba-cloud Id2MetaPeriodVerify",
    port: "id-card",
    vendor: "alibaba",
    sentAtMost: 3,
    make: through(
      IdCardVerifier,
      (options) => AlibabaCloud.layerIdCard(alibabaOptions(options)),
      (port) => port.verify(card)
    )
  },
  {
    name: "alibaba-cloud BankMetaVerify",
    port: "bank-card",
    vendor: "alibaba",
    sentAtMost: 1,
    make: through(
      BankCardVerifier,
      (options) => AlibabaCloud.layerBankCard(alibabaOptions(options)),
      (port) => port.verify(factors)
    )
  },
  {
    name: "alibaba-cloud EntElementVerify",
    port: "registry",
    vendor: "alibaba",
    sentAtMost: 3,
    make: through(
      EnterpriseRegistry,
      (options) => AlibabaCloud.layerRegistry(alibabaOptions(options)),
      (port) => port.check(enterprise)
    )
  },
  {
    name: "alibaba-cloud SendSms",
    port: "sms",
    vendor: "alibaba",
    sentAtMost: 1,
    make: through(
      SmsSender,
      (options) => AlibabaCloud.layerSms(smsOptions(options)),
      (port) => Effect.as(port.sendCode(message), "sent" as const)
    )
  }
]

/** The played vendor in front of the personas' world. */
export const serverOf = (
  call: Call,
  options: TencentWire.VendorServerOptions = {}
): Effect.Effect<TencentWire.VendorServer, never, Scope.Scope> =>
  call.vendor === "tencent"
    ? Effect.map(
        Layer.build(TencentWire.TencentCloud.layerWorld(Personas.personasWorld, options)),
        Context.get(TencentWire.TencentCloud)
      )
    : Effect.map(
        Layer.build(AlibabaWire.AlibabaCloud.layerWorld(Personas.personasWorld, options)),
        Context.get(AlibabaWire.AlibabaCloud)
      )

import { appendFile } from "node:fs/promises"
import { resolve } from "node:path"
import { BankCardVerifier, EnterpriseRegistry, IdCardVerifier, SmsSender, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { type CloudOptions, type CloudVendor, cloudFields, fromCloud, wrongInCloud } from "./cloud.js"
import { examined, finding, type Source, source } from "./source.js"

const tencent = Effect.promise(() => import("@single-window/adapters/tencent-cloud"))
const alibaba = Effect.promise(() => import("@single-window/adapters/alibaba-cloud"))

const tencentKeys = ["TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY"] as const
const alibabaKeys = ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"] as const

const tencentOptions = ({ id, secret, ...options }: CloudOptions) => ({ ...options, secretId: id, secretKey: secret })
const alibabaOptions = ({ id, secret, ...options }: CloudOptions) => ({
  ...options,
  accessKeyId: id,
  accessKeySecret: secret
})

const Plain = Schema.Struct(cloudFields)
const Registry = Schema.Struct({
  ...cloudFields,
  call: Schema.optional(Schema.Literal("EntElementVerify", "EntElementVerifyV2")),
  sceneCode: Schema.optional(Schema.NonEmptyString)
})
const Sms = Schema.Struct({
  ...cloudFields,
  signName: Schema.NonEmptyString,
  templateCode: Schema.NonEmptyString,
  codeVariable: Schema.optional(Schema.NonEmptyString),
  minutesVariable: Schema.optional(Schema.NonEmptyString)
})

const vendor = <
  Id extends BankCardVerifier | EnterpriseRegistry | IdCardVerifier | SmsSender,
  Service extends object,
  A extends typeof Plain.Type,
  I
>(
  name: string,
  schema: Schema.Schema<A, I>,
  made: CloudVendor<Id, Service, A>
): Source<Id> =>
  source(name, {
    schema,
    secrets: made.keys,
    wrong: wrongInCloud,
    ready: (settings, place) => fromCloud(made, settings, place)
  })

const tencentAddress = Effect.map(tencent, ({ defaultEndpoint }) => defaultEndpoint)
const alibabaAddress = (port: "registry" | "id-card" | "bank-card" | "sms") =>
  Effect.map(alibaba, ({ defaultEndpoint }) => defaultEndpoint(port))

const idCardByTencent = vendor("tencent-cloud", Plain, {
  port: IdCardVerifier,
  name: "id-card",
  keys: tencentKeys,
  address: tencentAddress,
  make: (options) => Effect.map(tencent, ({ layerIdCard }) => layerIdCard(tencentOptions(options)))
})
const bankCardByTencent = vendor("tencent-cloud", Plain, {
  port: BankCardVerifier,
  name: "bank-card",
  keys: tencentKeys,
  address: tencentAddress,
  make: (options) => Effect.map(tencent, ({ layerBankCard }) => layerBankCard(tencentOptions(options)))
})
const idCardByAlibaba = vendor("alibaba-cloud", Plain, {
  port: IdCardVerifier,
  name: "id-card",
  keys: alibabaKeys,
  address: alibabaAddress("id-card"),
  make: (options) => Effect.map(alibaba, ({ layerIdCard }) => layerIdCard(alibabaOptions(options)))
})
const bankCardByAlibaba = vendor("alibaba-cloud", Plain, {
  port: BankCardVerifier,
  name: "bank-card",
  keys: alibabaKeys,
  address: alibabaAddress("bank-card"),
  make: (options) => Effect.map(alibaba, ({ layerBankCard }) => layerBankCard(alibabaOptions(options)))
})
const registryByAlibaba = vendor("alibaba-cloud", Registry, {
  port: EnterpriseRegistry,
  name: "registry",
  keys: alibabaKeys,
  address: alibabaAddress("registry"),
  make: (options, { call, sceneCode }) =>
    Effect.map(alibaba, ({ layerRegistry }) => layerRegistry({ ...alibabaOptions(options), call, sceneCode }))
})
const smsByAlibaba = vendor("alibaba-cloud", Sms, {
  port: SmsSender,
  name: "sms",
  keys: alibabaKeys,
  address: alibabaAddress("sms"),
  make: (options, { codeVariable, minutesVariable, signName, templateCode }) =>
    Effect.map(alibaba, ({ layerSms }) =>
      layerSms({ ...alibabaOptions(options), signName, templateCode, codeVariable, minutesVariable })
    )
})

/** Messages into a file, for trying everything else. */
const smsByFile: Source<SmsSender> = source("file", {
  schema: Schema.Struct({ source: Schema.String, path: Schema.NonEmptyString }),
  secrets: [],
  ready: ({ path }, { folder }) => {
    const file = resolve(folder, path)
    return {
      layer: Layer.unwrapEffect(
        Effect.map(
          Effect.promise(() => import("@single-window/adapters/sms")),
          ({ layerFile }) => layerFile({ path: file })
        )
      ),
      examine: examined(
        "sms",
        Effect.tryPromise({
          try: () => appendFile(file, "", { mode: 0o600 }),
          catch: (error) =>
            new Unavailable({ port: "sms", detail: `${file}: ${(error as NodeJS.ErrnoException).code ?? ""}` })
        }).pipe(Effect.as([finding("sms")("warning", ({ doctor }) => doctor.file(file))]))
      )
    }
  }
})

/** The one list of vendors by port; every first question goes to the first that a configuration names. */
export const vendors = {
  registry: { "alibaba-cloud": registryByAlibaba },
  "id-card": { "tencent-cloud": idCardByTencent, "alibaba-cloud": idCardByAlibaba },
  "bank-card": { "tencent-cloud": bankCardByTencent, "alibaba-cloud": bankCardByAlibaba },
  sms: { "alibaba-cloud": smsByAlibaba, file: smsByFile }
} as const

import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ABC, type BankProtocol, CCB, CMBC } from "@single-window/adapters/bank-ukey"
import { Personas, World } from "@single-window/testkit"
import * as AlibabaWire from "@single-window/testkit/wire/alibaba-cloud"
import { cardsOf, extensionOf, makeAuthority, signingKey } from "@single-window/testkit/wire/authority"
import * as BankSite from "@single-window/testkit/wire/bank-site"
import * as EportControl from "@single-window/testkit/wire/eport-control"
import * as TencentWire from "@single-window/testkit/wire/tencent-cloud"
import { Context, Effect, Layer, type Scope } from "effect"

const protocols = { CCB, ABC, CMBC } as const
type Code = keyof typeof protocols
const codes = Object.keys(protocols) as ReadonlyArray<Code>

export const ukeyPassword = "Yu2#shield"

const authority = makeAuthority("sm2")
export const cards = cardsOf(Personas.personasWorld, authority, makeAuthority("sm2"))

const keyKind = ({ algorithm }: BankProtocol) => (algorithm === "sm2-sm3" ? "sm2" : "rsa-sha256")
const ours = Object.fromEntries(codes.map((code) => [code, signingKey(keyKind(protocols[code]), 2048)]))
const keyOf = (code: Code) => ours[code] ?? signingKey("sm2")

const { name, organizationCode, unifiedSocialCreditCode } = Personas.enterpriseOf("tongda")
const customers = { tongda: { name, organizationCode, unifiedSocialCreditCode, password: ukeyPassword } }

/** Everybody whom a deployment asks, on loopback, over one made-up world. */
export interface Town {
  readonly tencent: TencentWire.VendorServer
  readonly alibaba: TencentWire.VendorServer
  readonly control: Effect.Effect.Success<ReturnType<typeof EportControl.start>>
  readonly site: BankSite.BankSite["Type"]
  readonly world: World.WorldRuntime["Type"]
}

export const town: Effect.Effect<Town, never, Scope.Scope> = Effect.gen(function* () {
  const world = World.layer(Personas.personasWorld)
  const vendors = Layer.merge(TencentWire.TencentCloud.layer({}), AlibabaWire.AlibabaCloud.layer({}))
  const context = yield* Layer.build(Layer.provideMerge(vendors, world))
  const site = yield* Layer.build(
    BankSite.layer({
      returnSeconds: 0,
      banks: codes.map((code) => ({
        protocol: protocols[code],
        ukey: "网银盾",
        customers,
        clientKey: keyOf(code).spki,
        ...(code === "CMBC" ? { returnBy: "POST" as const } : {})
      }))
    })
  )
  return {
    tencent: Context.get(context, TencentWire.TencentCloud),
    alibaba: Context.get(context, AlibabaWire.AlibabaCloud),
    control: yield* EportControl.start(),
    site: Context.get(site, BankSite.BankSite),
    world: Context.get(context, World.WorldRuntime)
  }
})

/** Secrets stay out of the file. */
export const secrets = {
  TENCENTCLOUD_SECRET_ID: TencentWire.credentials.secretId,
  TENCENTCLOUD_SECRET_KEY: TencentWire.credentials.secretKey,
  ALIBABA_CLOUD_ACCESS_KEY_ID: AlibabaWire.credentials.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: AlibabaWire.credentials.accessKeySecret
} as const

type Verifiers = Record<string, unknown>

/** What a deployment would write down for this town; its key files are beside it. */
export const verifiersOf = (
  { alibaba, control, site, tencent }: Town,
  folder: string,
  returnUrl: string
): Verifiers => {
  mkdirSync(folder, { recursive: true })
  const file = (name: string, text: string, mode = 0o644) => {
    writeFileSync(join(folder, name), text, { mode })
    return name
  }
  return {
    registry: { source: "alibaba-cloud", endpoint: alibaba.url },
    "id-card": [
      { source: "tencent-cloud", endpoint: tencent.url, deadlineSeconds: 4 },
      { source: "alibaba-cloud", endpoint: alibaba.url }
    ],
    "bank-card": { source: "tencent-cloud", endpoint: tencent.url, limit: { questions: 50, seconds: 60 } },
    sms: { source: "alibaba-cloud", endpoint: alibaba.url, signName: "单一窗口示例", templateCode: "SMS_000000000" },
    card: {
      source: "eport-client",
      url: control.url,
      issuerFiles: [file("issuer.pem", authority.pem)],
      kindBy: { extension: extensionOf.kind, legalPerson: ["legal-person"], operator: ["operator"] }
    },
    "bank-ukey": {
      source: "bank-ukey",
      returnUrl,
      hosts: [site.host],
      banks: codes.map((code) => ({
        code,
        address: site.addressOf(code),
        signingKeyFile: file(`${code}-ours.pem`, keyOf(code).privatePem, 0o600),
        keys: [{ file: file(`${code}.pem`, site.keyOf(code)) }]
      }))
    }
  }
}

/** A file of migrated accounts of one enterprise. */
export const migrated = (accounts: Readonly<Record<string, Personas.PersonaName>>): string => {
  const enterprise = Personas.enterpriseOf("tongda")
  return Object.entries(accounts)
    .map(([username, persona]) => {
      const { document, name: holderName, validity } = Personas.holderOf(persona)
      return JSON.stringify({
        username,
        source: "ciq",
        enterpriseName: enterprise.name,
        unifiedSocialCreditCode: enterprise.unifiedSocialCreditCode,
        organizationCode: enterprise.organizationCode,
        legalRepresentativeName: enterprise.legalRepresentativeName,
        holderName,
        documentType: document.type,
        documentNumber: document.number,
        ...(validity === undefined ? {} : { validFrom: validity.from, validTo: validity.to })
      })
    })
    .join("\n")
}

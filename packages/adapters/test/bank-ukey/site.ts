import {
  ABC,
  type BankProtocol,
  type BankUkeyOptions,
  CCB,
  CMBC,
  layer,
  type ReturnListener,
  returnListener
} from "@single-window/adapters/bank-ukey"
import { type BankRedirect, type BankRequest, BankUkeyGateway } from "@single-window/core"
import { Personas } from "@single-window/testkit"
import { signingKey } from "@single-window/testkit/wire/authority"
import {
  BankSite,
  type BankSiteOptions,
  clickThrough,
  type Loaded,
  load,
  type Person,
  siteTls,
  start,
  type Trip
} from "@single-window/testkit/wire/bank-site"
import { Context, Effect, Layer, Redacted, Ref } from "effect"

export const protocols = { CCB, ABC, CMBC } as const
export type Code = keyof typeof protocols
export const codes = Object.keys(protocols) as ReadonlyArray<Code>

const keyKind = ({ algorithm }: BankProtocol) => (algorithm === "sm2-sm3" ? "sm2" : "rsa-sha256")
const keys = () => ({
  CCB: signingKey(keyKind(CCB), 2048),
  ABC: signingKey(keyKind(ABC)),
  CMBC: signingKey(keyKind(CMBC))
})
/** Ours, one for each bank, and the banks' own. */
export const ours = keys()
export const theirs = keys()
export const tls = siteTls()
export const password = "Yu2#shield"

const customer = (key: Personas.EnterprisePersonaName) => {
  const { name, organizationCode, unifiedSocialCreditCode } = Personas.enterpriseOf(key)
  return { name, organizationCode, unifiedSocialCreditCode, password }
}
const customers = { tongda: customer("tongda"), cooperative: customer("cooperative"), xinghai: customer("xinghai") }

export const siteOptions: BankSiteOptions = {
  tls,
  keys: theirs,
  banks: [
    { protocol: CCB, ukey: "“跨境 e+”网银盾", customers, clientKey: ours.CCB.spki },
    { protocol: ABC, ukey: "K宝", customers, clientKey: ours.ABC.spki },
    { protocol: CMBC, ukey: "U宝", customers, clientKey: ours.CMBC.spki, returnBy: "POST" }
  ]
}

/** Where the next redirect sends people back to. */
export class ReturnUrl extends Context.Tag("test/ReturnUrl")<ReturnUrl, Ref.Ref<string>>() {}

export const gatewayOptions = (site: BankSite["Type"], returnUrl: BankUkeyOptions["returnUrl"]): BankUkeyOptions => ({
  banks: codes.map((code) => ({
    bank: { ...protocols[code], address: site.addressOf(code), keys: [{ pem: site.keyOf(code) }] },
    signingKey: Redacted.make(ours[code].privatePem)
  })),
  hosts: [site.host],
  returnUrl
})

/** The banks' sites on loopback and the gateway that sends people there. */
export const siteLayer = (
  change: (options: BankUkeyOptions) => BankUkeyOptions = (options) => options,
  options: BankSiteOptions = siteOptions
) =>
  Layer.unwrapScoped(
    Effect.gen(function* () {
      const site = yield* start(options)
      const returnUrl = yield* Ref.make("http://127.0.0.1:9/nowhere")
      return Layer.mergeAll(
        Layer.succeed(BankSite, site),
        Layer.succeed(ReturnUrl, returnUrl),
        layer(change(gatewayOptions(site, Ref.get(returnUrl))))
      )
    })
  )

export const request = (bank: Code, change: Partial<BankRequest> = {}): BankRequest => ({
  requestId: "5f0c1e2d3b4a59687786950a1b2c3d4e",
  bank,
  account: "acct-0123456789abcdef",
  enterprise: Personas.enterpriseOf("tongda"),
  nonce: "00112233445566778899aabbccddeeff",
  expiresAt: Date.now() + 600_000,
  ...change
})

export interface WentThrough {
  readonly trip: Trip
  readonly listener: ReturnListener
  /** What the browser was shown when it came back. */
  readonly shown: Loaded | undefined
}

/** Somebody is sent to the bank, clicks through its pages and comes back. */
export const sentTo = <E, R>(
  code: Code,
  redirecting: Effect.Effect<BankRedirect, E, R>,
  person: Partial<Person> = {},
  wait: `${number} millis` = "5000 millis"
) =>
  Effect.gen(function* () {
    const bank = protocols[code]
    const listener = yield* returnListener({ bank, timeout: wait })
    yield* Ref.set(yield* ReturnUrl, listener.url)
    const redirect = yield* redirecting
    const { ca } = yield* BankSite
    const trip = yield* Effect.promise(() => clickThrough(redirect, { ca, charset: bank.charset, password, ...person }))
    const { back } = trip
    const shown = back === undefined ? undefined : yield* Effect.promise(() => load(back.url, back.method, back.body))
    return { trip, listener, shown } satisfies WentThrough
  })

/** The parameters with which this request comes back. */
export const returned = (asked: BankRequest, person: Partial<Person> = {}) =>
  sentTo(
    asked.bank as Code,
    Effect.flatMap(BankUkeyGateway, (gateway) => gateway.redirect(asked)),
    person
  ).pipe(
    Effect.flatMap(({ listener }) => listener.returned),
    Effect.scoped
  )

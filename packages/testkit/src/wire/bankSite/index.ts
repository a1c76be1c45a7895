import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import {
  loopbackTls,
  makeAuthority,
  pemOfKey,
  type ServerTls,
  type SigningKey,
  signingKey
} from "../authority/index.js"
import type { BankFault } from "./BankFault.js"
import type { BankAtSite } from "./BankSiteProtocol.js"
import { postNotice, run } from "./server.js"
import { type Bank, Visits } from "./Visits.js"

export { type BankFault, bankFaults } from "./BankFault.js"
export type { BankAtSite, BankCustomer, BankSiteProtocol } from "./BankSiteProtocol.js"
export { clickThrough, type Going, type Loaded, load, type Person, type Seen, type Trip } from "./clickThrough.js"

export interface SiteTls {
  readonly server: ServerTls
  /** In PEM. */
  readonly ca: string
}

/** TLS for a site on loopback; making it takes a while, so sites may share it. */
export const siteTls = (): SiteTls => {
  const authority = makeAuthority("rsa-sha256")
  return { server: loopbackTls(authority), ca: authority.pem }
}

export interface BankSiteOptions {
  readonly banks: ReadonlyArray<BankAtSite>
  /** After how many seconds the last page leads back by itself. Default 1. */
  readonly returnSeconds?: number
  /** Epoch milliseconds. Default the machine's clock. */
  readonly now?: () => number
  /** The site's TLS and what a browser must trust for it; new unless given, as are the keys by bank. */
  readonly tls?: SiteTls
  readonly keys?: Readonly<Record<string, SigningKey>>
}

/** The sites of several banks on loopback, over TLS: the five steps of the manual as web pages. */
export class BankSite extends Context.Tag("@single-window/testkit/BankSite")<
  BankSite,
  {
    /** Host and port. */
    readonly host: string
    /** What a browser must trust, in PEM. */
    readonly ca: string
    readonly addressOf: (code: string) => string
    /** The public key with which a bank signs, in PEM. */
    readonly keyOf: (code: string) => string
    /** The bank signs with a new key from now on; gives its public half. */
    readonly changeKey: (code: string) => Effect.Effect<string>
    /** A key of that bank's customers, or nobody. */
    readonly insertUkey: (code: string, customer: string | undefined) => Effect.Effect<void>
    /** From now on; `undefined` ends it. */
    readonly fault: (fault: BankFault | undefined) => Effect.Effect<void>
  }
>() {}

const newKey = ({ protocol }: BankAtSite) => signingKey(protocol.algorithm === "sm2-sm3" ? "sm2" : "rsa-sha256", 2048)

/** Runs until the scope ends. */
export const start = (options: BankSiteOptions): Effect.Effect<BankSite["Type"], never, Scope.Scope> =>
  Effect.gen(function* () {
    const tls = options.tls ?? siteTls()
    const banks = new Map<string, Bank>(
      options.banks.map((at) => {
        const { code } = at.protocol
        return [code, { at, key: options.keys?.[code] ?? newKey(at), inserted: Object.keys(at.customers)[0] }]
      })
    )
    const visits = new Visits(options.returnSeconds ?? 1, options.now ?? Date.now, postNotice)
    const running = yield* Effect.acquireRelease(
      Effect.promise(() => run(tls.server, banks, visits)),
      ({ stop }) => Effect.promise(stop)
    )
    const bankOf = (code: string): Bank => {
      const bank = banks.get(code)
      if (bank === undefined) throw new Error(`the site has no bank ${code}`)
      return bank
    }
    const host = `127.0.0.1:${running.port}`
    return {
      host,
      ca: tls.ca,
      addressOf: (code) => `https://${host}/${code}/single-window`,
      keyOf: (code) => pemOfKey(bankOf(code).key),
      changeKey: (code) =>
        Effect.sync(() => {
          const bank = bankOf(code)
          bank.key = newKey(bank.at)
          return pemOfKey(bank.key)
        }),
      insertUkey: (code, customer) =>
        Effect.sync(() => {
          bankOf(code).inserted = customer
        }),
      fault: (fault) =>
        Effect.sync(() => {
          visits.fault = fault
        })
    }
  })

export const layer = (options: BankSiteOptions): Layer.Layer<BankSite> => Layer.scoped(BankSite, start(options))

import { X509Certificate } from "node:crypto"
import { resolve } from "node:path"
import type { BankUkeyFiles } from "@single-window/adapters/bank-ukey"
import type { BankUkeyGateway } from "@single-window/core"
import { banks as known } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { nearest } from "../../commandLine/nearest.js"
import type { Finding, Mistake } from "../Ready.js"
import { reachLine } from "../reach.js"
import { reachedFinding } from "./cloud.js"
import { examined, finding, type Place, type Source, source } from "./source.js"

const Moment = Schema.String.pipe(
  Schema.filter((text) => !Number.isNaN(Date.parse(text)), { message: () => "a date or time in ISO 8601" })
)

export const Banks = Schema.Struct({
  source: Schema.String,
  /** Where people come back to: over TLS, or on this machine, where `bank-return` waits for them. */
  returnUrl: Schema.NonEmptyString,
  notifyUrl: Schema.optional(Schema.NonEmptyString),
  /** Where people may be sent, with the port where it is not 443. */
  hosts: Schema.NonEmptyArray(Schema.NonEmptyString),
  answerMinutes: Schema.optional(Schema.Number.pipe(Schema.between(1, 60))),
  skewSeconds: Schema.optional(Schema.Number.pipe(Schema.between(0, 600))),
  banks: Schema.NonEmptyArray(
    Schema.Struct({
      code: Schema.NonEmptyString,
      address: Schema.NonEmptyString,
      signingKeyFile: Schema.NonEmptyString,
      keys: Schema.NonEmptyArray(
        Schema.Struct({
          file: Schema.NonEmptyString,
          from: Schema.optional(Moment),
          until: Schema.optional(Moment)
        })
      ),
      constants: Schema.optional(Schema.Record({ key: Schema.String, value: Schema.String }))
    })
  )
})
export type Banks = typeof Banks.Type

/** Whether a return address is a port of this machine, where a program without a web server can wait. */
export const isHere = (returnUrl: string): boolean => {
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : undefined
  return url?.protocol === "http:" && url.port !== "" && ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname)
}

const wrong = ({ banks, returnUrl }: Banks, { words }: Place): Mistake | undefined => {
  if (!isHere(returnUrl) && !returnUrl.startsWith("https://")) return { path: ["returnUrl"], why: words.returnUrl }
  const codes = known.map(({ code }) => code)
  for (const [at, { code }] of banks.entries()) {
    const path = ["banks", String(at), "code"]
    if (!codes.includes(code)) return { path, why: words.unknownBank(code, nearest(code, codes), codes) }
    if (banks.findIndex((one) => one.code === code) < at) return { path, why: words.bankTwice(code) }
  }
  return undefined
}

const filesOf = (
  { answerMinutes, banks, hosts, notifyUrl, returnUrl, skewSeconds }: Banks,
  folder: string
): BankUkeyFiles => ({
  hosts,
  returnUrl,
  notifyUrl,
  answerValid: answerMinutes === undefined ? undefined : answerMinutes * 60_000,
  skew: skewSeconds === undefined ? undefined : skewSeconds * 1000,
  banks: banks.map((bank) => ({
    ...bank,
    signingKeyFile: resolve(folder, bank.signingKeyFile),
    keys: bank.keys.map((key) => ({ ...key, file: resolve(folder, key.file) }))
  }))
})

const MONTH = 30 * 86_400_000

/** Whether a bank's answers can be checked today, and for how long. */
const keyFinding = (
  code: string,
  keys: ReadonlyArray<{ readonly pem: string; readonly from?: string; readonly until?: string }>
): Finding => {
  const say = finding("bank-ukey")
  const now = Date.now()
  const times = keys.map(({ from, pem, until }) => {
    const certificate = pem.includes("BEGIN CERTIFICATE") ? new X509Certificate(pem) : undefined
    const time = (own: string | undefined, theirs: string | undefined, none: number) =>
      own === undefined && theirs === undefined ? none : Date.parse(own ?? theirs ?? "")
    return {
      from: time(from, certificate?.validFrom, Number.NEGATIVE_INFINITY),
      until: time(until, certificate?.validTo, Number.POSITIVE_INFINITY)
    }
  })
  if (!times.some((one) => one.from <= now && now <= one.until))
    return say("failed", ({ doctor }) => doctor.keyNone(code))
  const last = Math.max(...times.map(({ until }) => until))
  return last < now + MONTH
    ? say("warning", ({ doctor }) => doctor.keyEnds(code, new Date(last).toISOString().slice(0, 10)))
    : say("ok", ({ doctor }) => doctor.keys(code))
}

const bankUkey = Effect.promise(() => import("@single-window/adapters/bank-ukey"))

export const banks: Source<BankUkeyGateway> = source("bank-ukey", {
  schema: Banks,
  secrets: [],
  wrong,
  ready: (settings, { folder }) => {
    const options = Effect.flatMap(bankUkey, ({ fromFiles }) => fromFiles(filesOf(settings, folder)))
    const layer = Layer.unwrapEffect(
      Effect.gen(function* () {
        const made = yield* options
        return (yield* bankUkey).layer(made)
      })
    )
    const examine = Effect.gen(function* () {
      const { banks: connections } = yield* options
      yield* Effect.scoped(Layer.build(layer))
      const keys = connections.map(({ bank }) => keyFinding(bank.code, bank.keys))
      // Browsers go there and not this machine, whose list of authorities may lack the bank's.
      const sites = yield* Effect.forEach(
        connections,
        ({ bank }) =>
          reachLine(bank.address).pipe(
            Effect.map((reached) => reachedFinding("bank-ukey", reached)),
            Effect.catchTag("NotReached", ({ host, why }) =>
              Effect.succeed(finding("bank-ukey")("warning", ({ doctor }) => doctor.notReached(host, why)))
            )
          ),
        { concurrency: 3 }
      )
      return [...keys, ...sites]
    })
    return { layer, examine: examined("bank-ukey", examine) }
  }
})

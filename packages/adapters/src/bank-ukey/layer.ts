import { BankUkeyGateway, Unavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import type { ConfigError } from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { allowedAddress, returnAddress } from "./addresses.js"
import type { BankProtocol } from "./BankProtocol.js"
import type { BankConnection, BankUkeyOptions } from "./BankUkeyOptions.js"
import { fromEnvironment, fromFiles } from "./Config.js"
import { redirectTo } from "./Request.js"
import { read } from "./Response.js"
import { type Signer, signer, type VerificationKey, verificationKey } from "./signatures.js"

interface Connected {
  readonly bank: BankProtocol
  readonly sign: Signer
  readonly keys: ReadonlyArray<VerificationKey>
}

const unavailable = (detail: string) => Effect.fail(new Unavailable({ port: "bank-ukey", detail }))

const orUnavailable = <A>(value: Option.Option<A>, detail: string): Effect.Effect<A, Unavailable> =>
  Option.isSome(value) ? Effect.succeed(value.value) : unavailable(detail)

/** Fields without which an answer could not be bound to its request, and a request not to its enterprise. */
const bound = ({ answer, request }: BankProtocol): boolean => {
  const asks = request.fields.map(([field]) => field)
  const says = answer.fields.map(([field]) => field).filter((field) => !answer.optional.includes(field))
  const both = ["requestId", "bank", "account", "nonce", "timestamp"] as const
  return (
    both.every((field) => asks.includes(field) && says.includes(field)) &&
    (["unifiedSocialCreditCode", "organizationCode", "returnUrl", "expiresAt"] as const).every((field) =>
      asks.includes(field)
    ) &&
    (["bankSerial", "outcome"] as const).every((field) => says.includes(field)) &&
    answer.success !== answer.declined
  )
}

/** What a bank sends is signed, and still no text for a log. */
const plain = (requestId: string): string => (/^[0-9a-f]{8,64}$/.test(requestId) ? requestId : "of another form")

/** A mistake in the configuration stops the start, before anybody is sent anywhere. */
const connected =
  ({ hosts }: BankUkeyOptions) =>
  ({ bank, signingKey }: BankConnection): Effect.Effect<Connected, Unavailable> =>
    Effect.gen(function* () {
      if (!bound(bank)) return yield* unavailable(`${bank.code}: a field that binds request and answer is missing`)
      yield* orUnavailable(allowedAddress(bank.address, hosts), `${bank.code}: its address is not allowed`)
      const sign = yield* orUnavailable(signer(bank, signingKey), `${bank.code}: our signing key cannot be used`)
      const keys = yield* orUnavailable(
        Option.all(bank.keys.map((key) => verificationKey(bank, key))),
        `${bank.code}: a key of the bank cannot be used`
      )
      return { bank, sign, keys }
    })

const make = (options: BankUkeyOptions): Effect.Effect<BankUkeyGateway["Type"], Unavailable> =>
  Effect.gen(function* () {
    const all = yield* Effect.forEach(options.banks, connected(options))
    const connections = new Map(all.map((one) => [one.bank.code, one]))
    const answerValidMillis = Duration.toMillis(options.answerValid ?? "10 minutes")
    const skewMillis = Duration.toMillis(options.skew ?? "2 minutes")
    const connection = (code: string) =>
      orUnavailable(Option.fromNullable(connections.get(code)), "the bank is not connected")
    return {
      redirect: (request) =>
        Effect.gen(function* () {
          const { bank, sign } = yield* connection(request.bank)
          const back = typeof options.returnUrl === "string" ? options.returnUrl : yield* options.returnUrl
          yield* orUnavailable(returnAddress(back), "the return address is neither over TLS nor on loopback")
          const now = yield* Clock.currentTimeMillis
          return yield* orUnavailable(
            redirectTo(bank, sign, request, { now, returnUrl: back, notifyUrl: options.notifyUrl }),
            "the bank's form cannot hold a character of the enterprise"
          )
        }),
      read: (code, parameters) =>
        Effect.gen(function* () {
          const { bank, keys } = yield* connection(code)
          const now = yield* Clock.currentTimeMillis
          const current = keys.filter(({ from, until }) => from <= now && now <= until)
          if (current.length === 0) return yield* unavailable(`${bank.code}: no key of the bank is valid now`)
          return yield* read(bank, parameters, { now, keys: current, answerValidMillis, skewMillis }).pipe(
            Effect.tapError(({ reason }) => Effect.logWarning(`bank-ukey ${bank.code}: not trusted: ${reason}`)),
            Effect.tap(({ requestId }) =>
              Effect.logInfo(`bank-ukey ${bank.code}: signed, about request ${plain(requestId)}`)
            )
          )
        })
    }
  })

/** Sends people to their bank and reads what it signed. */
export const layer = (options: BankUkeyOptions): Layer.Layer<BankUkeyGateway, Unavailable> =>
  Layer.effect(BankUkeyGateway, make(options))

/** The same from the environment and the files that it names. */
export const layerConfig: Layer.Layer<BankUkeyGateway, Unavailable | ConfigError> = Layer.unwrapEffect(
  Effect.flatMap(fromEnvironment, (files) => Effect.map(fromFiles(files), layer))
)

import { BankCardVerifier, IdCardVerifier, type PortName, type Unavailable, Verdict } from "@single-window/core"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type { CodeRow } from "../outbound/CodeTable.js"
import { aboutAnother } from "../outbound/echo.js"
import { makeExchange } from "../outbound/exchange.js"
import { settle } from "../outbound/settle.js"
import { type Repeat, Trouble } from "../outbound/Trouble.js"
import type { Thrown } from "../outbound/watch.js"
import { fromEnvironment, settings, type TencentCloudOptions } from "./Config.js"
import { clientOf } from "./client.js"
import * as Request from "./Request.js"
import { codes } from "./Response.js"
import * as Wire from "./Wire.js"

const decode = Schema.decodeUnknown(Wire.Response)

const isError = Schema.is(Schema.Struct({ code: Schema.NonEmptyString, requestId: Schema.NonEmptyString }))

/** The code in what the client throws for an answer that holds an error in place of a result; other errors have no request id. */
const errorCode = ({ error, status }: Thrown): string | undefined =>
  status === 200 && isError(error) ? error.code : undefined

const judge = (
  asked: Readonly<Record<string, string | number>>,
  rows: ReadonlyArray<CodeRow>,
  said: unknown
): Effect.Effect<Verdict, Trouble> =>
  Effect.gen(function* () {
    const response = yield* Effect.mapError(decode(said), () => new Trouble({ reason: "not-understood" }))
    if (aboutAnother(asked, said)) return yield* Effect.fail(new Trouble({ reason: "about-another" }))
    yield* Effect.logDebug("tencent-cloud answered", response)
    return yield* settle(rows, response.Result)
  })

const asking = (
  port: PortName,
  repeat: Repeat,
  { call: action, rows }: { readonly call: string; readonly rows: ReadonlyArray<CodeRow> },
  options: TencentCloudOptions
) =>
  Effect.gen(function* () {
    const call = yield* clientOf(port, yield* settings(port, options))
    const exchange = yield* makeExchange({ ...options, port, repeat, source: `tencent-cloud ${action}` })
    return (question: Readonly<Record<string, string | number>>) =>
      exchange(
        call(action, question).pipe(
          Effect.flatMap((said) => judge(question, rows, said)),
          Effect.catchTag("Thrown", (thrown) => {
            const code = errorCode(thrown)
            return code === undefined
              ? Effect.fail(new Trouble({ reason: "not-understood" }))
              : settle(codes.error.rows, code)
          })
        )
      )
  })

/** The four elements of a resident ID card by `CheckIdNameDate`. A repetition costs a fee and nothing else. */
export const layerIdCard = (options: TencentCloudOptions): Layer.Layer<IdCardVerifier, Unavailable> =>
  Layer.effect(
    IdCardVerifier,
    Effect.map(asking("id-card", "if-unanswered", codes.checkIdNameDate, options), (ask) => ({
      verify: (card) => ask(Request.checkIdNameDate(card))
    }))
  )

/**
 * The four factors of a personal bank card by `BankCard4EVerification`. Banks count how often a card is checked, so a
 * question that may have arrived is not put again.
 */
export const layerBankCard = (options: TencentCloudOptions): Layer.Layer<BankCardVerifier, Unavailable> =>
  Layer.effect(
    BankCardVerifier,
    Effect.map(asking("bank-card", "if-unsent", codes.bankCard4EVerification, options), (ask) => ({
      verify: (factors) => {
        const question = Request.bankCard4EVerification(factors)
        return question === undefined ? Effect.succeed(Verdict.NotSupported()) : ask(question)
      }
    }))
  )

export const layer = (options: TencentCloudOptions): Layer.Layer<IdCardVerifier | BankCardVerifier, Unavailable> =>
  Layer.merge(layerIdCard(options), layerBankCard(options))

/** The same from the environment. */
export const layerConfig: Layer.Layer<IdCardVerifier | BankCardVerifier, Unavailable | ConfigError> =
  Layer.unwrapEffect(Effect.map(fromEnvironment, layer))

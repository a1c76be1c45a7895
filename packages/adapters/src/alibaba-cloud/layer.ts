import { randomBytes } from "node:crypto"
import {
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  type PortName,
  SmsSender,
  type Unavailable,
  type Verdict
} from "@single-window/core"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { aboutAnother } from "../outbound/echo.js"
import { makeExchange } from "../outbound/exchange.js"
import { settle } from "../outbound/settle.js"
import { type Repeat, Trouble } from "../outbound/Trouble.js"
import {
  type AlibabaCloudOptions,
  fromEnvironment,
  type RegistryOptions,
  type SmsOptions,
  settings,
  smsFromEnvironment
} from "./Config.js"
import { type Action, clientOf } from "./client.js"
import { codes } from "./codes.js"
import * as Request from "./Request.js"
import * as Response from "./Response.js"

/** What the client gives back. The head names the request as the body does, unless the two belong to different ones. */
const Answered = Schema.Struct({
  headers: Schema.Struct({ "x-acs-request-id": Schema.optional(Schema.String) }),
  body: Schema.Struct({ RequestId: Schema.optional(Schema.String) })
})
const decode = Schema.decodeUnknown(Answered)
const bodyOf = (answered: unknown): unknown =>
  typeof answered === "object" && answered !== null && "body" in answered ? answered.body : undefined

type Parameters = Readonly<Record<string, string>>

const judged = <Answer>(asked: Parameters, judge: Response.Judge<Answer>, answered: unknown) =>
  Effect.gen(function* () {
    const { body, headers } = yield* Effect.mapError(decode(answered), () => new Trouble({ reason: "not-understood" }))
    const id = headers["x-acs-request-id"]
    const said = bodyOf(answered)
    if (aboutAnother(asked, said) || (id !== undefined && id !== body.RequestId))
      return yield* Effect.fail(new Trouble({ reason: "about-another" }))
    yield* Effect.logDebug("alibaba-cloud answered", body.RequestId)
    return yield* judge(said)
  })

const asking = <Answer>(
  port: PortName,
  repeat: Repeat,
  action: Action,
  judge: Response.Judge<Answer>,
  options: AlibabaCloudOptions
) =>
  Effect.gen(function* () {
    const call = yield* clientOf(port, yield* settings(port, options), action)
    const exchange = yield* makeExchange({ ...options, port, repeat, source: `alibaba-cloud ${action.action}` })
    return (question: Parameters) =>
      exchange(
        call(question).pipe(
          Effect.flatMap((answered) => judged(question, judge, answered)),
          Effect.catchTag("Thrown", ({ error }) => {
            const code = Response.errorCode(error)
            return code === undefined
              ? Effect.fail(new Trouble({ reason: "not-understood" }))
              : settle<Answer>(codes.error.rows, code)
          })
        )
      )
  })

const PEOPLE = "2019-03-07"

/** The four elements of a resident ID card by `Id2MetaPeriodVerify`. A repetition costs a fee and nothing else. */
export const layerIdCard = (options: AlibabaCloudOptions): Layer.Layer<IdCardVerifier, Unavailable> =>
  Layer.effect(
    IdCardVerifier,
    Effect.map(
      asking(
        "id-card",
        "if-unanswered",
        { action: "Id2MetaPeriodVerify", version: PEOPLE, in: "form" },
        Response.id2MetaPeriodVerify,
        options
      ),
      (ask) => ({ verify: (card) => ask(Request.id2MetaPeriodVerify(card)) })
    )
  )

const orAsk = <E>(
  question: Either.Either<Parameters, Verdict>,
  ask: (question: Parameters) => Effect.Effect<Verdict, E>
): Effect.Effect<Verdict, E> => (Either.isLeft(question) ? Effect.succeed(question.left) : ask(question.right))

/**
 * The four factors of a personal bank card by `BankMetaVerify`. Banks count how often a card is checked, so a question that
 * may have arrived is not put again.
 */
export const layerBankCard = (options: AlibabaCloudOptions): Layer.Layer<BankCardVerifier, Unavailable> =>
  Layer.effect(
    BankCardVerifier,
    Effect.map(
      asking(
        "bank-card",
        "if-unsent",
        { action: "BankMetaVerify", version: PEOPLE, in: "query" },
        Response.bankMetaVerify,
        options
      ),
      (ask) => ({ verify: (factors) => orAsk(Request.bankMetaVerify(factors), ask) })
    )
  )

/** An enterprise's three or four elements by `EntElementVerify`. */
export const layerRegistry = (options: RegistryOptions): Layer.Layer<EnterpriseRegistry, Unavailable> =>
  Layer.effect(
    EnterpriseRegistry,
    Effect.gen(function* () {
      const { call = "EntElementVerify", sceneCode = "single_window" } = options
      const action: Action = { action: call, version: "2022-11-25", in: "query" }
      const ask = yield* asking("registry", "if-unanswered", action, Response.entElementVerify, options)
      return {
        check: (question) =>
          Effect.suspend(() =>
            orAsk(Request.entElementVerify(question, { call, sceneCode, id: randomBytes(16).toString("hex") }), ask)
          ).pipe(Effect.map((verdict) => Response.withOrganizationCode(verdict, question)))
      }
    })
  )

/** Codes by `SendSms`. A message that may have left is never sent again. */
export const layerSms = (options: SmsOptions): Layer.Layer<SmsSender, Unavailable> =>
  Layer.effect(
    SmsSender,
    Effect.map(
      asking("sms", "never", { action: "SendSms", version: "2017-05-25", in: "query" }, Response.sendSms, options),
      (ask) => ({ sendCode: (message) => Effect.asVoid(ask(Request.sendSms(message, options))) })
    )
  )

/** Everything but messages, which need a signature and a template of their own. */
export const layer = (
  options: RegistryOptions
): Layer.Layer<IdCardVerifier | BankCardVerifier | EnterpriseRegistry, Unavailable> =>
  Layer.mergeAll(layerIdCard(options), layerBankCard(options), layerRegistry(options))

/** The same from the environment. */
export const layerConfig: Layer.Layer<
  IdCardVerifier | BankCardVerifier | EnterpriseRegistry,
  Unavailable | ConfigError
> = Layer.unwrapEffect(Effect.map(fromEnvironment, layer))

export const layerSmsConfig: Layer.Layer<SmsSender, Unavailable | ConfigError> = Layer.unwrapEffect(
  Effect.map(smsFromEnvironment, layerSms)
)

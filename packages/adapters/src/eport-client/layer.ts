import { type CardChallenge, CardPinWrong, CardReader, type CardRefusal, type Unavailable } from "@single-window/core"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { type CardAnswer, judge } from "../certificate/index.js"
import { fromEnvironment, fromFiles } from "./Config.js"
import { connect } from "./Connection.js"
import { type EportClientOptions, type Settings, settings } from "./EportClientOptions.js"
import * as Request from "./Request.js"
import { certificateIn, signatureIn, unavailable } from "./Response.js"

/** One user action: the card is opened, the PIN entered once at most, the challenge signed, the certificate read, the card closed. */
const present = (
  configured: Settings,
  challenge: CardChallenge,
  pin: Redacted.Redacted | undefined
): Effect.Effect<CardAnswer, CardRefusal | Unavailable> =>
  Effect.gen(function* () {
    const { call } = yield* connect(configured)
    yield* call(Request.open)
    if (pin !== undefined) yield* call(Request.verifyPin(Redacted.value(pin)))
    const signature = yield* Effect.flatMap(call(Request.sign(challenge)), signatureIn)
    const certificate = yield* Effect.flatMap(call(Request.certificate), certificateIn)
    return { certificate, signature }
  }).pipe(Effect.scoped)

const make = (options: EportClientOptions): Effect.Effect<CardReader["Type"], Unavailable> =>
  Effect.gen(function* () {
    const configured = yield* settings(options)
    // Two sessions on one card would close it under each other.
    const reader = yield* Effect.makeSemaphore(1)
    return {
      authenticate: (challenge) =>
        Effect.gen(function* () {
          const pin = challenge.pin ?? (configured.pinPad === undefined ? undefined : yield* configured.pinPad)
          if (pin !== undefined && !Request.isPin(Redacted.value(pin))) return yield* Effect.fail(new CardPinWrong({}))
          return yield* present(configured, challenge, pin).pipe(
            reader.withPermits(1),
            Effect.flatMap((answer) => judge(configured, challenge, answer)),
            Effect.timeoutFail({ duration: configured.deadline, onTimeout: () => unavailable("no answer in time") }),
            Effect.tapError((refused) => {
              if (refused._tag === "Unavailable") return Effect.logWarning(`eport-client: ${refused.detail ?? ""}`)
              return refused._tag === "CardControlMissing"
                ? Effect.logWarning("eport-client: nobody listens")
                : Effect.void
            })
          )
        })
    }
  })

/** Reads China E-Port cards through the client control on this machine. */
export const layer = (options: EportClientOptions): Layer.Layer<CardReader, Unavailable> =>
  Layer.effect(CardReader, make(options))

/** The same from the environment and the files that it names. */
export const layerConfig: Layer.Layer<CardReader, Unavailable | ConfigError> = Layer.unwrapEffect(
  Effect.flatMap(fromEnvironment, (files) => Effect.map(fromFiles(files), layer))
)

import { createHash } from "node:crypto"
import { type Card, type CardChallenge, CardPinWrong, CardReader, type Unavailable } from "@single-window/core"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { distrusted, judge } from "../certificate/index.js"
import type { CardProfile } from "./CardProfile.js"
import { fromEnvironment, fromFiles } from "./Config.js"
import { agrees } from "./holder.js"
import { type Connect, type Failure, unavailable } from "./Link.js"
import { type PcscCardOptions, settings } from "./PcscCardOptions.js"
import { type LastTry, present } from "./present.js"
import { connect } from "./Session.js"

/** Printable ASCII of the profile's length: any other is turned away before a try is spent on it. */
const isPin = ({ least, most }: CardProfile["pin"], pin: string): boolean =>
  /^[\x21-\x7e]*$/.test(pin) && pin.length >= least && pin.length <= most

const remembering = (lastTry: "ask" | "allow"): LastTry => {
  let told: string | undefined
  const name = (certificate: Buffer) => createHash("sha256").update(certificate).digest("hex")
  return {
    allowed: (certificate) => lastTry === "allow" || told === name(certificate),
    tell: (certificate, left) => {
      told = left === 1 ? name(certificate) : undefined
    }
  }
}

/** A line for staff about what is not the person's to mend; nothing of card or PIN is in it. */
const report = (refused: Failure): Effect.Effect<void> => {
  switch (refused._tag) {
    case "Unavailable":
      return Effect.logWarning(`pcsc-card: ${refused.detail ?? ""}`)
    case "CardControlMissing":
      return Effect.logWarning("pcsc-card: the PC/SC service does not run")
    case "CardReaderMissing":
      return Effect.logWarning("pcsc-card: there is no such reader")
    default:
      return Effect.void
  }
}

/** The reader over any line to a card. */
export const over = (line: Connect, options: PcscCardOptions): Effect.Effect<CardReader["Type"], Unavailable> =>
  Effect.gen(function* () {
    const { deadline, isRevoked, lastTry, pinPad, profile, trust } = yield* settings(options)
    const presenting = { connect: line, profile, trust, lastTry: remembering(lastTry) }
    // Two sessions on one card would close it under each other.
    const reader = yield* Effect.makeSemaphore(1)

    const once = (challenge: CardChallenge, pin: Redacted.Redacted): Effect.Effect<Card, Failure> =>
      Effect.gen(function* () {
        const { holder, ...answer } = yield* reader.withPermits(1)(present(presenting, challenge, pin))
        const card = yield* judge({ isRevoked, trust }, challenge, answer)
        const same = holder === undefined || profile.holder === null || agrees(profile.holder.tags, holder, card)
        return same ? card : yield* distrusted("the holder file and the certificate differ")
      })

    return {
      authenticate: (challenge) =>
        Effect.gen(function* () {
          const pin = challenge.pin ?? (pinPad === undefined ? undefined : yield* pinPad)
          if (pin === undefined) return yield* Effect.fail(unavailable("no PIN was entered"))
          if (!isPin(profile.pin, Redacted.value(pin))) return yield* Effect.fail(new CardPinWrong({}))
          return yield* once(challenge, pin).pipe(
            Effect.timeoutFail({ duration: deadline, onTimeout: () => unavailable("no answer in time") }),
            Effect.tapError(report)
          )
        })
    }
  })

/** Reads China E-Port cards over PC/SC. */
export const layer = (options: PcscCardOptions): Layer.Layer<CardReader, Unavailable> =>
  Layer.effect(CardReader, over(connect(options.reader), options))

/** The same from the environment and the files that it names. */
export const layerConfig: Layer.Layer<CardReader, Unavailable | ConfigError> = Layer.unwrapEffect(
  Effect.flatMap(fromEnvironment, (files) => Effect.map(fromFiles(files), layer))
)

import { readFileSync } from "node:fs"
import type { Unavailable } from "@single-window/core"
import * as EffectConfig from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { profileFrom } from "./CardProfile.js"
import { unavailable } from "./Link.js"
import type { PcscCardOptions } from "./PcscCardOptions.js"

const optional = (name: string) =>
  EffectConfig.map(EffectConfig.option(EffectConfig.nonEmptyString(name)), Option.getOrUndefined)

const variables = EffectConfig.all({
  issuers: EffectConfig.nonEmptyString("SINGLE_WINDOW_CARD_ISSUERS"),
  reader: optional("SINGLE_WINDOW_CARD_READER"),
  profile: optional("SINGLE_WINDOW_CARD_PROFILE"),
  lastTry: EffectConfig.withDefault(EffectConfig.literal("ask", "allow")("SINGLE_WINDOW_CARD_LAST_TRY"), "ask")
})

/** Every certificate of a file in PEM, or the one of a file in DER. */
const issuersFrom = (path: string): Effect.Effect<ReadonlyArray<string | Uint8Array>, Unavailable> =>
  Effect.try({
    try: () => {
      const bytes = readFileSync(path)
      const pem = bytes.toString("latin1").match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g)
      return pem ?? [new Uint8Array(bytes)]
    },
    catch: () => unavailable(`the card issuers' file ${path} cannot be read`)
  })

/**
 * `SINGLE_WINDOW_CARD_ISSUERS` names a file with the issuers' certificates, `SINGLE_WINDOW_CARD_PROFILE` one with the card profile,
 * `SINGLE_WINDOW_CARD_READER` the reader; `SINGLE_WINDOW_CARD_LAST_TRY` is `ask` or `allow`.
 */
export const fromEnvironment: Effect.Effect<PcscCardOptions, Unavailable | ConfigError> = Effect.gen(function* () {
  const { issuers, lastTry, profile, reader } = yield* variables
  return {
    issuers: yield* issuersFrom(issuers),
    lastTry,
    reader,
    profile: profile === undefined ? undefined : yield* profileFrom(profile)
  }
})

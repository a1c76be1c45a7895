import type { Unavailable } from "@single-window/core"
import * as Config from "effect/Config"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { certificatesFrom, type KindBy } from "../certificate/index.js"
import { textOfFile } from "../outbound/files.js"
import { type CardProfileInput, profileOf } from "./CardProfile.js"
import { unavailable } from "./Link.js"
import type { PcscCardOptions } from "./PcscCardOptions.js"

/** The options as a deployment writes them down: certificates and the card profile are named by their files. */
export interface PcscCardFiles {
  /** Files of certificates of the China E-Port CA: DER, or PEM, which may hold several. */
  readonly issuerFiles: ReadonlyArray<string>
  readonly reader?: string | undefined
  /** JSON: what differs from the default profile. */
  readonly profileFile?: string | undefined
  readonly lastTry?: PcscCardOptions["lastTry"]
  readonly kindBy?: KindBy | undefined
  readonly deadline?: Duration.DurationInput | undefined
}

const profileFrom = (path: string): Effect.Effect<CardProfileInput, Unavailable> =>
  textOfFile("card", path).pipe(
    Effect.flatMap((text) =>
      Effect.try({
        try: (): CardProfileInput => JSON.parse(text),
        catch: () => unavailable(`the card profile ${path} is not JSON`)
      })
    ),
    Effect.tap(profileOf)
  )

export const fromFiles = ({
  issuerFiles,
  profileFile,
  ...options
}: PcscCardFiles): Effect.Effect<PcscCardOptions, Unavailable> =>
  Effect.gen(function* () {
    const issuers = yield* certificatesFrom("card", issuerFiles)
    const profile = profileFile === undefined ? undefined : yield* profileFrom(profileFile)
    return { ...options, issuers, profile }
  })

const optional = <A>(config: Config.Config<A>) => Config.map(Config.option(config), Option.getOrUndefined)

/**
 * `PCSC_CARD_ISSUER_FILES` (with commas between), `_READER`, `_PROFILE_FILE`, `_LAST_TRY` (`ask` or `allow`), and for the kind of a card
 * `_KIND_EXTENSION`, `_KIND_LEGAL_PERSON` and `_KIND_OPERATOR`.
 */
export const fromEnvironment: Config.Config<PcscCardFiles> = Config.all({
  issuerFiles: Config.array(Config.nonEmptyString(), "PCSC_CARD_ISSUER_FILES"),
  reader: optional(Config.nonEmptyString("PCSC_CARD_READER")),
  profileFile: optional(Config.nonEmptyString("PCSC_CARD_PROFILE_FILE")),
  lastTry: optional(Config.literal("ask", "allow")("PCSC_CARD_LAST_TRY")),
  kindBy: optional(
    Config.all({
      extension: Config.nonEmptyString("PCSC_CARD_KIND_EXTENSION"),
      legalPerson: Config.array(Config.nonEmptyString(), "PCSC_CARD_KIND_LEGAL_PERSON"),
      operator: Config.array(Config.nonEmptyString(), "PCSC_CARD_KIND_OPERATOR")
    })
  )
})

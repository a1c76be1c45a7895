import type { Unavailable } from "@single-window/core"
import * as Config from "effect/Config"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { certificatesFrom, type KindBy } from "../certificate/index.js"
import { textOfFile } from "../outbound/files.js"
import type { EportClientOptions } from "./EportClientOptions.js"

/** The options as a deployment writes them down: certificates are named by their files. */
export interface EportClientFiles {
  /** Files of certificates of the China E-Port CA: DER, or PEM, which may hold several. */
  readonly issuerFiles: ReadonlyArray<string>
  readonly url?: string | undefined
  readonly prefix?: EportClientOptions["prefix"]
  readonly tlsAuthorityFile?: string | undefined
  readonly kindBy?: KindBy | undefined
  readonly deadline?: Duration.DurationInput | undefined
}

export const fromFiles = ({
  issuerFiles,
  tlsAuthorityFile,
  ...options
}: EportClientFiles): Effect.Effect<EportClientOptions, Unavailable> =>
  Effect.gen(function* () {
    const issuers = yield* certificatesFrom("card", issuerFiles)
    const tlsAuthority = tlsAuthorityFile === undefined ? undefined : yield* textOfFile("card", tlsAuthorityFile)
    return { ...options, issuers, tlsAuthority }
  })

const optional = <A>(config: Config.Config<A>) => Config.map(Config.option(config), Option.getOrUndefined)

/**
 * `EPORT_CLIENT_ISSUER_FILES` (with commas between), `_URL`, `_PREFIX`, `_TLS_AUTHORITY_FILE`, and for the kind of a card
 * `_KIND_EXTENSION`, `_KIND_LEGAL_PERSON` and `_KIND_OPERATOR`.
 */
export const fromEnvironment: Config.Config<EportClientFiles> = Config.all({
  issuerFiles: Config.array(Config.nonEmptyString(), "EPORT_CLIENT_ISSUER_FILES"),
  url: optional(Config.string("EPORT_CLIENT_URL")),
  prefix: optional(Config.literal("cus-sec_", "security_")("EPORT_CLIENT_PREFIX")),
  tlsAuthorityFile: optional(Config.string("EPORT_CLIENT_TLS_AUTHORITY_FILE")),
  kindBy: optional(
    Config.all({
      extension: Config.nonEmptyString("EPORT_CLIENT_KIND_EXTENSION"),
      legalPerson: Config.array(Config.nonEmptyString(), "EPORT_CLIENT_KIND_LEGAL_PERSON"),
      operator: Config.array(Config.nonEmptyString(), "EPORT_CLIENT_KIND_OPERATOR")
    })
  )
})

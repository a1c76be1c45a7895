import type { Unavailable } from "@single-window/core"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import {
  type CardTrust,
  type KindBy,
  readIssuers,
  type SignatureAlgorithm,
  signatureAlgorithms
} from "../certificate/index.js"
import { type CardProfile, type CardProfileInput, profileOf } from "./CardProfile.js"
import { unavailable } from "./Link.js"

export interface PcscCardOptions {
  /** Certificates of the China E-Port CA, PEM or DER: no other issuer is believed, and there is no default. */
  readonly issuers: ReadonlyArray<string | Uint8Array>
  /** The reader's name as PC/SC has it. Without it, the only reader that holds a card. */
  readonly reader?: string | undefined
  /** How the card's applet is laid out, where it differs from the default. */
  readonly profile?: CardProfileInput | undefined
  /** Asks for the PIN where a command carries none (log-in, binding). */
  readonly pinPad?: Effect.Effect<Redacted.Redacted, Unavailable> | undefined
  /** From the first byte to the last answer, the wait for another card operation included. Default 8 seconds. */
  readonly deadline?: Duration.DurationInput | undefined
  /**
   * Whether the last try may be made. Default `ask`: only when the PIN is entered again after the answer that one try is left. `allow` is for
   * a host that has asked by itself, or that keeps no layer from one entry to the next.
   */
  readonly lastTry?: "ask" | "allow" | undefined
  /** Which extension tells a legal-person card from an operator card; without it every card is of unknown kind. */
  readonly kindBy?: KindBy | undefined
  /** Default all three: cards from before July 2022 sign RSA with SHA-1 and are valid for ten years. */
  readonly algorithms?: ReadonlyArray<SignatureAlgorithm> | undefined
  /** Default 1024, the length on the old cards. */
  readonly leastRsaBits?: number | undefined
  /** Whether the authority has revoked a certificate, by its serial number. */
  readonly isRevoked?: ((serial: string) => Effect.Effect<boolean, Unavailable>) | undefined
}

/** The options, checked and complete. */
export interface Settings {
  readonly profile: CardProfile
  readonly pinPad: PcscCardOptions["pinPad"]
  readonly deadline: Duration.DurationInput
  readonly lastTry: "ask" | "allow"
  readonly trust: CardTrust
  readonly isRevoked: PcscCardOptions["isRevoked"]
}

/** A mistake in the configuration stops the start, before any card is asked. */
export const settings = (options: PcscCardOptions): Effect.Effect<Settings, Unavailable> =>
  Effect.gen(function* () {
    const profile = yield* profileOf(options.profile === undefined ? {} : options.profile)
    const issuers = yield* readIssuers(options.issuers).pipe(
      Effect.catchAll(({ why }) => Effect.fail(unavailable(`the card issuers cannot be used: ${why}`)))
    )
    return {
      profile,
      pinPad: options.pinPad,
      deadline: options.deadline ?? "8 seconds",
      lastTry: options.lastTry ?? "ask",
      trust: {
        issuers,
        algorithms: options.algorithms ?? signatureAlgorithms,
        leastRsaBits: options.leastRsaBits ?? 1024,
        kindBy: options.kindBy
      },
      isRevoked: options.isRevoked
    }
  })

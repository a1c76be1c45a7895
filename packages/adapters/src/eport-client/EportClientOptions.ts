import { Unavailable } from "@single-window/core"
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
import { type CodeMeaning, codes } from "./codes.js"

export interface EportClientOptions {
  /** Certificates of the China E-Port CA, PEM or DER: no other issuer is believed, and there is no default. */
  readonly issuers: ReadonlyArray<string | Uint8Array>
  /** Where the client control listens. Default ws://127.0.0.1:61232; only loopback may do without TLS, since the PIN passes here. */
  readonly url?: string | undefined
  /** What TLS trusts, in PEM, when the control's certificate is no public one. */
  readonly tlsAuthority?: string | undefined
  /** Which of the control's two name spaces of the same methods. Default `cus-sec_`. */
  readonly prefix?: "cus-sec_" | "security_" | undefined
  /** Asks for the PIN where a command carries none (log-in, binding). Without it the control is left to ask by itself. */
  readonly pinPad?: Effect.Effect<Redacted.Redacted, Unavailable> | undefined
  /** From the first byte to the last answer, the wait for another card operation included. Default 8 seconds. */
  readonly deadline?: Duration.DurationInput | undefined
  /** The largest answer. Default 1 MiB. */
  readonly mostBytes?: number | undefined
  /** Which extension tells a legal-person card from an operator card; without it every card is of unknown kind. */
  readonly kindBy?: KindBy | undefined
  /** Default all three: cards from before July 2022 sign RSA with SHA-1 and are valid for ten years. */
  readonly algorithms?: ReadonlyArray<SignatureAlgorithm> | undefined
  /** Default 1024, the length on the old cards. */
  readonly leastRsaBits?: number | undefined
  /** Error codes of this card maker, beside the known ones. */
  readonly codes?: Readonly<Record<string, CodeMeaning>> | undefined
  /** Whether the authority has revoked a certificate, by its serial number. */
  readonly isRevoked?: ((serial: string) => Effect.Effect<boolean, Unavailable>) | undefined
}

/** The options, checked and complete. */
export interface Settings {
  readonly url: URL
  readonly tlsAuthority: string | undefined
  readonly prefix: string
  readonly pinPad: EportClientOptions["pinPad"]
  readonly deadline: Duration.DurationInput
  readonly mostBytes: number
  readonly trust: CardTrust
  readonly codes: Readonly<Record<string, CodeMeaning>>
  readonly isRevoked: EportClientOptions["isRevoked"]
}

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"])

const misconfigured = (detail: string) => Effect.fail(new Unavailable({ port: "card", detail }))

/** A mistake in the configuration stops the start, before any card is asked. */
export const settings = (options: EportClientOptions): Effect.Effect<Settings, Unavailable> =>
  Effect.gen(function* () {
    const { url = "ws://127.0.0.1:61232" } = options
    const address = URL.canParse(url) ? new URL(url) : undefined
    const safe = address?.protocol === "wss:" || (address?.protocol === "ws:" && loopback.has(address.hostname))
    if (address === undefined || !safe)
      return yield* misconfigured("the control's address is neither wss nor on loopback")
    // Messages name the address.
    if (address.username !== "" || address.password !== "")
      return yield* misconfigured("the control's address holds a user or a password")
    const issuers = yield* readIssuers(options.issuers).pipe(
      Effect.catchAll(({ why }) => misconfigured(`the card issuers cannot be used: ${why}`))
    )
    return {
      url: address,
      tlsAuthority: options.tlsAuthority,
      prefix: options.prefix ?? "cus-sec_",
      pinPad: options.pinPad,
      deadline: options.deadline ?? "8 seconds",
      mostBytes: options.mostBytes ?? 1024 * 1024,
      trust: {
        issuers,
        algorithms: options.algorithms ?? signatureAlgorithms,
        leastRsaBits: options.leastRsaBits ?? 1024,
        kindBy: options.kindBy
      },
      codes: { ...codes, ...options.codes },
      isRevoked: options.isRevoked
    }
  })

import type { Unavailable } from "@single-window/core"
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type { BankProtocol } from "./BankProtocol.js"

export interface BankConnection {
  /** One of `banks`, with its address and keys filled in, or one of the host's own. */
  readonly bank: BankProtocol
  /** Our key for this bank: PKCS #8 in PEM, of the bank's algorithm. */
  readonly signingKey: Redacted.Redacted
}

export interface BankUkeyOptions {
  readonly banks: ReadonlyArray<BankConnection>
  /** Hosts that people may be sent to, with a port where it is not 443. An address elsewhere stops the start. */
  readonly hosts: ReadonlyArray<string>
  /** Where the bank sends the person back to: over TLS, or a `returnListener` on the person's own machine. */
  readonly returnUrl: string | Effect.Effect<string, Unavailable>
  /** Where the bank's server tells the outcome by itself, if it does. */
  readonly notifyUrl?: string | undefined
  /** How old an answer may be. Default 10 minutes. */
  readonly answerValid?: Duration.DurationInput | undefined
  /** How far the bank's clock may be off. Default 2 minutes. */
  readonly skew?: Duration.DurationInput | undefined
}

import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type { Card } from "../domain/Card.js"
import { Refused } from "../domain/Refused.js"
import type { Unavailable } from "../domain/Verdict.js"

/** The client control is not installed or not running. */
export class CardControlMissing extends Refused("CardControlMissing")<{}>({
  rules: ["R-44"],
  remedies: ["InstallCardControl"]
}) {}
export class CardReaderMissing extends Refused("CardReaderMissing")<{}>({
  rules: ["R-43"],
  remedies: ["InsertCard"]
}) {}
export class CardMissing extends Refused("CardMissing")<{}>({ rules: ["R-43"], remedies: ["InsertCard"] }) {}
export class CardPinWrong extends Refused("CardPinWrong")<{ attemptsLeft?: number }>({
  rules: ["R-43"],
  remedies: ["Refill"]
}) {}
export class CardPinLocked extends Refused("CardPinLocked")<{}>({ rules: ["R-43"], remedies: ["RenewCard"] }) {}
export class CardExpired extends Refused("CardExpired")<{ validTo: string }>({
  rules: ["R-40"],
  remedies: ["RenewCard"]
}) {}
/** The signature, the chain or the certificate does not hold. */
export class CardNotTrusted extends Refused("CardNotTrusted")<{}>({
  rules: ["R-40"],
  remedies: ["UseLegalRepresentative", "UseBankUkey"]
}) {}

export type CardRefusal =
  | CardControlMissing
  | CardReaderMissing
  | CardMissing
  | CardPinWrong
  | CardPinLocked
  | CardExpired
  | CardNotTrusted

export interface CardChallenge {
  /** At least 128 bits, single use, made by us; the card signs it together with `purpose`. */
  readonly nonce: string
  readonly purpose: string
  /** Absent when the host asks for the PIN itself, on its own pad. One PIN is one try: a reader never repeats it. */
  readonly pin?: Redacted.Redacted
  /** Today in China, YYYYMMDD, for the certificate's validity. */
  readonly today: string
}

/** A reader of China E-Port IC cards and USB keys. It answers only after the card signed the challenge. */
export class CardReader extends Context.Tag("@single-window/core/CardReader")<
  CardReader,
  { readonly authenticate: (challenge: CardChallenge) => Effect.Effect<Card, CardRefusal | Unavailable> }
>() {}

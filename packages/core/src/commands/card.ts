import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type { Card } from "../domain/Card.js"
import type { Policy } from "../domain/Policy.js"
import { daysBetween } from "../domain/time.js"
import { CardReader, type CardRefusal } from "../ports/CardReader.js"
import { Entropy } from "../ports/Entropy.js"
import { type VerifierUnavailable, verifierUnavailable } from "../ports/VerifierUnavailable.js"
import type { Context } from "./Command.js"

export type CardPurpose = "log-in" | "bind-card" | "certify"

/** Lets the inserted card sign a fresh challenge. One PIN is one try: nothing here asks the card a second time. */
export const authenticateCard = (
  { today }: Context,
  purpose: CardPurpose,
  pin?: Redacted.Redacted
): Effect.Effect<Card, CardRefusal | VerifierUnavailable, CardReader | Entropy> =>
  Effect.gen(function* () {
    const nonce = yield* (yield* Entropy).token(16)
    const reader = yield* CardReader
    return yield* reader
      .authenticate({ nonce, purpose, today, ...(pin === undefined ? {} : { pin }) })
      .pipe(Effect.catchTag("Unavailable", (error) => Effect.fail(verifierUnavailable(error))))
  })

export interface CardWarning {
  readonly code: "expires-soon" | "enterprise-name-differs"
  readonly days?: number
}

/** What is worth saying about a card that is accepted all the same. */
export const cardWarnings = (
  card: Card,
  today: string,
  policy: Policy,
  nameDiffers: boolean
): ReadonlyArray<CardWarning> => {
  const days = daysBetween(today, card.validTo)
  return [
    ...(days <= policy.certification.cardWarningDays ? [{ code: "expires-soon", days } as const] : []),
    ...(nameDiffers ? [{ code: "enterprise-name-differs" } as const] : [])
  ]
}

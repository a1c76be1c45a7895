import { type Card, type CardChallenge, CardNotTrusted, type CardRefusal, type Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { type CardAnswer, type CardTrust, prove } from "./CardProof.js"

/** Refuses a card; why is for staff, in the log, and holds nothing of what the card says. */
export const distrusted = (because: string): Effect.Effect<never, CardNotTrusted> =>
  Effect.zipRight(Effect.logWarning(`A card was not trusted: ${because}`), Effect.fail(new CardNotTrusted()))

export interface Judging {
  readonly trust: CardTrust
  /** Whether the authority has revoked a certificate, by its serial number. */
  readonly isRevoked?: ((serial: string) => Effect.Effect<boolean, Unavailable>) | undefined
}

/** What a card proves, and whether its authority still stands by it. */
export const judge = (
  { isRevoked, trust }: Judging,
  challenge: CardChallenge,
  answer: CardAnswer
): Effect.Effect<Card, CardRefusal | Unavailable> =>
  Effect.gen(function* () {
    const card = yield* prove(trust, challenge, answer).pipe(
      Effect.catchTag("CardDisbelieved", ({ because }) => distrusted(because))
    )
    const revoked = isRevoked === undefined ? false : yield* isRevoked(card.certificateSerial ?? "")
    return revoked ? yield* distrusted("revoked") : card
  })

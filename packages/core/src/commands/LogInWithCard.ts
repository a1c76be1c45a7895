import * as Effect from "effect/Effect"
import { Actor } from "../domain/Actor.js"
import type { Card } from "../domain/Card.js"
import { Refused } from "../domain/Refused.js"
import { checkUnlocked } from "../flows/LogIn.js"
import type { Refusal } from "../Refusal.js"
import { CardBelongsToEnterprise } from "../rules/index.js"
import { Store } from "../store/Store.js"
import { type Context, type Decision, free } from "./Command.js"
import { authenticateCard, type CardWarning, cardWarnings } from "./card.js"
import { happens, nothing } from "./decide.js"
import { Nothing } from "./fields.js"
import type { CameIn } from "./LogIn.js"
import { nextActions } from "./nextActions.js"
import { toComeIn } from "./Permission.js"

/** The card is right but opens no account; only a legal-person card may come in without one. */
export class CardNotBound extends Refused("CardNotBound")<{}>({ rules: ["R-73"], remedies: ["AskAdministrator"] }) {}

/** Who came in by card, what is worth saying about the card, and what is due. */
export interface CameInByCard extends CameIn {
  readonly warnings: ReadonlyArray<CardWarning>
}

/** Where a card that has proven itself leads, as things stand now; somebody who writes meanwhile does not make it sign again. */
const opens = (card: Card, context: Context): Effect.Effect<Decision<CameInByCard>, Refusal, Store> =>
  Effect.gen(function* () {
    const { policy, today, now } = context
    const store = yield* Store
    const owner = yield* store.claimOwner({ kind: "card", parts: [card.number] })
    const bound = owner === undefined ? undefined : yield* store.load(owner)
    if (bound === undefined) {
      if (card.kind !== "legal-person") return yield* Effect.fail(new CardNotBound())
      return nothing<CameInByCard>({
        actor: Actor.LegalPersonCard({ cardNumber: card.number, organizationCode: card.organizationCode }),
        warnings: cardWarnings(card, today, policy, false),
        next: []
      })
    }
    yield* checkUnlocked(bound.account, now)
    const { nameDiffers } = yield* CardBelongsToEnterprise.check(card, bound.account, policy)
    const decision = happens(
      bound,
      [{ _tag: "LoggedIn", entrance: card.kind }],
      (after): CameInByCard => ({
        actor: Actor.AccountHolder({
          account: after.id,
          epoch: after.logIn.epoch,
          entrance: card.kind,
          organizationCode: card.organizationCode,
          cardNumber: card.number
        }),
        warnings: cardWarnings(card, today, policy, nameDiffers),
        next: nextActions(after, policy, today)
      })
    )
    return { ...decision, onConflict: Effect.suspend(() => opens(card, context)) }
  })

/** A log-in by card: into the account it is bound to, or, with a legal-person card, to its enterprise's operators. */
export const LogInWithCard = free({
  name: "LogInWithCard",
  may: toComeIn,
  input: Nothing,
  run: (context) => Effect.flatMap(authenticateCard(context, "log-in"), (card) => opens(card, context))
})

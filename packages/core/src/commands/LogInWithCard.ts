import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Actor } from "../domain/Actor.js"
import { Refused } from "../domain/Refused.js"
import { checkUnlocked } from "../flows/LogIn.js"
import { CardBelongsToEnterprise } from "../rules/index.js"
import { Store } from "../store/Store.js"
import { free } from "./Command.js"
import { authenticateCard, cardWarnings } from "./card.js"
import { happens, nothing } from "./decide.js"
import { nextActions } from "./nextActions.js"
import { toComeIn } from "./Permission.js"

/** The card is right but opens no account; only a legal-person card may come in without one. */
export class CardNotBound extends Refused("CardNotBound")<{}>({ rules: ["R-73"], remedies: ["AskAdministrator"] }) {}

/** A log-in by card: into the account it is bound to, or, with a legal-person card, to its enterprise's operators. */
export const LogInWithCard = free({
  name: "LogInWithCard",
  may: toComeIn,
  input: Schema.Struct({}),
  run: (context) =>
    Effect.gen(function* () {
      const { policy, today, now } = context
      const card = yield* authenticateCard(context, "log-in")
      const store = yield* Store
      const owner = yield* store.claimOwner({ kind: "card", parts: [card.number] })
      const bound = owner === undefined ? undefined : yield* store.load(owner)
      if (bound === undefined) {
        if (card.kind !== "legal-person") return yield* Effect.fail(new CardNotBound())
        return nothing({
          actor: Actor.LegalPersonCard({ cardNumber: card.number, organizationCode: card.organizationCode }) as Actor,
          warnings: cardWarnings(card, today, policy, false),
          next: [] as ReturnType<typeof nextActions>
        })
      }
      yield* checkUnlocked(bound.account, now)
      const { nameDiffers } = yield* CardBelongsToEnterprise.check(card, bound.account, policy)
      return happens(
        bound,
        [{ _tag: "LoggedIn", entrance: card.kind }],
        (after) => ({
          actor: Actor.AccountHolder({
            account: after.id,
            epoch: after.logIn.epoch,
            entrance: card.kind,
            organizationCode: card.organizationCode
          }) as Actor,
          warnings: cardWarnings(card, today, policy, nameDiffers),
          next: nextActions(after, policy, today)
        }),
        { bound: true }
      )
    })
})

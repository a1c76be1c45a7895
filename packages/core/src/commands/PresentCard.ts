import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { CardBelongsToEnterprise, ThreeChecksRequired } from "../rules/index.js"
import { own } from "./Command.js"
import { authenticateCard, cardWarnings } from "./card.js"
import { Secret } from "./fields.js"
import { inJourney, journeyMoves } from "./journey.js"
import { holderOrClerk } from "./Permission.js"

/** IC 卡认证, first step: the card proves the enterprise; a legal-person or operator card will do. */
export const PresentCard = own({
  name: "PresentCard",
  may: holderOrClerk,
  input: Schema.Struct({ pin: Secret }),
  secrets: ["pin"],
  run: (context, { pin }) =>
    inJourney(context, (journey) =>
      Effect.gen(function* () {
        const { subject, policy, today } = context
        yield* ThreeChecksRequired.check(journey.state, "card")
        const card = yield* authenticateCard(context, "certify", Redacted.make(pin))
        const { nameDiffers } = yield* CardBelongsToEnterprise.check(card, subject.account, policy)
        return journeyMoves(
          context,
          journey,
          [{ _tag: "CardPresented", card, enterprise: subject.account.enterprise }],
          { extra: { warnings: cardWarnings(card, today, policy, nameDiffers) } }
        )
      })
    )
})

import * as Effect from "effect/Effect"
import { CardBelongsToEnterprise } from "../rules/index.js"
import { own } from "./Command.js"
import { authenticateCard, cardWarnings } from "./card.js"
import { happens, nothing } from "./decide.js"
import { Nothing } from "./fields.js"
import { holderOrClerk } from "./Permission.js"

/** 绑卡: the inserted card, which must be this enterprise's, from now on opens this account. */
export const BindCard = own({
  name: "BindCard",
  may: holderOrClerk,
  input: Nothing,
  run: (context) =>
    Effect.gen(function* () {
      const { subject, policy, today } = context
      const { account } = subject
      const card = yield* authenticateCard(context, "bind-card")
      const { nameDiffers } = yield* CardBelongsToEnterprise.check(card, account, policy)
      const answer = {
        binding: "bound" as const,
        cardKind: card.kind,
        warnings: cardWarnings(card, today, policy, nameDiffers)
      }
      const same = account.cardBinding.state === "bound" && account.cardBinding.cardNumber === card.number
      return same
        ? nothing(answer)
        : happens(subject, [{ _tag: "CardBound", cardNumber: card.number, kind: card.kind }], () => answer, {
            bound: true
          })
    })
})

export const UnbindCard = own({
  name: "UnbindCard",
  may: holderOrClerk,
  input: Nothing,
  run: ({ subject }) =>
    Effect.succeed(
      happens(subject, subject.account.cardBinding.state === "bound" ? [{ _tag: "CardUnbound" }] : [], () => ({
        binding: "none" as const
      }))
    )
})

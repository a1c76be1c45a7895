import * as fc from "fast-check"
import { cards } from "./cast.js"
import { inJourney } from "./journeys.js"
import { readCard } from "./logIn.js"
import { live } from "./Model.js"
import { anyUsername, mostly } from "./pick.js"
import { asHolder, move, ok, refused, unlessTaken } from "./Rule.js"

const PresentCard = move({
  args: fc.record({ username: anyUsername, pin: mostly(5) }),
  step: ({ username, pin }, model) => ({
    do: "PresentCard",
    as: username,
    with: { pin: pin && model.inserted !== undefined ? cards[model.inserted].pin : "00000000" }
  }),
  play: ({ username, pin }, model) =>
    asHolder(live(model, username), (account) =>
      inJourney(model, account, (journey) => {
        if (journey.step !== "card") return refused("StepOutOfOrder", { expected: journey.step })
        const unread = readCard(model, pin ? "right" : "wrong")
        if (unread !== undefined || model.inserted === undefined) return unread ?? ok
        if (cards[model.inserted].enterprise !== account.enterprise.code) return refused("CardOfAnotherEnterprise")
        account.journey = { ...journey, step: "account-holder" }
        return ok
      })
    )
})

const BindCard = move({
  args: fc.record({ username: anyUsername }),
  step: ({ username }) => ({ do: "BindCard", as: username }),
  play: ({ username }, model) =>
    asHolder(live(model, username), (account) => {
      const unread = readCard(model, "right")
      const card = model.inserted
      if (unread !== undefined || card === undefined) return unread ?? ok
      if (cards[card].enterprise !== account.enterprise.code) return refused("CardOfAnotherEnterprise")
      return unlessTaken(model, account, (copy) => {
        copy.binding = card
      })
    })
})

const UnbindCard = move({
  args: fc.record({ username: anyUsername }),
  step: ({ username }) => ({ do: "UnbindCard", as: username }),
  play: ({ username }, model) =>
    asHolder(live(model, username), (account) => {
      if (account.binding !== "voided") account.binding = "none"
      return ok
    })
})

export const cardsAtHand = { PresentCard, BindCard, UnbindCard }

import type { Refusal } from "@single-window/core"
import { type FormState, form, valueOf, withValue } from "../../form/Form.js"
import { type CardName, cardItems } from "./forms.js"

/** A PIN on its way to a card, on whichever screen. */
export interface PinState<Name extends string = CardName> {
  readonly form: FormState<Name | "pin">
  /** A PIN that was submitted is not submitted again before it is changed, or the card is to be read again. */
  readonly spent: boolean
  readonly consent: boolean
  readonly attemptsLeft?: number | undefined
}

export const blankCard: PinState = { form: form(cardItems), spent: false, consent: false }

/** The card was asked, or was not there to be asked: another key press alone does not ask it again. */
export const afterRefusal = <Name extends string>(card: PinState<Name>, refusal: Refusal): PinState<Name> => {
  const wrong = refusal._tag === "CardPinWrong"
  return {
    form: wrong || refusal._tag === "CardPinLocked" ? withValue(card.form, "pin", "") : card.form,
    spent: true,
    consent: false,
    attemptsLeft: wrong ? refusal.attemptsLeft : card.attemptsLeft
  }
}

/** Keys typed into the PIN make it another one, which may be submitted. */
export const pinTyped = <Name extends string>(card: PinState<Name>, next: FormState<Name | "pin">): PinState<Name> => ({
  ...card,
  form: next,
  spent: card.spent && valueOf(next, "pin") === valueOf(card.form, "pin")
})

export type PinBlock = "empty" | "spent" | "consent"

/** Why the PIN cannot be submitted now; the last try wants a word of its own. */
export const pinBlock = <Name extends string>({
  form: typed,
  spent,
  attemptsLeft,
  consent
}: PinState<Name>): PinBlock | undefined => {
  if (valueOf(typed, "pin") === "") return "empty"
  if (spent) return "spent"
  return attemptsLeft === 1 && !consent ? "consent" : undefined
}

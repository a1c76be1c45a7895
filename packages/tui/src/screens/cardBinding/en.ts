import type { CardBindingWords } from "./zhCN.js"

export const en: CardBindingWords = {
  title: "Card binding",
  about: "A bound card opens this account. It must be the enterprise's, and opens one account only.",
  states: { none: "no card is bound", bound: "a card is bound", voided: "the binding is void: bind the card again" },
  now: "Now",
  bind: "bind the card",
  bound: "The card is bound",
  unbind: "unbind",
  unbound: "The card is unbound",
  question: "The card will not open this account any more. Press F8 once more",
  notBound: "No card is bound",
  pad: "Where the reader or the control asks for it itself, leave this empty and enter it there.",
  working: "reading the card"
}

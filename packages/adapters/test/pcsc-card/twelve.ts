import { CardReader } from "@single-window/core"
import { type CardCommand, type CardFault, VirtualCard } from "@single-window/testkit/wire/virtual-card"
import { Effect, Layer } from "effect"
import { type Break, failureOf } from "../../src/pcsc-card/Link.js"
import { over } from "../../src/pcsc-card/layer.js"
import { cardOptions, inHand, today } from "./desk.js"

/** One of the twelve faults that every adapter is held to, as it looks at a card reader. */
export interface Fault {
  /** What it is at a service that is asked over a network. */
  readonly fault: string
  /** What it is here. */
  readonly here: string
  /** What may be answered. */
  readonly says: string
  /** PINs that it may cost: none before the PIN is entered. */
  readonly pins: 0 | 1
  readonly befall:
    | { readonly at: "line"; readonly why: Break }
    | { readonly at: "card"; readonly fault: CardFault; readonly command: CardCommand }
    | { readonly at: "desk"; readonly card: "tongdaForged" }
}

const line = (why: Break): Fault["befall"] => ({ at: "line", why })
const atCard = (fault: CardFault, command: CardCommand): Fault["befall"] => ({ at: "card", fault, command })

export const twelve: ReadonlyArray<Fault> = [
  {
    fault: "refused",
    here: "the service does not run",
    says: "CardControlMissing",
    pins: 0,
    befall: line("no-service")
  },
  { fault: "DNS", here: "no such reader", says: "CardReaderMissing", pins: 0, befall: line("no-reader") },
  {
    fault: "TLS",
    here: "another issuer",
    says: "CardNotTrusted",
    pins: 0,
    befall: { at: "desk", card: "tongdaForged" }
  },
  { fault: "timeout", here: "the card hangs", says: "Unavailable", pins: 1, befall: atCard("silence", "sign") },
  { fault: "drip", here: "a byte at a time", says: "Unavailable", pins: 1, befall: atCard("drip", "sign") },
  { fault: "500", here: "6F00", says: "Unavailable", pins: 1, befall: atCard("error", "sign") },
  { fault: "429", here: "9303", says: "Unavailable", pins: 1, befall: atCard("busy", "verify") },
  { fault: "wrong type", here: "no status word", says: "Unavailable", pins: 1, befall: atCard("stub", "verify") },
  {
    fault: "truncated",
    here: "half a certificate",
    says: "CardNotTrusted",
    pins: 0,
    befall: atCard("truncated", "read")
  },
  { fault: "too large", here: "without end", says: "Unavailable", pins: 0, befall: atCard("endless", "read") },
  { fault: "wrong schema", here: "no certificate", says: "CardNotTrusted", pins: 0, befall: atCard("garbage", "read") },
  {
    fault: "another person",
    here: "another card's signature",
    says: "CardNotTrusted",
    pins: 1,
    befall: atCard("another-card", "sign")
  }
]

/** The adapter under one of them, with a card that lies ready. */
export const underFault = ({ befall }: Fault, deadline = 400) =>
  Layer.effect(
    CardReader,
    Effect.gen(function* () {
      const desk = yield* VirtualCard
      yield* desk.insert(today.card(befall.at === "desk" ? befall.card : "tongdaLegalPerson"))
      if (befall.at === "card") yield* desk.fault(befall.fault, befall.command)
      return yield* over(befall.at === "line" ? Effect.fail(failureOf(befall.why)) : inHand(desk), {
        ...cardOptions,
        deadline
      })
    })
  )

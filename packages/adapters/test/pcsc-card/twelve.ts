import type { CardRefusal, Unavailable } from "@single-window/core"
import type { CardCommand, CardFault, VirtualCard } from "@single-window/testkit/wire/virtual-card"
import { Effect } from "effect"
import { type Break, type Connect, failureOf } from "../../src/pcsc-card/Link.js"
import type { Fault } from "../faults/Cell.js"
import { inHand, today } from "./desk.js"

/** One of the faults that every adapter is held to, as it looks at a smart card. */
export interface Played {
  readonly here: string
  readonly says: (CardRefusal | Unavailable)["_tag"]
  /** PINs that it costs: none before the PIN is entered. */
  readonly pins: 0 | 1
  readonly line?: Break
  readonly card?: "tongdaForged"
  readonly does?: readonly [CardFault, CardCommand]
}

export const twelve: Readonly<Record<Fault, Played>> = {
  refused: { here: "the service does not run", says: "CardControlMissing", pins: 0, line: "no-service" },
  "no-such-host": { here: "there is no such reader", says: "CardReaderMissing", pins: 0, line: "no-reader" },
  "untrusted-tls": { here: "another issuer's card", says: "CardNotTrusted", pins: 0, card: "tongdaForged" },
  "no-answer": { here: "it hangs", says: "Unavailable", pins: 1, does: ["silence", "sign"] },
  "a-byte-at-a-time": { here: "a byte at a time", says: "Unavailable", pins: 1, does: ["drip", "sign"] },
  "status-500": { here: "6F00", says: "Unavailable", pins: 1, does: ["error", "sign"] },
  "status-429": { here: "9303", says: "Unavailable", pins: 1, does: ["busy", "sign"] },
  "wrong-type": { here: "no status word", says: "Unavailable", pins: 1, does: ["stub", "sign"] },
  truncated: { here: "half a certificate", says: "CardNotTrusted", pins: 0, does: ["truncated", "read"] },
  "100-megabytes": { here: "a file without end", says: "Unavailable", pins: 0, does: ["endless", "read"] },
  "wrong-schema": { here: "a file that is no certificate", says: "CardNotTrusted", pins: 0, does: ["garbage", "read"] },
  "another-person": {
    here: "another card's signature",
    says: "CardNotTrusted",
    pins: 1,
    does: ["another-card", "sign"]
  }
}

/** A card that lies ready under a fault, or under none, and the line to it. */
export const lineUnder = (desk: VirtualCard["Type"], fault: Fault | undefined): Effect.Effect<Connect> =>
  Effect.gen(function* () {
    const { card, does, line }: Partial<Played> = fault === undefined ? {} : twelve[fault]
    yield* desk.insert(today.card(card ?? "tongdaLegalPerson"))
    yield* desk.fault(does?.[0], does?.[1])
    return line === undefined ? inHand(desk) : Effect.fail(failureOf(line))
  })

import { CardControlMissing, CardMissing, CardReaderMissing, type CardRefusal, Unavailable } from "@single-window/core"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** Why the card cannot be spoken to. */
export const breaks = [
  /** The package pcsclite is not there, or its native part was not built. */
  "module-missing",
  /** The PC/SC service does not run. */
  "no-service",
  "no-reader",
  /** More readers than one hold a card and none was named: a PIN must not go to whichever comes first. */
  "several-cards",
  "no-card",
  /** Another program has the card to itself. */
  "in-use",
  "broken"
] as const
export type Break = (typeof breaks)[number]

export type Failure = CardRefusal | Unavailable

/** `detail` is a fixed phrase: nothing that a card said is repeated. */
export const unavailable = (detail: string): Unavailable => new Unavailable({ port: "card", detail })

export const failureOf = (why: Break): Failure => {
  switch (why) {
    case "module-missing":
      return unavailable("the optional package pcsclite is missing or was not built: see docs/card-profile.md")
    case "no-service":
      return new CardControlMissing()
    case "no-reader":
      return new CardReaderMissing()
    case "no-card":
      return new CardMissing()
    case "several-cards":
      return unavailable("several readers hold a card: name the reader")
    case "in-use":
      return unavailable("another program is using the card")
    case "broken":
      return unavailable("the link to the card broke")
  }
}

/** An open line to one card, which nobody else can use meanwhile. */
export interface Link {
  /** One command, one answer. The bytes are wiped once they are sent. */
  readonly transmit: (command: Buffer) => Effect.Effect<Buffer, Failure>
}

/** Opens a line that is ended, and the card reset, when the scope ends, whatever happened in between. */
export type Connect = Effect.Effect<Link, Failure, Scope.Scope>

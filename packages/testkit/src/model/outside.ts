import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as fc from "fast-check"
import type { Port } from "./Model.js"
import { anyCard } from "./pick.js"
import { turn } from "./Rule.js"

const Advance = turn({
  args: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("PT1M", "PT6M", "PT15M") },
    { weight: 2, arbitrary: fc.constantFrom("PT31M", "PT2H", "P1D", "P4D") }
  ),
  step: (advance) => ({ advance }),
  turn: (advance, model) => {
    model.now += Duration.toMillis(Option.getOrElse(Duration.fromIso(advance), () => Duration.zero))
  }
})

const InsertCard = turn({
  args: anyCard,
  step: (card) => ({ insert: card }),
  turn: (card, model) => {
    model.inserted = card
  }
})

const RemoveCard = turn({
  args: fc.constant({}),
  step: () => ({ remove: true }),
  turn: (_, model) => {
    model.inserted = undefined
  }
})

const Outage = turn({
  args: fc.constantFrom<Port>("registry", "id-card", "bank-card", "sms"),
  step: (port) => ({ fault: { port, next: ["unavailable"] } }),
  turn: (port, model) => {
    model.outages[port] += 1
  }
})

/** What is done to the world outside; it is never refused. */
export const outside = { Advance, InsertCard, RemoveCard, Outage }

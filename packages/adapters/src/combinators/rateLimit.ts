import { Limited } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Ref from "effect/Ref"
import { type Port, through } from "./port.js"

export interface RateLimit {
  /** Questions let through in each `per`; as many may come at once. */
  readonly limit: number
  readonly per: Duration.DurationInput
}

/**
 * Keeps to what a contract with a vendor allows. Who comes too early is told from when on to ask again, and nothing is sent.
 * Every question puts off the time by an equal step, so that the allowance comes back evenly.
 */
export const rateLimited = <Id, Service extends object>(port: Port<Id, Service>, { limit, per }: RateLimit) =>
  through(port, (name) =>
    Effect.map(Ref.make(Number.NEGATIVE_INFINITY), (usedUpTo) => {
      const period = Duration.toMillis(per)
      const step = period / limit
      return (ask) => (question) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          Effect.flatMap(
            Ref.modify(usedUpTo, (used): readonly [number | undefined, number] => {
              const next = Math.max(used, now) + step
              return next - now > period ? [Math.ceil(next - period), used] : [undefined, next]
            }),
            (until) => (until === undefined ? ask(question) : Effect.fail(new Limited({ port: name, until })))
          )
        )
    })
  )

import type { Limited, PortName, Unavailable } from "@single-window/core"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { type BreakerOptions, makeBreaker } from "../combinators/breaker.js"
import { retried } from "../combinators/retry.js"
import { countsAgainstSource, type Repeat, Trouble, toPort, worthRepeating } from "./Trouble.js"

/** How long and how often a source is asked. */
export interface PatienceOptions {
  /** From the question to the answer, every repetition included. Default 8 seconds, and never more. */
  readonly deadline?: Duration.DurationInput | undefined
  readonly breaker?: BreakerOptions | undefined
}

export interface ExchangeOptions extends PatienceOptions {
  readonly port: PortName
  /** Vendor and call, as staff reads it. */
  readonly source: string
  readonly repeat: Repeat
}

export type Exchange = <A>(once: Effect.Effect<A, Trouble>) => Effect.Effect<A, Limited | Unavailable>

const MOST = Duration.seconds(8)

/**
 * Asks one source, within a deadline, through a breaker, and again where that does no harm. A single try may take five eighths of
 * the time and is repeated in the first three only, so that all of them together keep the deadline.
 */
export const makeExchange = (options: ExchangeOptions): Effect.Effect<Exchange> =>
  Effect.map(makeBreaker(options.breaker), (breaker) => {
    const eighth = Duration.toMillis(Duration.min(options.deadline ?? MOST, MOST)) / 8
    return (once) => {
      const inTime = Effect.timeoutFail(once, {
        duration: 5 * eighth,
        onTimeout: () => new Trouble({ reason: "late" })
      })
      const guarded = breaker.guard(
        inTime,
        countsAgainstSource,
        (askAgainAt) => new Trouble({ reason: "not-asked", askAgainAt })
      )
      return retried(guarded, worthRepeating(options.repeat), { within: 3 * eighth }).pipe(
        Effect.mapError((trouble) => toPort(options.port, options.source, trouble)),
        Effect.tapError((error) =>
          Effect.logWarning(error._tag === "Limited" ? `${options.source}: limited` : error.detail)
        )
      )
    }
  })

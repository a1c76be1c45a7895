import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import { through, type VerifierPort } from "./port.js"

export interface RetryOptions {
  /** How often the question may be put again. Default 2. */
  readonly times?: number
  /** How long after the first time it may still be put again. Default 3 seconds. */
  readonly within?: Duration.DurationInput
  /** The wait before the second time; it doubles from then on, and a random half of it is left out. Default 100 ms. */
  readonly wait?: Duration.DurationInput
}

/** Runs an effect again after a failure that `worth` says may pass, a few times, with growing and uneven pauses. */
export const retried = <A, E, R>(
  effect: Effect.Effect<A, E, R>,
  worth: (error: E) => boolean,
  options: RetryOptions = {}
): Effect.Effect<A, E, R> =>
  Effect.gen(function* () {
    const times = options.times ?? 2
    const wait = Duration.toMillis(options.wait ?? 100)
    const until = (yield* Clock.currentTimeMillis) + Duration.toMillis(options.within ?? "3 seconds")
    const attempt = (number: number): Effect.Effect<A, E, R> =>
      Effect.catchAll(effect, (error) =>
        Effect.gen(function* () {
          const pause = wait * 2 ** number * (0.5 + 0.5 * (yield* Random.next))
          const late = (yield* Clock.currentTimeMillis) + pause > until
          if (number >= times || late || !worth(error)) return yield* Effect.fail(error)
          yield* Effect.sleep(pause)
          return yield* attempt(number + 1)
        })
      )
    return yield* attempt(0)
  })

/**
 * Puts a question again when the source was unavailable. Only for sources where asking twice does no harm beyond its price:
 * neither a quota nor a "no" is ever asked about again, nor a source that said when to come back.
 */
export const retrying = <Id, Service extends object>(port: VerifierPort<Id, Service>, options: RetryOptions = {}) =>
  through(port, () =>
    Effect.succeed(
      (ask) => (question) =>
        retried(ask(question), (error) => error._tag === "Unavailable" && error.retryAt === undefined, options)
    )
  )

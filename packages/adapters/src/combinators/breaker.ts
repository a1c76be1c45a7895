import { Unavailable } from "@single-window/core"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Ref from "effect/Ref"
import { type Port, through } from "./port.js"

export interface BreakerOptions {
  /** Failures in a row after which nobody is sent to the source any more. Default 5. */
  readonly failures?: number
  /** How long after that, and after each try that fails, one question is let through. Default 30 seconds. */
  readonly probeEvery?: Duration.DurationInput
}

interface State {
  readonly failures: number
  /** Set while the breaker is open: when the next question may go through. */
  readonly probeAt: number | undefined
}

const closed: State = { failures: 0, probeAt: undefined }

/** What a question may do. */
type Pass = { readonly go: true; readonly probe: boolean } | { readonly go: false; readonly probeAt: number }

/** Guards an effect: `counts` says which failures open the breaker, `open` is the failure of whoever comes while it is open. */
export interface Breaker {
  readonly guard: <A, E, R>(
    effect: Effect.Effect<A, E, R>,
    counts: (error: E) => boolean,
    open: (probeAt: number) => E
  ) => Effect.Effect<A, E, R>
}

/** A circuit breaker: a source that is down is not asked by everybody, but by one in a while, until it answers. */
export const makeBreaker = (options: BreakerOptions = {}): Effect.Effect<Breaker> =>
  Effect.map(Ref.make(closed), (state) => {
    const most = options.failures ?? 5
    const pause = Duration.toMillis(options.probeEvery ?? "30 seconds")

    const pass = (now: number) =>
      Ref.modify(state, (current): readonly [Pass, State] => {
        if (current.probeAt === undefined) return [{ go: true, probe: false }, current]
        if (now < current.probeAt) return [{ go: false, probeAt: current.probeAt }, current]
        // Whoever comes while the probe is under way waits for the next one.
        return [
          { go: true, probe: true },
          { ...current, probeAt: now + pause }
        ]
      })

    const failed = (now: number) =>
      Ref.update(state, ({ failures, probeAt }): State => {
        if (probeAt !== undefined) return { failures, probeAt: now + pause }
        return failures + 1 < most ? { failures: failures + 1, probeAt } : { failures: most, probeAt: now + pause }
      })

    return {
      guard: (effect, counts, open) =>
        Effect.uninterruptibleMask((restore) =>
          Effect.gen(function* () {
            const came = yield* pass(yield* Clock.currentTimeMillis)
            if (!came.go) return yield* Effect.fail(open(came.probeAt))
            const exit = yield* Effect.exit(restore(effect))
            const now = yield* Clock.currentTimeMillis
            const error = Exit.isFailure(exit) ? Cause.failureOption(exit.cause) : Option.none()
            if (Option.isSome(error) && counts(error.value)) yield* failed(now)
            else if (Exit.isSuccess(exit) || Option.isSome(error)) yield* Ref.set(state, closed)
            // An interrupted question says nothing about the source; if it was the probe, the next one is.
            else if (came.probe) yield* Ref.update(state, (current) => ({ ...current, probeAt: now }))
            return yield* exit
          })
        )
    }
  })

/** Stops asking a source that is down; a question then fails at once, and `retryAt` says when the next may go through. */
export const withBreaker = <Id, Service extends object>(port: Port<Id, Service>, options: BreakerOptions = {}) =>
  through(port, (name) =>
    Effect.map(
      makeBreaker(options),
      (breaker) => (ask) => (question) =>
        breaker.guard(
          ask(question),
          (error) => error._tag === "Unavailable",
          (retryAt) => new Unavailable({ port: name, retryAt, detail: "not asked: the source is down" })
        )
    )
  )

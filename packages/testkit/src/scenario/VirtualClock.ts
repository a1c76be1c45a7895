import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** A clock that stands still: only `advance` and sleeping move it, and both at once. */
export interface VirtualClock extends Clock.Clock {
  readonly advance: (duration: Duration.DurationInput) => Effect.Effect<void>
}

export const virtualClock = (start: number): VirtualClock => {
  let now = start
  const advance = (duration: Duration.DurationInput) =>
    Effect.sync(() => {
      now += Duration.toMillis(duration)
    })
  return {
    [Clock.ClockTypeId]: Clock.ClockTypeId,
    unsafeCurrentTimeMillis: () => now,
    unsafeCurrentTimeNanos: () => BigInt(Math.round(now)) * 1_000_000n,
    currentTimeMillis: Effect.sync(() => now),
    currentTimeNanos: Effect.sync(() => BigInt(Math.round(now)) * 1_000_000n),
    sleep: advance,
    advance
  }
}

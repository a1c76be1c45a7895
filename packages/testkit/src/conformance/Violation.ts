import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

/** What a layer did instead of what it must. */
export class Violation extends Data.TaggedError("Violation")<{ readonly saw: string }> {
  override get message() {
    return this.saw
  }
}

/** Holds when the condition does; `saw` is said otherwise. */
export const expect = (holds: boolean, saw: string): Effect.Effect<void, Violation> =>
  holds ? Effect.void : Effect.fail(new Violation({ saw }))

/** A short text of what was seen, for the reader of a failure. */
export const shown = (value: unknown): string => JSON.stringify(value) ?? String(value)

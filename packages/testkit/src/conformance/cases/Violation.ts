import { isDeepStrictEqual } from "node:util"
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

/** As it would be written down: a field that is left out and one that is undefined are the same. */
const written = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

/** Holds when the two are the same as data, whatever classes they are made of. */
export const same = (actual: unknown, expected: unknown): Effect.Effect<void, Violation> =>
  expect(isDeepStrictEqual(written(actual), written(expected)), `${shown(actual)} in place of ${shown(expected)}`)

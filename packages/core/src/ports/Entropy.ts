import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"

/** Unguessable values from a cryptographic source; a testkit gives a seeded one. */
export class Entropy extends Context.Tag("@single-window/core/Entropy")<
  Entropy,
  {
    /** Lower-case hexadecimal, two characters a byte. */
    readonly token: (bytes: number) => Effect.Effect<string>
    /** Decimal digits, each evenly likely. */
    readonly digits: (count: number) => Effect.Effect<string>
  }
>() {}

import { Entropy } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { seededBytes, seededHex } from "../world/seeded.js"
import { WorldState } from "../world/WorldState.js"

/** Decimal digits, each evenly likely: a byte of 250 or more is passed over. */
const digitsFrom = (seed: string, label: string, count: number): string => {
  let digits = ""
  for (let round = 0; digits.length < count; round++) {
    for (const byte of seededBytes(seed, `${label}|${round}`, count + 8)) if (byte < 250) digits += String(byte % 10)
  }
  return digits.slice(0, count)
}

/** Anybody who knows the seed can guess it: for tests only. */
export const layer: Layer.Layer<Entropy, never, WorldState> = Layer.effect(
  Entropy,
  Effect.map(WorldState, (state) => ({
    token: (bytes: number) =>
      Effect.gen(function* () {
        yield* state.note("entropy", { operation: "token", bytes })
        return seededHex(state.seed, `token|${yield* state.count("token")}`, bytes)
      }),
    digits: (count: number) =>
      Effect.gen(function* () {
        yield* state.note("entropy", { operation: "digits", count })
        return digitsFrom(state.seed, `digits|${yield* state.count("digits")}`, count)
      })
  }))
)

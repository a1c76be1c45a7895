import { it } from "@effect/vitest"
import { Entropy } from "@single-window/core"
import { Effect } from "effect"
import { expect } from "vitest"
import * as OsEntropy from "../../src/entropy/index.js"

it.layer(OsEntropy.layer)((it) => {
  it.effect("tokens have the asked length and do not repeat", () =>
    Effect.gen(function* () {
      const entropy = yield* Entropy
      const tokens = yield* Effect.replicateEffect(entropy.token(16), 1000)
      expect(new Set(tokens).size).toBe(1000)
      expect(tokens.every((token) => /^[0-9a-f]{32}$/.test(token))).toBe(true)
    })
  )

  it.effect("digits are evenly spread", () =>
    Effect.gen(function* () {
      const digits = yield* Effect.flatMap(Entropy, (entropy) => entropy.digits(50_000))
      const counts = Array.from({ length: 10 }, (_, digit) => digits.split(String(digit)).length - 1)
      // Chi square with nine degrees of freedom: one run in a million exceeds 45.1.
      expect(counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)).toBeLessThan(45.1)
    })
  )
})

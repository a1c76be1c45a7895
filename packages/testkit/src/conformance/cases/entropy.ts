import { Entropy } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "./Case.js"
import { expect } from "./Violation.js"

const token = (bytes: number) => Effect.flatMap(Entropy, (entropy) => entropy.token(bytes))
const digits = (count: number) => Effect.flatMap(Entropy, (entropy) => entropy.digits(count))

/** Pearson's statistic of ten digits against an even spread. */
const unevenness = (text: string): number => {
  const expected = text.length / 10
  return Array.from("0123456789").reduce(
    (sum, digit) => sum + (text.split(digit).length - 1 - expected) ** 2 / expected,
    0
  )
}

/** Nine degrees of freedom: an even source goes beyond this once in a million runs. */
const limit = 45

export const cases = (): ReadonlyArray<Case<Entropy>> => [
  {
    name: "MUST give as many bytes as asked for, in lower-case hexadecimal",
    run: Effect.forEach([1, 2, 10, 16, 32, 64], (bytes) =>
      Effect.flatMap(token(bytes), (text) =>
        expect(/^[0-9a-f]*$/.test(text) && text.length === 2 * bytes, `${text.length} characters for ${bytes} bytes`)
      )
    )
  },
  {
    name: "MUST give as many decimal digits as asked for, leading zeros kept",
    run: Effect.gen(function* () {
      const codes = yield* Effect.replicateEffect(digits(6), 400)
      yield* expect(
        codes.every((code) => /^[0-9]{6}$/.test(code)),
        "a code is not of six digits"
      )
      yield* expect(
        codes.some((code) => code.startsWith("0")),
        "no code in 400 begins with a zero"
      )
      for (const count of [1, 4, 10]) {
        const code = yield* digits(count)
        yield* expect(/^[0-9]*$/.test(code) && code.length === count, `${code.length} digits for ${count}`)
      }
    })
  },
  {
    name: "MUST NOT repeat a token, also when asked at once",
    run: Effect.gen(function* () {
      const tokens = yield* Effect.all(
        Array.from({ length: 1000 }, () => token(16)),
        { concurrency: "unbounded" }
      )
      yield* expect(new Set(tokens).size === tokens.length, "a token came twice")
    })
  },
  {
    name: "MUST make each digit evenly likely",
    run: Effect.gen(function* () {
      const text = (yield* Effect.replicateEffect(digits(100), 200)).join("")
      const found = unevenness(text)
      yield* expect(found < limit, `chi-square ${found.toFixed(1)} over ${text.length} digits`)
    })
  },
  {
    name: "MUST make each half-byte of a token evenly likely",
    run: Effect.gen(function* () {
      const text = (yield* Effect.replicateEffect(token(64), 200)).join("")
      const counts = Array.from("0123456789abcdef", (letter) => text.split(letter).length - 1)
      const expected = text.length / 16
      const found = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      // Fifteen degrees of freedom, once in a million runs.
      yield* expect(found < 58, `chi-square ${found.toFixed(1)} over ${text.length} characters`)
    })
  },
  {
    name: "MUST NOT give tokens that follow from one another",
    run: Effect.gen(function* () {
      const tokens = yield* Effect.replicateEffect(token(16), 64)
      for (const [index, next] of tokens.slice(1).entries()) {
        const before = tokens[index] ?? ""
        const same = Array.from(next).filter((letter, place) => letter === before.charAt(place)).length
        yield* expect(same < 16, `two tokens in a row share ${same} of 32 characters`)
      }
    })
  }
]

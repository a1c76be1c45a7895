import { Entropy } from "@single-window/core"
import { Effect } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import { provesItCanFail, spoiled } from "./planted.js"

type Source = Entropy["Type"]
const entropy = (spoil: (good: Source) => Partial<Source>) => spoiled(Entropy, (good) => ({ ...good, ...spoil(good) }))
const hexadecimal = "MUST give as many bytes as asked for, in lower-case hexadecimal"
const decimal = "MUST give as many decimal digits as asked for, leading zeros kept"

provesItCanFail("Entropy", Conformance.EntropyConformance.cases(), [
  {
    defect: "a token is half as long",
    caughtBy: hexadecimal,
    layer: entropy(({ token }) => ({ token: (bytes) => Effect.map(token(bytes), (text) => text.slice(0, bytes)) }))
  },
  {
    defect: "a token is in capitals",
    caughtBy: hexadecimal,
    layer: entropy(({ token }) => ({ token: (bytes) => Effect.map(token(bytes), (text) => text.toUpperCase()) }))
  },
  {
    defect: "digits are a number",
    caughtBy: decimal,
    layer: entropy(({ digits }) => ({ digits: (count) => Effect.map(digits(count), (text) => String(Number(text))) }))
  },
  {
    defect: "a code never begins with zero",
    caughtBy: decimal,
    layer: entropy(({ digits }) => ({
      digits: (count) => Effect.map(digits(count), (text) => text.replace(/^0/, "1"))
    }))
  },
  {
    defect: "the token is constant",
    caughtBy: "MUST NOT repeat a token, also when asked at once",
    layer: entropy(() => ({ token: (bytes) => Effect.succeed("5a".repeat(bytes)) }))
  },
  {
    defect: "tokens asked for at once are the same",
    caughtBy: "MUST NOT repeat a token, also when asked at once",
    layer: entropy(({ token }) => {
      let last = ""
      return {
        token: (bytes) =>
          Effect.gen(function* () {
            last = yield* token(bytes)
            yield* Effect.yieldNow()
            return last
          })
      }
    })
  },
  {
    defect: "digits are half-bytes modulo ten",
    caughtBy: "MUST make each digit evenly likely",
    layer: entropy(({ token }) => ({
      digits: (count) =>
        Effect.map(token(count), (text) =>
          Array.from({ length: count }, (_, at) => Number.parseInt(text.charAt(2 * at), 16) % 10).join("")
        )
    }))
  },
  {
    defect: "a token is of decimal digits",
    caughtBy: "MUST make each half-byte of a token evenly likely",
    layer: entropy(({ digits }) => ({ token: (bytes) => digits(2 * bytes) }))
  },
  {
    defect: "a token is a counter",
    caughtBy: "MUST NOT give tokens that follow from one another",
    layer: entropy(() => {
      let count = 0
      return { token: (bytes) => Effect.sync(() => (++count).toString(16).padStart(2 * bytes, "0")) }
    })
  }
])

import { Entropy } from "@single-window/core"
import * as Effect from "effect/Effect"
import { cases } from "../cases/entropy.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

type Source = Entropy["Type"]
const spoilt = (spoil: (good: Source) => Partial<Source>) => spoiled(Entropy, (good) => ({ ...good, ...spoil(good) }))
const hexadecimal = "MUST give as many bytes as asked for, in lower-case hexadecimal"
const decimal = "MUST give as many decimal digits as asked for, leading zeros kept"

export const entropy = planted("Entropy", cases(), [
  {
    defect: says("令牌短一半", "a token is half as long"),
    caughtBy: [hexadecimal],
    layer: spoilt(({ token }) => ({ token: (bytes) => Effect.map(token(bytes), (text) => text.slice(0, bytes)) }))
  },
  {
    defect: says("令牌用大写", "a token is in capitals"),
    caughtBy: [hexadecimal],
    layer: spoilt(({ token }) => ({ token: (bytes) => Effect.map(token(bytes), (text) => text.toUpperCase()) }))
  },
  {
    defect: says("数字串当作数值，丢失前导零", "digits are a number"),
    caughtBy: [decimal],
    layer: spoilt(({ digits }) => ({ digits: (count) => Effect.map(digits(count), (text) => String(Number(text))) }))
  },
  {
    defect: says("验证码从不以零开头", "a code never begins with zero"),
    caughtBy: [decimal],
    layer: spoilt(({ digits }) => ({
      digits: (count) => Effect.map(digits(count), (text) => text.replace(/^0/, "1"))
    }))
  },
  {
    defect: says("令牌固定不变", "the token is constant"),
    caughtBy: ["MUST NOT repeat a token, also when asked at once"],
    layer: spoilt(() => ({ token: (bytes) => Effect.succeed("5a".repeat(bytes)) }))
  },
  {
    defect: says("同时取的令牌相同", "tokens asked for at once are the same"),
    caughtBy: ["MUST NOT repeat a token, also when asked at once"],
    layer: spoilt(({ token }) => {
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
    defect: says("用半字节取模得数字，分布不均", "digits are half-bytes modulo ten"),
    caughtBy: ["MUST make each digit evenly likely"],
    layer: spoilt(({ token }) => ({
      digits: (count) =>
        Effect.map(token(count), (text) =>
          Array.from({ length: count }, (_, at) => Number.parseInt(text.charAt(2 * at), 16) % 10).join("")
        )
    }))
  },
  {
    defect: says("令牌只含十进制数字", "a token is of decimal digits"),
    caughtBy: ["MUST make each half-byte of a token evenly likely"],
    layer: spoilt(({ digits }) => ({ token: (bytes) => digits(2 * bytes) }))
  },
  {
    defect: says("令牌是计数器", "a token is a counter"),
    caughtBy: ["MUST NOT give tokens that follow from one another"],
    layer: spoilt(() => {
      let count = 0
      return { token: (bytes) => Effect.sync(() => (++count).toString(16).padStart(2 * bytes, "0")) }
    })
  }
])

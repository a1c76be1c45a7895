import { type Captcha, CaptchaGate, type Unavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { seededBytes } from "../world/seeded.js"
import { WorldState } from "../world/WorldState.js"

const validMillis = 2 * 60 * 1000

/** Asks for a sum; `WorldRuntime.answerCaptcha` knows the answers. */
export const layer: Layer.Layer<CaptchaGate, never, WorldState> = Layer.effect(
  CaptchaGate,
  Effect.map(WorldState, (state) => ({
    issue: Effect.gen(function* () {
      yield* state.askUnlimited("captcha", { operation: "issue" })
      const number = yield* state.count("captcha")
      const [first = 0, second = 0] = seededBytes(state.seed, `captcha|${number}`, 2)
      const a = (first % 40) + 10
      const b = (second % 9) + 1
      const expiresAt = (yield* Clock.currentTimeMillis) + validMillis
      const captcha: Captcha = {
        id: `captcha-${String(number).padStart(6, "0")}`,
        question: { zh: `${a} 加 ${b} 等于几？`, en: `What is ${a} plus ${b}?` },
        expiresAt
      }
      state.captchas.set(captcha.id, { answer: String(a + b), expiresAt })
      return captcha
    }),
    check: (id: string, answer: string): Effect.Effect<boolean, Unavailable> =>
      Effect.gen(function* () {
        const word = yield* state.askUnlimited("captcha", { operation: "check", id })
        const open = state.captchas.get(id)
        state.captchas.delete(id)
        if (word === "match" || word === "mismatch") return word === "match"
        return open !== undefined && open.answer === answer.trim() && open.expiresAt > (yield* Clock.currentTimeMillis)
      })
  }))
)

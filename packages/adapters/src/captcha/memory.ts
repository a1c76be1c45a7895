import { createHash, timingSafeEqual } from "node:crypto"
import { CaptchaGate, Entropy } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { DIGITS, meant, questionOf } from "./question.js"

/** Two minutes. */
export const VALID_FOR = 120_000

/** Unanswered captchas that are remembered; beyond it the oldest is forgotten, so that asking alone cannot fill the memory. */
const MOST = 10_000

const digest = (answer: number | undefined): Buffer => createHash("sha256").update(String(answer)).digest()

const make = Effect.gen(function* () {
  const entropy = yield* Entropy
  const open = new Map<string, { readonly answer: Buffer; readonly expiresAt: number }>()

  return CaptchaGate.of({
    issue: Effect.gen(function* () {
      const { answer, ...question } = questionOf(yield* entropy.digits(DIGITS))
      const id = yield* entropy.token(16)
      const expiresAt = (yield* Clock.currentTimeMillis) + VALID_FOR
      open.set(id, { answer: digest(answer), expiresAt })
      if (open.size > MOST) {
        const oldest = open.keys().next()
        if (oldest.done !== true) open.delete(oldest.value)
      }
      return { id, question, expiresAt }
    }),
    check: (id, answer) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const asked = open.get(id)
        // Forgotten before it is looked at: one answer, right or wrong.
        open.delete(id)
        return asked !== undefined && now < asked.expiresAt && timingSafeEqual(digest(meant(answer)), asked.answer)
      })
  })
})

/** Captchas of one process. */
export const layer: Layer.Layer<CaptchaGate, never, Entropy> = Layer.effect(CaptchaGate, make)

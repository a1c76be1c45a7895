import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Unavailable } from "../domain/Verdict.js"

export interface Captcha {
  readonly id: string
  /** A text question, so that a screen reader can read it out. */
  readonly question: { readonly zh: string; readonly en: string }
  readonly expiresAt: number
}

/** Tells people from programs at log-in. Each captcha is good for one answer, right or wrong. */
export class CaptchaGate extends Context.Tag("@single-window/core/CaptchaGate")<
  CaptchaGate,
  {
    readonly issue: Effect.Effect<Captcha, Unavailable>
    readonly check: (id: string, answer: string) => Effect.Effect<boolean, Unavailable>
  }
>() {}

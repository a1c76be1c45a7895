import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type { Limited, Unavailable } from "../domain/Verdict.js"

export interface CodeMessage {
  readonly mobile: string
  readonly code: Redacted.Redacted
  readonly validMinutes: number
}

/** Sends a code by SMS. Never repeats by itself: a person who waited asks again. */
export class SmsSender extends Context.Tag("@single-window/core/SmsSender")<
  SmsSender,
  { readonly sendCode: (message: CodeMessage) => Effect.Effect<void, Limited | Unavailable> }
>() {}

import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type { Unavailable } from "../domain/Verdict.js"

/** Hashes passwords slowly, off the main thread. The hash text carries its own parameters. */
export class PasswordHasher extends Context.Tag("@single-window/core/PasswordHasher")<
  PasswordHasher,
  {
    readonly hash: (password: Redacted.Redacted) => Effect.Effect<string, Unavailable>
    /** `hash` undefined spends the same time and answers false, so that an unknown user name is not told apart by the clock. */
    readonly verify: (password: Redacted.Redacted, hash: string | undefined) => Effect.Effect<boolean, Unavailable>
  }
>() {}

import { Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"

/** Logs in with a captcha that was answered rightly. */
export const logIn = (username: string, given: string) =>
  Effect.gen(function* () {
    const { id, answer } = yield* Effect.orDie(Effect.flatMap(World.WorldRuntime, (outside) => outside.solvedCaptcha))
    return yield* (yield* SingleWindow).execute(Actor.Anonymous(), "LogIn", {
      username,
      password: given,
      captcha: { id, answer }
    })
  })

import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Account } from "../domain/Account.js"
import { Actor } from "../domain/Actor.js"
import * as LogInFlow from "../flows/LogIn.js"
import { CaptchaGate } from "../ports/CaptchaGate.js"
import { PasswordHasher } from "../ports/PasswordHasher.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { Store } from "../store/Store.js"
import { type Context, free } from "./Command.js"
import { happens } from "./decide.js"
import { Secret, Text } from "./fields.js"
import { nextActions } from "./nextActions.js"
import { Stale, toComeIn } from "./Permission.js"

const TRIES = 8

/** Puts the guess on record before the password is looked at, so that guesses in parallel are counted one by one. */
const putOnRecord = (context: Context, username: string) =>
  Effect.gen(function* () {
    const store = yield* Store
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const found = yield* store.byUsername(username)
      if (found === undefined) return undefined
      const tried = yield* LogInFlow.tryPassword(found.account, context.now, context.policy)
      const after = yield* context.commitNow([{ before: found, events: [tried] }])
      if (after !== "conflict" && after[0] !== undefined) return after[0]
    }
    return yield* Effect.fail(new Stale())
  })

export const holderActor = (account: Account) =>
  Actor.AccountHolder({ account: account.id, epoch: account.logIn.epoch, entrance: "password" })

/** An initial password that nobody changed in time is dead, though right. */
const isDead = (account: Account, now: number): boolean =>
  account.password?.expiresAt !== undefined && account.password.expiresAt <= now

/** 用户名、密码和验证码. A wrong captcha costs no guess, and an unknown user name takes as long as a known one. */
export const LogIn = free({
  name: "LogIn",
  may: toComeIn,
  input: Schema.Struct({
    username: Text,
    password: Secret,
    captcha: Schema.Struct({ id: Secret, answer: Text })
  }),
  secrets: ["password", "captcha"],
  run: (context, { username, password, captcha }) =>
    Effect.gen(function* () {
      const { now, policy, today } = context
      const gate = yield* CaptchaGate
      const human = yield* gate.check(captcha.id, captcha.answer).pipe(Effect.mapError(verifierUnavailable))
      if (!human) return yield* Effect.fail(new LogInFlow.CaptchaWrong())
      const hasher = yield* PasswordHasher
      const tried = yield* putOnRecord(context, username.trim())
      const right = yield* hasher
        .verify(Redacted.make(password.normalize("NFKC")), tried?.account.password?.hash)
        .pipe(Effect.mapError(verifierUnavailable))
      if (tried === undefined || !right || isDead(tried.account, now))
        return yield* Effect.fail(new LogInFlow.CredentialsWrong())
      return happens(
        tried,
        [{ _tag: "LoggedIn", entrance: "password" }],
        (after) => ({ actor: holderActor(after), next: nextActions(after, policy, today) }),
        { bound: true }
      )
    })
})

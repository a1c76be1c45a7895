import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { type Account, isLocked } from "../domain/Account.js"
import { Actor } from "../domain/Actor.js"
import * as LogInFlow from "../flows/LogIn.js"
import { CaptchaGate } from "../ports/CaptchaGate.js"
import { PasswordHasher } from "../ports/PasswordHasher.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { type Loaded, Store } from "../store/Store.js"
import { type Context, type Decision, free } from "./Command.js"
import { happens } from "./decide.js"
import { Secret, Text } from "./fields.js"
import { type NextAction, nextActions } from "./nextActions.js"
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

/** Who came in, and what is due. */
export interface CameIn {
  readonly actor: Actor
  readonly next: ReadonlyArray<NextAction>
}

/** The password was right when it was tried: it stays so while the account is neither locked by others meanwhile nor given another. */
const comesIn = (tried: Loaded, found: Loaded, context: Context): Decision<CameIn> => ({
  ...happens(found, [{ _tag: "LoggedIn", entrance: "password" }], (after) => ({
    actor: holderActor(after),
    next: nextActions(after, context.policy, context.today)
  })),
  onConflict: Effect.gen(function* () {
    const again = yield* (yield* Store).load(tried.account.id)
    if (again === undefined || again.account.deleted || again.account.password?.hash !== tried.account.password?.hash) {
      return yield* Effect.fail(new LogInFlow.CredentialsWrong())
    }
    if (!isLocked(tried.account, context.now)) yield* LogInFlow.checkUnlocked(again.account, context.now)
    return comesIn(tried, again, context)
  })
})

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
      const { now } = context
      const gate = yield* CaptchaGate
      const human = yield* gate.check(captcha.id, captcha.answer).pipe(Effect.mapError(verifierUnavailable))
      if (!human) return yield* Effect.fail(new LogInFlow.CaptchaWrong())
      const hasher = yield* PasswordHasher
      const tried = yield* putOnRecord(context, username.trim())
      const right = yield* hasher
        .verify(Redacted.make(password.normalize("NFKC")), tried?.account.password?.hash)
        .pipe(Effect.mapError(verifierUnavailable))
      if (tried === undefined || !right || LogInFlow.isDead(tried.account, now)) {
        return yield* Effect.fail(new LogInFlow.CredentialsWrong())
      }
      return comesIn(tried, tried, context)
    })
})

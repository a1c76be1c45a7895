import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as LogInFlow from "../flows/LogIn.js"
import { PasswordHasher } from "../ports/PasswordHasher.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { InitialPassword } from "../rules/index.js"
import { own } from "./Command.js"
import { happens } from "./decide.js"
import { Secret } from "./fields.js"
import { holderOnly, Stale } from "./Permission.js"

/**
 * Changes the password and ends every session. A wrong current password is a guess like any other: it is on record before
 * it is looked at, and enough of them lock the account.
 */
export const ChangePassword = own({
  name: "ChangePassword",
  may: holderOnly,
  input: Schema.Struct({ current: Secret, next: Secret }),
  secrets: ["current", "next"],
  run: ({ subject, policy, now, commitNow }, { current, next }) =>
    Effect.gen(function* () {
      const { account } = subject
      yield* InitialPassword.check(next, current, account.username, policy)
      const tried = yield* LogInFlow.tryPassword(account, now, policy)
      const after = yield* commitNow([{ before: subject, events: [tried] }])
      if (after === "conflict" || after[0] === undefined) return yield* Effect.fail(new Stale())
      const hasher = yield* PasswordHasher
      const right = yield* hasher
        .verify(Redacted.make(current.normalize("NFKC")), account.password?.hash)
        .pipe(Effect.mapError(verifierUnavailable))
      if (!right || LogInFlow.isDead(account, now)) return yield* Effect.fail(new LogInFlow.CredentialsWrong())
      const passwordHash = yield* hasher
        .hash(Redacted.make(next.normalize("NFKC")))
        .pipe(Effect.mapError(verifierUnavailable))
      return happens(
        after[0],
        [
          { _tag: "LoggedIn", entrance: "password" },
          { _tag: "PasswordChanged", passwordHash }
        ],
        () => ({ changed: true }),
        { bound: true }
      )
    })
})

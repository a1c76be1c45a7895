import * as Either from "effect/Either"
import { type Account, isLocked } from "../domain/Account.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import type { AccountEvent } from "./AccountEvent.js"

export class CaptchaWrong extends Refused("CaptchaWrong")<{}>({ rules: ["R-05"], remedies: ["Refill"] }) {}
/** User name or password: never which of the two. */
export class CredentialsWrong extends Refused("CredentialsWrong")<{}>({
  rules: ["R-05"],
  remedies: ["Refill", "AskAdministrator"]
}) {}
/** `until` in epoch milliseconds; absent when only staff can unlock. */
export class AccountLocked extends Refused("AccountLocked")<{ until?: number }>({
  rules: ["R-05"],
  remedies: ["WaitUntil", "AskAdministrator"]
}) {}

/** An initial password that nobody changed in time is dead, though right. */
export const isDead = ({ password }: Account, now: number): boolean =>
  password?.expiresAt !== undefined && password.expiresAt <= now

const MINUTE = 60_000

const lockedFacts = (account: Account): { until?: number } =>
  account.logIn.hardLocked || account.logIn.lockedUntil === undefined ? {} : { until: account.logIn.lockedUntil }

/** Whether an account may be come into at all, by password or by card alike. */
export const checkUnlocked = (account: Account, now: number): Either.Either<Account, AccountLocked> =>
  isLocked(account, now) ? Either.left(new AccountLocked(lockedFacts(account))) : Either.right(account)

/**
 * The event of one guess, decided before the password is looked at: a right one takes it back (`LoggedIn`). At the policy's
 * number the account locks for a while; at the hard stop only staff can unlock it.
 */
export const tryPassword = (
  account: Account,
  now: number,
  policy: Policy
): Either.Either<AccountEvent, AccountLocked> =>
  Either.map(checkUnlocked(account, now), (): AccountEvent => {
    const full = account.logIn.failures + 1 >= policy.logIn.attempts
    return {
      _tag: "PasswordTried",
      ...(full ? { lockedUntil: now + policy.logIn.lockMinutes * MINUTE } : {}),
      hardLocked: account.logIn.failuresInAll + 1 >= policy.logIn.hardStop
    }
  })

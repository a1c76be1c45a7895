import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import type { AccountEvent } from "./AccountEvent.js"
import { attemptKey } from "./AccountLife.js"

/** Too many answers of "no" within the window; `until` is in epoch milliseconds. */
export class AttemptsExhausted extends Refused("AttemptsExhausted")<{ until: number }>({
  rules: [],
  remedies: ["WaitUntil", "UseIcCard"]
}) {}

const MINUTE = 60_000

const windowOf = (account: Account, subject: string, channel: string, now: number, policy: Policy) => {
  const attempts = account.attempts[attemptKey(subject, channel)]
  const length = policy.certification.attemptWindowMinutes * MINUTE
  return attempts !== undefined && now < attempts.since + length
    ? { count: attempts.count, since: attempts.since, until: attempts.since + length }
    : { count: 0, since: now, until: now + length }
}

/** Whether one more question may be asked; asked before the verifier is, so that a spent budget costs nothing. */
export const check = (
  account: Account,
  subject: string,
  channel: string,
  now: number,
  policy: Policy
): Either.Either<void, AttemptsExhausted> => {
  const { count, until } = windowOf(account, subject, channel, now, policy)
  return count >= policy.certification.attempts ? Either.left(new AttemptsExhausted({ until })) : Either.void
}

/** The event that counts a "no". */
export const spent = (
  account: Account,
  subject: string,
  channel: string,
  now: number,
  policy: Policy
): AccountEvent => ({
  _tag: "AttemptSpent",
  subject,
  channel,
  since: windowOf(account, subject, channel, now, policy).since
})

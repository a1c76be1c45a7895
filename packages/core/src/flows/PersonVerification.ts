import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import type { JourneyState, PendingCode } from "../domain/Journey.js"
import { methodOf } from "../domain/Journey.js"
import type { Subject } from "../domain/Method.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import { LockedFields, ThreeChecksRequired } from "../rules/index.js"
import type { AccountEvent } from "./AccountEvent.js"
import * as Certification from "./Certification.js"

export class SmsCodeWrong extends Refused("SmsCodeWrong")<{ attemptsLeft: number }>({
  rules: ["R-61"],
  remedies: ["Refill"]
}) {}
export class SmsCodeExpired extends Refused("SmsCodeExpired")<{}>({ rules: ["R-61"], remedies: ["Refill"] }) {}
/** `retryAt` in epoch milliseconds. */
export class SmsCodeTooSoon extends Refused("SmsCodeTooSoon")<{ retryAt: number }>({
  rules: ["R-61"],
  remedies: ["WaitUntil"]
}) {}

export type Person = LockedFields.Identity

type PersonStep = Extract<JourneyState, { readonly person: unknown }>

/**
 * Whose identity this step is about, and the values that it is about: the representative's are those verified with the
 * enterprise (R-61b R-61c), the holder's are the account's. A form shows them again, and what it sends back (`shown`) must be
 * the same. The same two-way check serves both.
 */
export const personAt = (
  account: Account,
  state: JourneyState,
  subject: Subject,
  shown: Partial<Person> = {}
): Either.Either<
  { readonly step: PersonStep; readonly person: Person },
  ThreeChecksRequired.StepOutOfOrder | LockedFields.FieldLocked
> =>
  Either.gen(function* () {
    yield* ThreeChecksRequired.check(state, subject)
    if (!("person" in state)) {
      return yield* Either.left(
        new ThreeChecksRequired.StepOutOfOrder({ expected: ThreeChecksRequired.expectedStep(state) })
      )
    }
    const person =
      state._tag === "AwaitingLegalRepresentative"
        ? state.legalRepresentative
        : { name: account.holder.name, document: account.holder.document }
    return { step: state, person: yield* LockedFields.check(shown, person) }
  })

/** A person passed: the representative's check opens the holder's, the holder's is the last of every journey. */
export const verified = (
  step: PersonStep,
  subject: Subject,
  channel: "id-card" | "bank-card",
  policy: Policy
): ReadonlyArray<AccountEvent> => {
  const passed: AccountEvent = { _tag: "PersonVerified", subject, channel }
  return step._tag === "AwaitingLegalRepresentative"
    ? [passed]
    : [passed, Certification.granted(methodOf(step), step, policy)]
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** Whether a code may be sent now: not within the cool-down, not more than the day's number. */
export const mayRequestCode = (account: Account, now: number, policy: Policy): Either.Either<void, SmsCodeTooSoon> => {
  const last = account.smsSent.at(-1)
  const cooled = last === undefined ? now : last + policy.sms.cooldownSeconds * SECOND
  if (cooled > now) return Either.left(new SmsCodeTooSoon({ retryAt: cooled }))
  const today = account.smsSent.filter((sent) => sent > now - DAY)
  const oldest = today[today.length - policy.sms.perDay]
  return oldest === undefined ? Either.void : Either.left(new SmsCodeTooSoon({ retryAt: oldest + DAY }))
}

/**
 * A new code for this step. Tries already used up are not given back by asking for another code for the same card:
 * otherwise guessing would only need patience.
 */
export const pendingCode = (
  step: PersonStep,
  given: { readonly cardNumber: string; readonly mobile: string; readonly codeHash: string },
  now: number,
  policy: Policy
): PendingCode => {
  const before = step.person.pending
  const same = before !== undefined && before.expiresAt > now && before.attemptsLeft > 0
  return {
    ...given,
    sentAt: now,
    expiresAt: now + policy.sms.validMinutes * MINUTE,
    attemptsLeft: same ? before.attemptsLeft : policy.sms.attempts
  }
}

export interface CodeAnswer {
  readonly events: ReadonlyArray<AccountEvent>
  readonly refused?: SmsCodeWrong | SmsCodeExpired
}

/** What a code given back leads to; `hash` is the keyed hash of what was typed. A wrong one spends a try. */
export const answerCode = (
  step: PersonStep,
  subject: Subject,
  hash: string,
  now: number,
  policy: Policy
): CodeAnswer => {
  const pending = step.person.pending
  if (pending === undefined || pending.expiresAt <= now || pending.attemptsLeft <= 0) {
    return { events: [], refused: new SmsCodeExpired() }
  }
  if (pending.codeHash !== hash) {
    return {
      events: [{ _tag: "BankCardCodeMissed", subject }],
      refused: new SmsCodeWrong({ attemptsLeft: pending.attemptsLeft - 1 })
    }
  }
  return { events: verified(step, subject, "bank-card", policy) }
}

import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import { type Journey, type JourneyState, methodOf } from "../domain/Journey.js"
import type { Method } from "../domain/Method.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import { CertificationScope, GrantedLevel, ProfileCompleteness, ThreeChecksRequired } from "../rules/index.js"
import type { AccountEvent } from "./AccountEvent.js"

/** The journey ran out; nothing that was certified before is touched. */
export class CertificationExpired extends Refused("CertificationExpired")<{}>({
  rules: ["R-50"],
  remedies: ["Refill"]
}) {}

const MINUTE = 60_000

/** What every method asks before its first step: in scope (R-01 R-02) and nothing missing. */
export const mayStart = (account: Account, method: Method, policy: Policy, today: string) =>
  Either.flatMap(CertificationScope.check(account, method, policy), () =>
    ProfileCompleteness.check(account, policy, today)
  )

/** The events of a new start; a journey that was still open is given up. */
export const start = (
  account: Account,
  id: string,
  state: JourneyState,
  now: number,
  policy: Policy
): ReadonlyArray<AccountEvent> => {
  const journey: Journey = {
    id,
    startedAt: now,
    expiresAt: now + policy.certification.journeyMinutes * MINUTE,
    state
  }
  return [...abandon(account, now), { _tag: "CertificationStarted", journey }]
}

/** Gives up the open journey; one whose time is over was not given up but ran out. */
export const abandon = ({ journey }: Account, now: number): ReadonlyArray<AccountEvent> => {
  if (journey === undefined) return []
  return [{ _tag: journey.expiresAt <= now ? "CertificationRanOut" : "CertificationAbandoned" }]
}

/** The open journey, if there is one that has not run out. */
export const open = (
  account: Account,
  now: number
): Either.Either<Journey, ThreeChecksRequired.StepOutOfOrder | CertificationExpired> => {
  if (account.journey === undefined) {
    return Either.left(new ThreeChecksRequired.StepOutOfOrder({ expected: "start" }))
  }
  return account.journey.expiresAt <= now ? Either.left(new CertificationExpired()) : Either.right(account.journey)
}

/** The last event of every journey: both facets stand and the method's level is granted. */
export const granted = (
  method: Method,
  state: Extract<JourneyState, { readonly enterprise: unknown }>,
  policy: Policy,
  holderStood = false
): AccountEvent => ({
  _tag: "CertificationGranted",
  method,
  level: GrantedLevel.levelFor(method, policy),
  enterprise: state.enterprise,
  holderStood
})

const firstState = (state: JourneyState): JourneyState | undefined => {
  switch (methodOf(state)) {
    case "ic-card":
      return { _tag: "AwaitingCard" }
    case "legal-representative":
      return { _tag: "AwaitingEnterprise" }
    case "bank-ukey":
      // The bank was asked about the old enterprise: that request cannot be continued.
      return undefined
  }
}

/** After an edit of the enterprise, what was checked is no longer what is stored: the journey goes back to its first step. */
export const afterEnterpriseEdit = (account: Account): ReadonlyArray<AccountEvent> => {
  const journey = account.journey
  if (journey === undefined) return []
  const state = firstState(journey.state)
  return [
    state === undefined
      ? { _tag: "CertificationAbandoned" }
      : { _tag: "JourneyReopened", journey: { ...journey, state } }
  ]
}

/** After an edit of the holder, a code sent for the old identity is void; the steps about others stand. */
export const afterHolderEdit = (account: Account): ReadonlyArray<AccountEvent> => {
  const journey = account.journey
  if (journey === undefined || !("person" in journey.state) || journey.state.person.pending === undefined) return []
  if (journey.state._tag === "AwaitingLegalRepresentative") return []
  return [{ _tag: "JourneyReopened", journey: { ...journey, state: { ...journey.state, person: {} } } }]
}

import * as Effect from "effect/Effect"
import { Nothing } from "../commands/fields.js"
import { holderOrStaff } from "../commands/Permission.js"
import { type Account, levelOf, statusOf } from "../domain/Account.js"
import { methodOf } from "../domain/Journey.js"
import type { Policy } from "../domain/Policy.js"
import type { RuleId } from "../domain/RuleId.js"
import { isoTime } from "../domain/time.js"
import { stepAt } from "../flows/journeys.js"
import { CertificationScope, ProfileCompleteness } from "../rules/index.js"
import { aboutAccount } from "./Query.js"

/** One reason why an account stands where it stands. Every code has a sentence in `messages`. */
export type FindingCode =
  | "in-scope"
  | "out-of-scope"
  | "deleted"
  | "locked"
  | "password-change-required"
  | "field-missing-or-wrong"
  | "facet-none"
  | "facet-valid"
  | "facet-voided"
  | "level"
  | "administrator-assisted"
  | "journey-open"
  | "journey-over"
  | "attempts-exhausted"
  | "card-bound"
  | "card-binding-voided"

export interface Finding {
  readonly code: FindingCode
  readonly rules: ReadonlyArray<RuleId>
  readonly facts: Readonly<Record<string, unknown>>
}

const finding = (code: FindingCode, rules: ReadonlyArray<RuleId>, facts: Finding["facts"] = {}): Finding => ({
  code,
  rules,
  facts
})

const facetFinding = (account: Account, facet: "enterprise" | "holder"): Finding => {
  const { state, by, at } = account.certification[facet]
  switch (state) {
    case "valid":
      return finding("facet-valid", ["R-30"], { facet, by, at: at === undefined ? undefined : isoTime(at) })
    case "voided":
      return finding("facet-voided", ["R-22"], { facet, because: account.certification.voidedBecause })
    case "none":
      return finding("facet-none", ["R-30"], { facet })
  }
}

const statusFindings = (account: Account, now: number): ReadonlyArray<Finding> => {
  switch (statusOf(account, now)) {
    case "deleted":
      return [finding("deleted", ["R-75"])]
    case "locked": {
      const until = account.logIn.hardLocked ? undefined : account.logIn.lockedUntil
      return [finding("locked", ["R-05"], until === undefined ? {} : { until: isoTime(until) })]
    }
    case "password-change-required":
      return [finding("password-change-required", ["R-79"])]
    case "active":
      return []
  }
}

const journeyFindings = (account: Account, now: number): ReadonlyArray<Finding> => {
  const { journey } = account
  if (journey === undefined) return []
  const facts = { method: methodOf(journey.state), step: stepAt(journey.state), expiresAt: isoTime(journey.expiresAt) }
  return [finding(journey.expiresAt > now ? "journey-open" : "journey-over", ["R-50"], facts)]
}

const attemptFindings = (account: Account, policy: Policy, now: number): ReadonlyArray<Finding> => {
  const length = policy.certification.attemptWindowMinutes * 60_000
  return Object.entries(account.attempts)
    .filter(([, { count, since }]) => count >= policy.certification.attempts && now < since + length)
    .map(([key, { since }]) => {
      const [subject, channel] = key.split("/")
      return finding("attempts-exhausted", [], { subject, channel, until: isoTime(since + length) })
    })
}

const bindingFindings = (account: Account): ReadonlyArray<Finding> => {
  switch (account.cardBinding.state) {
    case "bound":
      return [finding("card-bound", ["R-22"], { kind: account.cardBinding.kind })]
    case "voided":
      return [finding("card-binding-voided", ["R-22"])]
    case "none":
      return []
  }
}

/** Why an account stands where it stands, rule by rule; no personal data. */
export const explain = (account: Account, policy: Policy, today: string, now: number): ReadonlyArray<Finding> => [
  ...statusFindings(account, now),
  CertificationScope.isInScope(account, policy)
    ? finding("in-scope", ["R-01"], { origin: account.origin })
    : finding("out-of-scope", ["R-02"], { origin: account.origin }),
  ...ProfileCompleteness.problems(account, policy, today).map(({ field, problem, about }) =>
    finding("field-missing-or-wrong", ["R-06", "R-07"], { field, problem, about })
  ),
  facetFinding(account, "enterprise"),
  facetFinding(account, "holder"),
  finding("level", ["R-62"], {
    level: levelOf(account),
    methods: account.certification.methods.map((passed) => passed.method)
  }),
  ...(account.administratorAssisted ? [finding("administrator-assisted", ["R-80"])] : []),
  ...journeyFindings(account, now),
  ...attemptFindings(account, policy, now),
  ...bindingFindings(account)
]

export const Explain = aboutAccount({
  name: "Explain",
  may: holderOrStaff,
  input: Nothing,
  run: ({ subject, policy, today, now }) =>
    Effect.succeed({
      level: levelOf(subject.account),
      findings: explain(subject.account, policy, today, now)
    })
})

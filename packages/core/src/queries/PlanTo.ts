import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { holderOrStaff } from "../commands/Permission.js"
import { type Account, isLocked, levelOf } from "../domain/Account.js"
import { methodOf } from "../domain/Journey.js"
import type { Method } from "../domain/Method.js"
import type { Policy } from "../domain/Policy.js"
import type { RuleId } from "../domain/RuleId.js"
import { rank, SecurityLevel } from "../domain/SecurityLevel.js"
import { stepAt, stepsOf } from "../flows/journeys.js"
import { type RefusalView, refusalView } from "../Refusal.js"
import {
  CertificationScope,
  GrantedLevel,
  MethodPreference,
  ProfileCompleteness,
  VerificationChannel
} from "../rules/index.js"
import { aboutAccount } from "./Query.js"

/** What a person must have in hand for a step. */
export type InHand =
  | "enterprise-card-and-pin"
  | "legal-representative-document"
  | "id-card"
  | "personal-bank-card-and-reserved-mobile"
  | "enterprise-bank-ukey"

export interface PlannedStep {
  readonly step: string
  readonly rules: ReadonlyArray<RuleId>
  /** Fields to mend, for the two editing steps. */
  readonly fields?: ReadonlyArray<string>
  /** One of these will do. */
  readonly anyOf?: ReadonlyArray<InHand>
}

export interface Way {
  readonly method: Method
  readonly level: SecurityLevel
  readonly steps: ReadonlyArray<PlannedStep>
  /** None is shorter. */
  readonly shortest: boolean
}

export interface Plan {
  readonly from: SecurityLevel
  readonly to: SecurityLevel
  readonly reached: boolean
  /** Shortest first, and among equals as the manual prefers them. */
  readonly ways: ReadonlyArray<Way>
  readonly blocked: ReadonlyArray<{ readonly method: Method; readonly why: RefusalView | "level-too-low" }>
}

const personInHand = (documentType: string): ReadonlyArray<InHand> =>
  VerificationChannel.channelsFor({ type: documentType, number: "" }).map((channel) =>
    channel === "id-card" ? "id-card" : "personal-bank-card-and-reserved-mobile"
  )

/** What each step of a journey asks for; the representative's document type is not known before the first step. */
const stepOf = (account: Account, step: string): PlannedStep => {
  switch (step) {
    case "card":
      return { step, rules: ["R-40", "R-41"], anyOf: ["enterprise-card-and-pin"] }
    case "enterprise":
      return { step, rules: ["R-53", "R-54"], anyOf: ["legal-representative-document"] }
    case "legal-representative":
      return { step, rules: ["R-52", "R-60"], anyOf: ["id-card", "personal-bank-card-and-reserved-mobile"] }
    case "bank":
      return { step, rules: ["R-66", "R-67"], anyOf: ["enterprise-bank-ukey"] }
    default:
      return { step, rules: ["R-52", "R-64"], anyOf: personInHand(account.holder.document.type) }
  }
}

/** What comes before any certification: unlock, change the initial password, mend what is missing. */
const beforehand = (account: Account, policy: Policy, today: string, now: number): ReadonlyArray<PlannedStep> => {
  const problems = ProfileCompleteness.problems(account, policy, today)
  const fieldsOf = (about: "enterprise" | "holder") =>
    problems.filter((problem) => problem.about === about).map((problem) => problem.field)
  const steps: Array<PlannedStep> = []
  if (isLocked(account, now)) steps.push({ step: "unlock", rules: ["R-05"] })
  if (account.password?.mustChange === true) steps.push({ step: "change-password", rules: ["R-79"] })
  const enterprise = fieldsOf("enterprise")
  if (enterprise.length > 0) steps.push({ step: "edit-enterprise", rules: ["R-07", "R-14"], fields: enterprise })
  const holder = fieldsOf("holder")
  if (holder.length > 0) steps.push({ step: "edit-holder", rules: ["R-07", "R-24"], fields: holder })
  return steps
}

/** The steps of one journey that are still to do, from where an open one stands. */
const journeySteps = (account: Account, method: Method, now: number): ReadonlyArray<PlannedStep> => {
  const rows = stepsOf(method).filter((row) => row.step !== "done")
  const journey = account.journey
  const here = journey !== undefined && journey.expiresAt > now && methodOf(journey.state) === method
  const from = here ? rows.findIndex((row) => row.step === stepAt(journey.state)) : 0
  const holderStands = method === "bank-ukey" && account.certification.holder.state === "valid"
  return rows
    .slice(Math.max(from, 0))
    .filter((row) => !(holderStands && row.step === "account-holder"))
    .map((row) => stepOf(account, row.step))
}

/** The ways from an account as it is to a level. Pure: what a plan says is what the front door would let happen. */
export const planTo = (account: Account, to: SecurityLevel, policy: Policy, today: string, now: number): Plan => {
  const from = levelOf(account)
  if (rank(from) >= rank(to)) return { from, to, reached: true, ways: [], blocked: [] }
  const first = beforehand(account, policy, today, now)
  const ways: Array<Omit<Way, "shortest">> = []
  const blocked: Array<Plan["blocked"][number]> = []
  for (const method of MethodPreference.recommended()) {
    const level = GrantedLevel.levelFor(method, policy)
    if (rank(level) < rank(to)) {
      blocked.push({ method, why: "level-too-low" })
      continue
    }
    const scope = CertificationScope.check(account, method, policy)
    if (Either.isLeft(scope)) blocked.push({ method, why: refusalView(scope.left) })
    else ways.push({ method, level, steps: [...first, ...journeySteps(account, method, now)] })
  }
  const least = Math.min(...ways.map((way) => way.steps.length))
  return {
    from,
    to,
    reached: false,
    ways: ways
      .map((way) => ({ ...way, shortest: way.steps.length === least }))
      .sort((a, b) => a.steps.length - b.steps.length),
    blocked
  }
}

/** Every shortest way to a level: its steps, what to have in hand, and what is blocked and why. */
export const PlanTo = aboutAccount({
  name: "PlanTo",
  may: holderOrStaff,
  input: Schema.Struct({ level: SecurityLevel }),
  run: ({ subject, policy, today, now }, { level }) =>
    Effect.succeed(planTo(subject.account, level, policy, today, now))
})

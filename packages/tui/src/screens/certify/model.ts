import type { AccountView, Method, Policy, QueryResultOf, RefusalView, SecurityLevel } from "@single-window/core"
import { type AccountRoute, type ActingState, actingForm } from "../acting/model.js"

type Plan = QueryResultOf<"PlanTo">

export interface Found {
  readonly details: AccountView
  readonly completeness: QueryResultOf<"Completeness">
  readonly policy: Policy
  /** Ways to every level above the present one, the plan for the lowest first. */
  readonly plans: ReadonlyArray<Plan>
}

export interface CertifyState {
  readonly acting: ActingState
  readonly at: number
  readonly found?: Found
}

export const initial = (route: AccountRoute): CertifyState => ({ acting: actingForm(route), at: 0 })

export type Mark = "passed" | "open" | "not" | "blocked"

/** One method as it stands for this account. */
export interface Choice {
  readonly method: Method
  readonly level: SecurityLevel
  readonly mark: Mark
  readonly way?: Plan["ways"][number] | undefined
  readonly why?: RefusalView | "level-too-low" | undefined
}

/** The levels that a plan is asked for: what lies above the present one. */
export const levelsAbove = (level: SecurityLevel): ReadonlyArray<SecurityLevel> => {
  const all: ReadonlyArray<SecurityLevel> = ["low", "medium", "high"]
  return all.slice(all.indexOf(level) + 1)
}

/** The three methods in the manual's recommended order, each with its mark. */
export const choices = ({ details, completeness, policy, plans }: Found): ReadonlyArray<Choice> =>
  completeness.methods.map((method) => {
    const way = plans.flatMap(({ ways }) => ways).find((one) => one.method === method)
    const whys = plans.flatMap(({ blocked }) => blocked).filter((one) => one.method === method)
    // What the rules say comes before a level that would not be enough for somebody who wants more.
    const why = way === undefined ? (whys.find((one) => one.why !== "level-too-low") ?? whys[0])?.why : undefined
    const passed = details.certification.methods.includes(method)
    const mark: Mark =
      details.journey?.method === method ? "open" : passed ? "passed" : way === undefined ? "blocked" : "not"
    return { method, level: policy.certification.levels[method], mark, way, why }
  })

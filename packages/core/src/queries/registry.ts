import { AccountDetails } from "./AccountDetails.js"
import { Completeness } from "./Completeness.js"
import { EnterpriseHistory } from "./EnterpriseHistory.js"
import { Explain } from "./Explain.js"
import { FindAccounts } from "./FindAccounts.js"
import { History } from "./History.js"
import { ListOperators } from "./ListOperators.js"
import { PlanTo } from "./PlanTo.js"

/** The one list of what can be asked of the front door. */
export const queries = {
  AccountDetails,
  Completeness,
  EnterpriseHistory,
  Explain,
  FindAccounts,
  History,
  ListOperators,
  PlanTo
} as const

export type Queries = typeof queries
export type QueryName = keyof Queries
export const queryNames = Object.keys(queries) as ReadonlyArray<QueryName>

export type QueryInputOf<N extends QueryName> = Queries[N]["input"]["Type"]
export type QueryResultOf<N extends QueryName> =
  ReturnType<Queries[N]["run"]> extends import("effect/Effect").Effect<infer R, unknown, unknown> ? R : never

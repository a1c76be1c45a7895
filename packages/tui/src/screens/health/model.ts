import { atTop, type ListState } from "../../form/List.js"
import type { Check } from "../../outside/checks.js"

export interface HealthState {
  readonly list: ListState
  readonly checks: ReadonlyArray<Check>
  /** When it was looked (epoch milliseconds). */
  readonly at?: number
}

export const initial: HealthState = { list: atTop, checks: [] }

export const counted = (checks: ReadonlyArray<Check>) => ({
  failed: checks.filter(({ status }) => status === "failed").length,
  warned: checks.filter(({ status }) => status === "warning").length
})

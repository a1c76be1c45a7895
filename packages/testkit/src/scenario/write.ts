import { stringify } from "yaml"
import type { Setting } from "./Scenario.js"
import type { Step } from "./steps.js"

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0

/** A scenario as a file. */
export const write = (setting: Partial<Setting> & { readonly title: string }, steps: ReadonlyArray<Step>): string => {
  const heading = Object.entries(setting).filter(([, value]) => !isEmpty(value))
  return stringify({ ...Object.fromEntries(heading), steps }, { lineWidth: 0, aliasDuplicateObjects: false })
}

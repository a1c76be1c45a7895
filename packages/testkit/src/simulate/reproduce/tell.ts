import type { Step } from "../../scenario/steps.js"
import type { Item, Plan, Start } from "./Plan.js"

const usesCard: ReadonlySet<string> = new Set(["PresentCard", "BindCard", "LogInWithCard"])

const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000

/** A span of time as ISO 8601 has it, such as P1DT2H. */
export const duration = (millis: number): string => {
  const days = Math.floor(millis / DAY)
  const hours = Math.floor((millis % DAY) / HOUR)
  const minutes = Math.floor((millis % HOUR) / MINUTE)
  const seconds = (millis % MINUTE) / 1000
  const time = [hours > 0 && `${hours}H`, minutes > 0 && `${minutes}M`, seconds > 0 && `${seconds}S`]
    .filter((part) => part !== false)
    .join("")
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`
}

const importOf = (starts: ReadonlyArray<Start>): ReadonlyArray<Step> => {
  const rows = starts.flatMap((start) => ("row" in start ? [start.row] : []))
  return rows.length === 0 ? [] : [{ do: "ImportMigratedAccounts", as: "system:import", with: { rows } }]
}

/** The card in the reader before this command, where it looks at one. */
const cardSteps = ({ step, card }: Item, inserted: string | undefined): ReadonlyArray<Step> => {
  if (!usesCard.has(step.do) || card === inserted) return []
  return [card === undefined ? { remove: true } : { insert: card }]
}

/**
 * The steps of a scenario, one at a time: `now` is asked when a step comes up, since some take their time. What has been told is
 * also written to `told`.
 */
export function* tell(plan: Plan, now: () => number, told: Array<Step> = []): Generator<Step> {
  function* say(steps: ReadonlyArray<Step>): Generator<Step> {
    for (const step of steps) {
      told.push(step)
      yield step
    }
  }
  yield* say(importOf(plan.starts))
  let inserted: string | undefined
  for (const item of plan.items) {
    const ahead = item.at - now()
    if (ahead > 0) yield* say([{ advance: duration(ahead) }])
    yield* say(cardSteps(item, inserted))
    if (usesCard.has(item.step.do)) inserted = item.card
    yield* say(item.faults.map((fault) => ({ fault })))
    yield* say([item.step])
  }
}

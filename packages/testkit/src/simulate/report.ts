import {
  type CommandName,
  commandNames,
  defaultPolicy,
  type RefusalTag,
  type StoreUnavailable
} from "@single-window/core"
import * as Effect from "effect/Effect"
import type { InvariantId, Violation } from "../invariants/Invariant.js"
import { invariantIds } from "../invariants/Invariant.js"
import { type Funnel, funnelOf, ranked } from "./funnel.js"
import type { Ending, Logged } from "./Log.js"
import type { Who } from "./life/Visit.js"
import { reproduce } from "./reproduce/reproduce.js"
import type { Lived, Options } from "./simulate.js"

/** Commands of one kind by how they ended. */
export interface Outcomes {
  readonly done: number
  readonly refused: number
  /** The sender left before the answer. */
  readonly unheard: number
}

/** A command of the story of a violation. No fields: they may be somebody's. */
export interface LastCommand {
  readonly at: string
  readonly as: string
  readonly do: CommandName
  readonly ending: Ending
}

export interface Found extends Violation {
  readonly lastCommands: ReadonlyArray<LastCommand>
  /** A scenario file that leads there; absent when none was found. */
  readonly scenario?: string
}

/** What a simulation has to say. The same options give the same report. */
export interface Report extends Funnel {
  readonly seed: string
  readonly accounts: number
  readonly days: number
  readonly faults: string
  readonly defect?: string
  readonly daysLived: number
  readonly commands: number
  readonly events: number
  /** Rows that were not imported, by class. */
  readonly leftOut: Readonly<Record<string, number>>
  readonly outcomes: Readonly<Partial<Record<CommandName, Outcomes>>>
  /** The most frequent first. */
  readonly refusals: ReadonlyArray<{ readonly tag: RefusalTag; readonly count: number }>
  readonly invariants: ReadonlyArray<InvariantId>
  readonly holds: boolean
  /** How many violations there were when the run stopped, and the first of them. */
  readonly violations: number
  readonly found?: Found
}

const outcomesOf = (log: ReadonlyArray<Logged>): Report["outcomes"] => {
  const all = new Map<CommandName, { done: number; refused: number; unheard: number }>()
  for (const { deed, ending } of log) {
    const outcomes = all.get(deed.do) ?? { done: 0, refused: 0, unheard: 0 }
    all.set(deed.do, outcomes)
    if (ending === "done") outcomes.done++
    else if (ending === "unheard" || ending === "defect") outcomes.unheard++
    else outcomes.refused++
  }
  return Object.fromEntries(commandNames.flatMap((name) => (all.has(name) ? [[name, all.get(name)]] : [])))
}

const refusalsIn = (log: ReadonlyArray<Logged>): Report["refusals"] => {
  const counts = new Map<RefusalTag, number>()
  for (const { ending } of log)
    if (ending !== "done" && ending !== "unheard" && ending !== "defect")
      counts.set(ending, (counts.get(ending) ?? 0) + 1)
  return ranked(counts).map(([tag, count]) => ({ tag, count }))
}

const nameOf = (who: Who): string => {
  switch (who.kind) {
    case "user":
      return who.user.username
    case "staff":
      return `staff:${who.name}/${who.role}`
    case "card":
      return `card:${who.card}`
    case "system":
      return `system:${who.name}`
    case "anonymous":
      return "anonymous"
  }
}

const LAST = 12

const lastCommands = ({ log }: Lived, { account }: Violation): ReadonlyArray<LastCommand> =>
  log
    .filter((logged) => logged.account === account || logged.wrote.includes(account))
    .slice(-LAST)
    .map(({ at, deed, ending }) => ({ at: new Date(at).toISOString(), as: nameOf(deed.as), do: deed.do, ending }))

const foundIn = (lived: Lived) =>
  Effect.gen(function* () {
    const [first] = lived.violations
    if (first === undefined) return undefined
    const told = yield* reproduce(lived, first)
    return {
      ...first,
      lastCommands: lastCommands(lived, first),
      ...(told === undefined ? {} : { scenario: told.scenario })
    } satisfies Found
  })

/** What a run has to say, the story of the first violation included. */
export const reportOf = (lived: Lived): Effect.Effect<Report, StoreUnavailable> =>
  Effect.gen(function* () {
    const { options, log, leftOut, violations } = lived
    const { seed, accounts, days, faults, defect }: Options = options
    const found = yield* foundIn(lived)
    return {
      seed,
      accounts,
      days,
      faults,
      ...(defect === undefined ? {} : { defect }),
      daysLived: lived.daysLived,
      commands: log.length,
      events: lived.events,
      leftOut: Object.fromEntries(ranked(leftOut)),
      ...funnelOf(lived, defaultPolicy),
      outcomes: outcomesOf(log),
      refusals: refusalsIn(log),
      invariants: invariantIds,
      holds: violations.length === 0,
      violations: violations.length,
      ...(found === undefined ? {} : { found })
    }
  })

import {
  type QueryResultOf,
  type RefusalTag,
  type RuleId,
  ruleIds,
  SingleWindow,
  type StoreUnavailable
} from "@single-window/core"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import { actorName } from "./actorName.js"
import { judge } from "./judge.js"
import { type NotStored, type OpenOptions, open, type Session } from "./open.js"
import { type Read, read } from "./read.js"
import { ScenarioInvalid } from "./ScenarioInvalid.js"
import { type Outcome, systemActor } from "./Session.js"
import { refusalTags, type Step } from "./steps.js"
import { titleOf } from "./titleOf.js"

/** A step that went otherwise than the file says. */
export interface Failure {
  /** Counts from 1. */
  readonly step: number
  readonly line: number
  readonly what: string
  readonly expected: unknown
  readonly actual: unknown
  /** The sentence of the refusal that came, for those who do not read its `message`. */
  readonly english?: string
  /** What had happened to the account by then, oldest first, without personal data. */
  readonly history?: QueryResultOf<"History">
}

export interface ScenarioReport {
  readonly file: string
  readonly title: string
  readonly passed: boolean
  readonly steps: number
  readonly failures: ReadonlyArray<Failure>
  /** What the scenario shows: rules named by it or behind its refusals, and every tag that it met. */
  readonly reached: { readonly rules: ReadonlyArray<RuleId>; readonly refusals: ReadonlyArray<RefusalTag> }
}

/** The account that a step is about, if its name can be told. */
const accountOf = (step: Step): string | undefined => {
  if ("account" in step) return step.account
  if ("next" in step) return step.next
  if (!("do" in step)) return undefined
  const named = step.with?.account ?? step.with?.username
  if (step.on !== undefined || typeof named === "string") return step.on ?? (named as string)
  const actor = actorName(step.as)
  return actor.kind === "user" ? actor.username : undefined
}

const historyOf = (session: Session, username: string | undefined) =>
  username === undefined
    ? Effect.succeed(undefined)
    : session
        .look(Effect.flatMap(SingleWindow, (door) => door.ask(systemActor, "History", {}, { account: username })))
        .pipe(Effect.orElseSucceed(() => undefined))

/** Does a step and says what came of it, a defect included. */
const outcomeOf = (
  session: Session,
  step: Step
): Effect.Effect<Outcome | { readonly kind: "failed"; readonly why: string }> =>
  session.perform(step).pipe(
    Effect.catchAll(({ why }) => Effect.succeed({ kind: "failed" as const, why })),
    Effect.catchAllCause((cause) => {
      const [first] = Cause.prettyErrors(cause)
      return Effect.succeed({ kind: "failed" as const, why: first?.message ?? "defect" })
    })
  )

/** Runs what was read, every step of it, and reports. */
export const runRead = (
  { scenario, source }: Read,
  file: string,
  options: OpenOptions = {}
): Effect.Effect<ScenarioReport, ScenarioInvalid | StoreUnavailable> =>
  Effect.gen(function* () {
    const session = yield* open(scenario, options).pipe(
      Effect.catchTags({
        NotStored: ({ index, why }: NotStored) =>
          Effect.fail(
            new ScenarioInvalid({
              file,
              problems: [
                {
                  ...source.place(["accounts", index]),
                  path: `accounts.${index}`,
                  kind: "contradiction",
                  what: `${scenario.accounts[index]?.username}: ${why}`
                }
              ]
            })
          ),
        WorldInvalid: (error) => Effect.die(error)
      })
    )
    const failures: Array<Failure> = []
    const rules = new Set<RuleId>(scenario.rules)
    const refusals = new Set<RefusalTag>()
    for (const [index, step] of scenario.steps.entries()) {
      const outcome = yield* outcomeOf(session, step)
      if (outcome.kind === "refused") {
        refusals.add(outcome.refusal.tag)
        for (const rule of outcome.refusal.rules) rules.add(rule)
      }
      const verdict = judge(step, outcome)
      if (verdict === undefined) continue
      const history = yield* historyOf(session, accountOf(step))
      failures.push({
        step: index + 1,
        line: source.place(["steps", index]).line,
        what: titleOf(step),
        ...verdict,
        ...(outcome.kind === "refused" ? { english: outcome.english } : {}),
        ...(history === undefined ? {} : { history })
      })
    }
    return {
      file,
      title: scenario.title,
      passed: failures.length === 0,
      steps: scenario.steps.length,
      failures,
      reached: {
        rules: ruleIds.filter((rule) => rules.has(rule)),
        refusals: refusalTags.filter((tag) => refusals.has(tag))
      }
    }
  }).pipe(Effect.scoped)

/**
 * Runs a scenario file on a fresh world in memory, with its own clock and seeded randomness: the same file, the same bytes.
 * A file with a mistake in it fails before anything runs.
 */
export const run = (
  text: string,
  file: string,
  options: OpenOptions = {}
): Effect.Effect<ScenarioReport, ScenarioInvalid | StoreUnavailable> =>
  Effect.gen(function* () {
    return yield* runRead(yield* read(text, file), file, options)
  })

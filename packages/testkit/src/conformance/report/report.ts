import * as Cause from "effect/Cause"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as TestContext from "effect/TestContext"
import type { Case } from "../cases/Case.js"
import { Violation } from "../cases/Violation.js"
import { declared, type ExpectedFailure, inForce } from "./ExpectedFailures.js"
import type { Suite } from "./suites.js"

/** How a layer stands to one case. */
export type Outcome = "kept" | "broken" | "expected-failure" | "unexpectedly-kept" | "skipped"

export interface CaseReport {
  readonly name: string
  readonly must: "MUST" | "MUST NOT"
  readonly outcome: Outcome
  /** What was seen, why the gap is known, or what it would take to run the case. */
  readonly detail?: string
}

/** What a layer can do, one case of the port after another. */
export interface Report {
  readonly port: string
  /** The name it was given. */
  readonly layer: string
  readonly cases: ReadonlyArray<CaseReport>
}

export interface ReportOptions {
  /** Run on the real clock, for layers that wait for a network or a device; when left out, as the suite needs it. */
  readonly live?: boolean
  /** How long a case may take before it counts as broken; 30 seconds when left out. */
  readonly timeout?: Duration.DurationInput
  readonly expected?: ReadonlyArray<ExpectedFailure>
  /** YYYY-MM-DD, for the last days of known gaps; the machine's day when left out. */
  readonly today?: string
}

const most = 400

/** One line, and no more of it than a reader can take in. */
const brief = (text: string): string => {
  const [first = ""] = text.split("\n")
  const [, port] = /Service not found: @single-window\/core\/(\w+)/.exec(first) ?? []
  const line = port === undefined ? first : `Error: the layer gives no ${port}`
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** What the layer did, or how it broke under the question. */
const seen = (cause: Cause.Cause<unknown>): string =>
  brief(
    Option.match(Cause.failureOption(cause), {
      onNone: () => Cause.pretty(cause),
      onSome: (error) => (error instanceof Violation ? error.saw : Cause.pretty(cause))
    })
  )

const mustOf = (name: Case<unknown>["name"]): CaseReport["must"] => (name.startsWith("MUST NOT ") ? "MUST NOT" : "MUST")

const judge = (
  port: string,
  name: Case<unknown>["name"],
  exit: Exit.Exit<void, unknown>,
  expected: ReadonlyArray<ExpectedFailure>,
  today: string
): CaseReport => {
  const must = mustOf(name)
  const gap = declared(expected, port, name)
  if (Exit.isSuccess(exit)) {
    return gap === undefined
      ? { name, must, outcome: "kept" }
      : { name, must, outcome: "unexpectedly-kept", detail: gap.reason }
  }
  const saw = seen(exit.cause)
  if (gap === undefined) return { name, must, outcome: "broken", detail: saw }
  return inForce(expected, port, name, today) === undefined
    ? { name, must, outcome: "broken", detail: `${gap.reason} (until ${gap.until}); ${saw}` }
    : { name, must, outcome: "expected-failure", detail: `${gap.reason}; ${saw}` }
}

/**
 * Runs the cases of some ports on a layer, built anew for each case, and says how it stands to every one of them. It never
 * fails: a layer that cannot be built, dies or hangs has broken its case.
 */
export const report = <R, E>(
  name: string,
  layer: Layer.Layer<R, E>,
  suites: ReadonlyArray<Suite<R>>,
  options: ReportOptions = {}
): Effect.Effect<ReadonlyArray<Report>> => {
  const { expected = [], timeout = "30 seconds" } = options
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const run = (one: Case<R>, live: boolean) => {
    const provided = Effect.provide(one.run, layer)
    return (live ? provided : Effect.provide(provided, TestContext.TestContext)).pipe(
      // Also one that cannot be interrupted is not waited for.
      Effect.disconnect,
      Effect.timeoutFail({ duration: timeout, onTimeout: () => new Violation({ saw: "it took too long" }) }),
      Effect.exit
    )
  }
  return Effect.forEach(suites, ({ cases, live = false, port, skipped }) =>
    Effect.map(
      Effect.forEach(cases, (one) =>
        Effect.map(run(one, options.live ?? live), (exit) => judge(port, one.name, exit, expected, today))
      ),
      (judged): Report => ({
        port,
        layer: name,
        cases: [
          ...judged,
          ...skipped.map(
            ({ name, needs }): CaseReport => ({ name, must: mustOf(name), outcome: "skipped", detail: needs })
          )
        ]
      })
    )
  )
}

/** Whether nothing is broken, and nothing is kept that was said to be broken. */
export const passed = (reports: ReadonlyArray<Report>): boolean =>
  reports.every(({ cases }) => cases.every(({ outcome }) => outcome !== "broken" && outcome !== "unexpectedly-kept"))

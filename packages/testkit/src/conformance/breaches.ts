import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type { Case } from "./cases/Case.js"
import { Violation } from "./cases/Violation.js"

export interface Breach {
  /** The name of the case. */
  readonly of: string
  /** Whether the layer was seen to do wrong, or broke under the question. */
  readonly by: "violation" | "failure"
  readonly why: string
}

const breach = (of: string, cause: Cause.Cause<unknown>): Breach => ({
  of,
  by: Option.exists(Cause.failureOption(cause), (error) => error instanceof Violation) ? "violation" : "failure",
  why: Cause.pretty(cause)
})

/** The cases that a layer fails, as data: for proving that a suite can fail. */
export const breaches = <R, E>(
  layer: Layer.Layer<R, E>,
  cases: ReadonlyArray<Case<R>>
): Effect.Effect<ReadonlyArray<Breach>> =>
  Effect.map(
    Effect.forEach(cases, ({ name, run }) =>
      Effect.map(Effect.exit(Effect.provide(run, layer)), (exit) =>
        Exit.isSuccess(exit) ? [] : [breach(name, exit.cause)]
      )
    ),
    (found) => found.flat()
  )

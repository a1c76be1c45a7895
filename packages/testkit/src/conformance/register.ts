import { describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Case } from "./cases/Case.js"
import { expect } from "./cases/Violation.js"
import { type ExpectedFailure, inForce } from "./report/ExpectedFailures.js"

export interface SuiteOptions {
  /** Run on the real clock, for layers that wait for a network or a device. */
  readonly live?: boolean
  /** Milliseconds for each case. */
  readonly timeout?: number
  /** Known gaps: such a case passes while it fails, and fails once it is kept. */
  readonly expected?: ReadonlyArray<ExpectedFailure>
}

const today = () => new Date().toISOString().slice(0, 10)

/** Turns a case around: a known gap must be seen, and is out of the list once it is mended. */
export const mustFail = <R>(run: Effect.Effect<void, unknown, R>, { reason }: ExpectedFailure) =>
  Effect.flatMap(Effect.exit(run), ({ _tag }) =>
    expect(
      _tag === "Failure",
      `kept, although it is declared as an expected failure (${reason}): take it out of the list`
    )
  )

/** Registers each case as a test of its own, on a layer built anew. */
export const register = <R, E>(
  port: string,
  name: string,
  layer: Layer.Layer<R, E>,
  cases: ReadonlyArray<Case<R>>,
  options: SuiteOptions = {}
): void => {
  describe(`${port} conformance: ${name}`, () => {
    for (const one of cases) {
      const run = Effect.provide(one.run, layer)
      const gap = inForce(options.expected ?? [], port, one.name, today())
      const test = () => (gap === undefined ? run : mustFail(run, gap))
      if (options.live === true) it.live(one.name, test, options.timeout)
      else it.effect(one.name, test, options.timeout)
    }
  })
}

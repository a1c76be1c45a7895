import { describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Case } from "./Case.js"

export interface SuiteOptions {
  /** Run on the real clock, for layers that wait for a network or a device. */
  readonly live?: boolean
  /** Milliseconds for each case. */
  readonly timeout?: number
}

/** Registers each case as a test of its own, on a layer built anew. */
export const register = <R, E>(
  title: string,
  layer: Layer.Layer<R, E>,
  cases: ReadonlyArray<Case<R>>,
  options: SuiteOptions = {}
): void => {
  describe(title, () => {
    for (const { name, run } of cases) {
      const test = () => Effect.provide(run, layer)
      if (options.live === true) it.live(name, test, options.timeout)
      else it.effect(name, test, options.timeout)
    }
  })
}

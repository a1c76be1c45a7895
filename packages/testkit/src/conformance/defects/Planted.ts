import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as TestContext from "effect/TestContext"
import { type Breach, breaches } from "../breaches.js"
import type { Case } from "../cases/Case.js"
import type { Port } from "../report/suites.js"

export interface Says {
  readonly zh: string
  readonly en: string
}

export const says = (zh: string, en: string): Says => ({ zh, en })

/** A layer with a defect on purpose, and the cases that must notice. */
export interface Plant<R> {
  readonly defect: Says
  readonly caughtBy: ReadonlyArray<string>
  readonly layer: Layer.Layer<R>
  /** The defect is that the layer breaks; any other is seen by what the layer says. */
  readonly breaks?: true
}

/** A planted defect, ready to be looked for. */
export interface Defect {
  readonly defect: Says
  readonly caughtBy: ReadonlyArray<string>
  readonly by: Breach["by"]
  /** Runs the cases that must notice; those that did. */
  readonly hunt: Effect.Effect<ReadonlyArray<Breach>>
}

/** The defects of one suite. */
export interface DefectsOf {
  readonly suite: Port
  readonly cases: ReadonlyArray<string>
  readonly defects: ReadonlyArray<Defect>
}

/** Defects of layers that keep the time by a test clock, or on the real one. */
export const planted = <R>(
  suite: Port,
  cases: ReadonlyArray<Case<R>>,
  plants: ReadonlyArray<Plant<R>>,
  clock: "test" | "real" = "test"
): DefectsOf => ({
  suite,
  cases: cases.map(({ name }) => name),
  defects: plants.map(({ breaks, caughtBy, defect, layer }) => {
    const hunt = breaches(
      layer,
      cases.filter(({ name }) => caughtBy.includes(name))
    )
    return {
      defect,
      caughtBy,
      by: breaks === true ? "failure" : "violation",
      hunt: clock === "test" ? Effect.provide(hunt, TestContext.TestContext) : hunt
    }
  })
})

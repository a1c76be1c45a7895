import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { breaches, type Case } from "../../src/conformance/index.js"
import { personasWorld } from "../../src/personas/index.js"
import * as World from "../../src/world/index.js"

/** A layer with a defect on purpose, and the case that must notice. */
export interface Planted<R> {
  readonly defect: string
  readonly caughtBy: string
  readonly layer: Layer.Layer<R>
  /** The defect is that the layer breaks; any other is seen by what the layer says. */
  readonly breaks?: true
}

type Outside = World.Ports | World.WorldRuntime

const world = World.layer(personasWorld, { lateBy: "30 seconds" })

/** The mock world with one port replaced by a spoiled version of itself. */
export const spoiled = <Port, Service>(
  port: Context.Tag<Port, Service>,
  spoil: (good: Service) => Service
): Layer.Layer<Outside> =>
  Layer.map(world, (context) => {
    const outside = context as Context.Context<Outside | Port>
    return Context.add(outside, port, spoil(Context.get(outside, port))) as Context.Context<Outside>
  })

/** Each planted defect is caught by its case, and each case catches at least one. */
export const provesItCanFail = <R>(
  port: string,
  cases: ReadonlyArray<Case<R>>,
  planted: ReadonlyArray<Planted<R>>
): void => {
  describe(`${port}: planted defect -> case that catches it`, () => {
    for (const { breaks, caughtBy, defect, layer } of planted) {
      it.effect(`${defect} -> ${caughtBy}`, () =>
        Effect.gen(function* () {
          const named = cases.filter(({ name }) => name === caughtBy)
          assert.strictEqual(named.length, 1, `no case "${caughtBy}"`)
          const [breach] = yield* breaches(layer, named)
          assert.strictEqual(breach?.by, breaks === true ? "failure" : "violation", breach?.why)
        })
      )
    }

    it("every case has caught something", () => {
      const caught = planted.map(({ caughtBy }) => caughtBy)
      assert.deepStrictEqual(
        cases.map(({ name }) => name).filter((name) => !caught.includes(name)),
        []
      )
    })
  })
}

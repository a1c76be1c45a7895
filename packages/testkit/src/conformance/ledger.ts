import type { Ledger } from "@single-window/core"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { casesWith } from "./cases/ledger.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/ledger.js"

/**
 * The conformance suite of the `Ledger` port. `layer` gives a new, empty ledger each time it is built; a ledger that outlives
 * its process also gives `place`: somewhere new, and a layer that opens what is there.
 */
export const suite = <E, E2 = never>(
  name: string,
  layer: Layer.Layer<Ledger, E>,
  place?: Effect.Effect<Layer.Layer<Ledger, E2>, never, Scope.Scope>,
  options?: SuiteOptions
): void =>
  register("Ledger", name, Layer.fresh(layer), casesWith(place === undefined ? {} : { place }), {
    live: true,
    ...options
  })

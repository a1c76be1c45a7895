import { createRequire } from "node:module"
import { type PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"

const require = createRequire(import.meta.url)

/** An optional package of the older kind is looked for when a layer is made, and loaded with the first question. */
export const optionalPackage = <Module>(
  port: PortName,
  name: string
): Effect.Effect<Effect.Effect<Module>, Unavailable> =>
  Effect.try({
    try: () => require.resolve(name),
    catch: () =>
      new Unavailable({
        port,
        detail: `the optional package ${name} is missing: install it beside @single-window/adapters`
      })
  }).pipe(Effect.zipRight(Effect.cached(Effect.sync((): Module => require(name)))))

import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import { personasWorld } from "../../personas/index.js"
import * as World from "../../world/index.js"

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

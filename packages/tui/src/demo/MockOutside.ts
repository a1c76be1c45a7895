import type { World } from "@single-window/testkit"
import type * as Context from "effect/Context"

/** The mock world at work, and what steers it. */
export interface MockOutside {
  readonly runtime: Context.Tag.Service<World.WorldRuntime>
  readonly state: Context.Tag.Service<World.WorldState>
}

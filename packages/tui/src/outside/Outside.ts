import type { World } from "@single-window/testkit"
import * as Context from "effect/Context"

/** The mock world at work, where one answers. */
export interface MockOutside {
  readonly runtime: Context.Tag.Service<World.WorldRuntime>
  readonly state: Context.Tag.Service<World.WorldState>
}

/** Who answers for the outside: verifiers that a host configured, of which there are none yet, or a mock world. */
export class Outside extends Context.Tag("@single-window/tui/Outside")<
  Outside,
  { readonly mock: MockOutside | undefined }
>() {}

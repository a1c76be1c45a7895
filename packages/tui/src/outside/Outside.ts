import type { PortName } from "@single-window/core"
import * as Context from "effect/Context"
import type { MockOutside } from "../demo/MockOutside.js"

/** Who answers for the outside: verifiers that a host configured, or a mock world. */
export class Outside extends Context.Tag("@single-window/tui/Outside")<
  Outside,
  {
    readonly mock: MockOutside | undefined
    /** The ports for which the host configured somebody. */
    readonly configured: ReadonlySet<PortName>
    /** Where banks send people back to, if any are configured. */
    readonly returnUrl: string | undefined
  }
>() {}

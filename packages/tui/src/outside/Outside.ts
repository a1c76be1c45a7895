import * as Context from "effect/Context"
import type { MockOutside } from "../demo/MockOutside.js"

/** Who answers for the outside: verifiers that a host configured, of which there are none yet, or a mock world. */
export class Outside extends Context.Tag("@single-window/tui/Outside")<
  Outside,
  { readonly mock: MockOutside | undefined }
>() {}

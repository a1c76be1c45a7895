import type { Refusal } from "@single-window/core"
import * as Data from "effect/Data"

/** The command line was not written as it must be: exit code 2. */
export class Usage extends Data.TaggedClass("Usage")<{ readonly message: string; readonly refused?: Refusal }> {}

/** The front door refused, or could not ask: exit code 1 or 3. */
export class FrontDoorRefused extends Data.TaggedClass("FrontDoorRefused")<{
  readonly refusal: Refusal
  /** Whether the verifiers that could not be asked are none at all. */
  readonly unconfigured: boolean
}> {}

/** Everything was said already, and something was found to be wrong: exit code 1. */
export class FoundWrong extends Data.TaggedClass("FoundWrong")<{}> {}

/** What was to be read could be found but not used: exit code 1. */
export class NotUsable extends Data.TaggedClass("NotUsable")<{ readonly message: string }> {}

/** A store, a key or a verifier could not be asked: exit code 3. */
export class CouldNotAsk extends Data.TaggedClass("CouldNotAsk")<{ readonly message: string }> {}

/** How a sub-command can end other than well. */
export type Failed = Usage | FrontDoorRefused | FoundWrong | NotUsable | CouldNotAsk

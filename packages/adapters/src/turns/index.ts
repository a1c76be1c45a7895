import type { StoreUnavailable } from "@single-window/core"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import type * as Scope from "effect/Scope"

/** A piece of work that is ours until the scope ends: no other process does it meanwhile, on whichever machine. */
export interface Turn {
  /** Where whoever did it last had come to; 0 at first. */
  readonly position: number
  /** Notes where we have come to, if it is still our turn. */
  readonly keep: (position: number) => Effect.Effect<void, StoreUnavailable>
  /** Fails when it is no longer our turn, because the store could not be reached; it never succeeds. */
  readonly lost: Effect.Effect<never, StoreUnavailable>
}

/**
 * Who does a piece of background work. Everything else in a store may be done by any number of processes at once; delivering the
 * journal in order is for one of them at a time, and when that one dies another goes on from where it was.
 */
export class Turns extends Context.Tag("@single-window/adapters/Turns")<
  Turns,
  {
    /** Waits until it is our turn, asking now and then; every second unless said. */
    readonly take: (name: string, every?: Duration.DurationInput) => Effect.Effect<Turn, StoreUnavailable, Scope.Scope>
    /** None when somebody else has the turn now. */
    readonly tryTake: (name: string) => Effect.Effect<Option.Option<Turn>, StoreUnavailable, Scope.Scope>
  }
>() {}

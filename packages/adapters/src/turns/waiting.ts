import type { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { type Turn, Turns } from "./index.js"

/** Turns of an engine that can tell at once whether one is to be had. */
export const turnsBy = (
  tryTake: (name: string) => Effect.Effect<Option.Option<Turn>, StoreUnavailable, Scope.Scope>
): Turns["Type"] =>
  Turns.of({
    tryTake,
    take: (name, every = "1 second") => {
      const again: Effect.Effect<Turn, StoreUnavailable, Scope.Scope> = Effect.flatMap(
        tryTake(name),
        Option.match({ onNone: () => Effect.zipRight(Effect.sleep(every), again), onSome: Effect.succeed })
      )
      return again
    }
  })

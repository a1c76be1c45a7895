import { type Ledger, layerMemory, type StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Scope } from "effect/Scope"
import { type Everything, seed, singleWindow } from "../world/singleWindow.js"
import type { WorldInvalid } from "../world/World.js"
import { faulty, type StoreFaults } from "./faultyLedger.js"
import type { Setting } from "./Scenario.js"
import { type NotPossible, type Outcome, perform } from "./Session.js"
import type { Step } from "./steps.js"
import { type VirtualClock, virtualClock } from "./VirtualClock.js"
import { seedOf, worldOf } from "./worldOf.js"

export interface OpenOptions {
  /** Where accounts are kept; in memory unless said. */
  readonly ledger?: Layer.Layer<Ledger, StoreUnavailable>
  /** Same seed, same codes, tokens and serials. */
  readonly seed?: string
}

/** A single window on the world of a scenario, at the time when it begins. */
export interface Session {
  readonly clock: VirtualClock
  readonly perform: (step: Step) => Effect.Effect<Outcome, NotPossible>
  /** Looks at the store, the world or the front door, at the time of the scenario. */
  readonly look: <A, E>(effect: Effect.Effect<A, E, Everything | StoreFaults>) => Effect.Effect<A, E>
}

/** An account of the setting that cannot be in the store beside those before it. */
export interface NotStored {
  readonly _tag: "NotStored"
  readonly index: number
  readonly why: string
}

/** Puts up the world, the store with its accounts, and the front door. */
export const open = (
  setting: Setting,
  options: OpenOptions = {}
): Effect.Effect<Session, WorldInvalid | NotStored | StoreUnavailable, Scope> =>
  Effect.gen(function* () {
    const world = yield* worldOf(setting)
    const clock = virtualClock(Date.parse(setting.clock))
    const ledger = faulty(options.ledger ?? layerMemory)
    const whole = singleWindow(world, {
      policy: setting.policy,
      ledger,
      ...(options.seed === undefined ? {} : { seed: options.seed })
    })
    const context = yield* Effect.withClock(Layer.build(Layer.merge(whole, ledger)), clock)
    const look: Session["look"] = (effect) => effect.pipe(Effect.provide(context), Effect.withClock(clock))
    for (const [index, account] of setting.accounts.entries()) {
      const committed = yield* look(seed(seedOf(world, account)))
      if (committed._tag !== "Committed") {
        const why = committed._tag === "ClaimLost" ? `another account has the same ${committed.kind}` : committed._tag
        return yield* Effect.fail<NotStored>({ _tag: "NotStored", index, why })
      }
    }
    return { clock, look, perform: (step) => look(perform(step, clock.advance)) }
  })

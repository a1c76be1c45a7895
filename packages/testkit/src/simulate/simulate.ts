import { type Account, type Ledger, Store, type StoreUnavailable, type Vault } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Violation } from "../invariants/Invariant.js"
import { watch } from "../invariants/Watch.js"
import { Witness } from "../invariants/Witness.js"
import { virtualClock } from "../scenario/VirtualClock.js"
import type { FaultProfile } from "../world/fault.js"
import { assemble } from "./assemble.js"
import type { City } from "./City.js"
import type { DefectName } from "./defects.js"
import type { Logged } from "./Log.js"
import { begin, type Course, dayAfter, liveDay } from "./live.js"
import { type Beginning, populate } from "./population/populate.js"
import { START } from "./population/start.js"
import { seeded } from "./Random.js"
import { layer as tokenVault } from "./tokenVault.js"

export interface Options {
  readonly seed: string
  readonly accounts: number
  readonly days: number
  /** Trouble outside, all the time; `none` leaves only what people do themselves. */
  readonly faults: FaultProfile | "none"
  /** A mistake around the core, to see that it is found. */
  readonly defect?: DefectName | undefined
  /** Told after each day. */
  readonly onDay?: (day: number, commands: number) => Effect.Effect<void>
}

/** Everything that a run leaves behind. */
export interface Lived {
  readonly options: Options
  readonly city: City
  readonly beginnings: ReadonlyArray<Beginning>
  /** Rows that were not imported, by class. */
  readonly leftOut: ReadonlyMap<string, number>
  readonly log: ReadonlyArray<Logged>
  readonly accounts: ReadonlyMap<string, Account>
  readonly events: number
  readonly daysLived: number
  /** When it ended. */
  readonly now: number
  readonly violations: ReadonlyArray<Violation>
}

const live = (options: Options, course: Course, beginnings: ReadonlyArray<Beginning>) =>
  Effect.gen(function* () {
    // The eye has a store of its own, which no mistake stands in front of.
    const own = Store.layer.pipe(Layer.provide(Layer.succeedContext(yield* Effect.context<Ledger | Vault>())))
    const eye = yield* Effect.provide(watch(yield* Witness), own)
    const leftOut = yield* begin(course, beginnings)
    const { wrong, city, log } = course
    let found: ReadonlyArray<Violation> = yield* eye.check
    let day = 0
    for (; day < options.days && found.length === 0 && wrong.length === 0; day++) {
      city.day = day
      yield* liveDay(course, dayAfter(START, day))
      found = yield* eye.check
      if (options.onDay !== undefined) yield* options.onDay(day + 1, log.length)
    }
    if (found.length === 0) found = yield* eye.checkAll
    return {
      options,
      city,
      beginnings,
      leftOut,
      log,
      accounts: eye.accounts,
      events: eye.events(),
      daysLived: day,
      now: course.clock.unsafeCurrentTimeMillis(),
      violations: [...wrong, ...found]
    } satisfies Lived
  })

/** Lets a population live through its days, and checks every invariant after each. The same options, the same life. */
export const liveThrough = (options: Options): Effect.Effect<Lived, StoreUnavailable> =>
  Effect.suspend(() => {
    const random = seeded(`simulate|${options.seed}`)
    const { city, beginnings } = populate(random, options.accounts, options.days)
    const clock = virtualClock(START)
    const course: Course = { city, clock, mishaps: random.fork("mishaps"), log: [], wrong: [] }
    const assembled = assemble(city.world, {
      seed: options.seed,
      remember: 10,
      vault: tokenVault(options.seed),
      defect: options.defect,
      ...(options.faults === "none" ? {} : { profile: options.faults })
    })
    return Effect.gen(function* () {
      const context = yield* Layer.build(assembled)
      return yield* Effect.provide(live(options, course, beginnings), context)
    }).pipe(Effect.scoped, Effect.withClock(clock), Effect.withTracerEnabled(false))
  })

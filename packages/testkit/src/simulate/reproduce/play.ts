import {
  type CurrentPolicy,
  type Ledger,
  layerMemory,
  type RefusalTag,
  Store,
  type StoreUnavailable,
  type Vault
} from "@single-window/core"
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import type { Violation } from "../../invariants/Invariant.js"
import { type Watch, watch } from "../../invariants/Watch.js"
import { Witness } from "../../invariants/Witness.js"
import { actorName } from "../../scenario/actorName.js"
import { faulty } from "../../scenario/faultyLedger.js"
import type { Setting } from "../../scenario/Scenario.js"
import { perform } from "../../scenario/Session.js"
import type { DoStep, Step } from "../../scenario/steps.js"
import { virtualClock } from "../../scenario/VirtualClock.js"
import { seedOf, worldOf } from "../../scenario/worldOf.js"
import { seed } from "../../world/singleWindow.js"
import { WorldRuntime } from "../../world/WorldRuntime.js"
import { assembleOn } from "../assemble.js"
import type { DefectName } from "../defects.js"

/** What a story led to. */
export interface Played {
  readonly violations: ReadonlyArray<Violation>
  readonly eye: Watch
  readonly now: number
  /** The steps that were refused, and by what. */
  readonly refused: ReadonlyMap<Step, RefusalTag>
}

/** The account that a step acts on: the one that staff or an administrator name, or one's own. */
const accountIn = (step: DoStep) =>
  Effect.gen(function* () {
    const named = step.with?.account ?? step.with?.username
    const actor = actorName(step.as)
    const username = step.on ?? (typeof named === "string" ? named : actor.kind === "user" ? actor.username : undefined)
    if (username === undefined) return undefined
    return (yield* (yield* Store).byUsername(username))?.account.id
  })

/** The SMS code that a step gives back. */
const codeIn = (step: DoStep) =>
  Effect.gen(function* () {
    const code = step.with?.code
    if (code !== "$sms") return typeof code === "string" ? code : undefined
    return (yield* (yield* WorldRuntime).smsSent).at(-1)?.code
  })

/** A step whose refusal says that nothing was decided fails, so that a "no" in it need not have been counted. */
const decided = (step: DoStep, advance: (duration: Duration.Duration) => Effect.Effect<void>) =>
  Effect.flatMap(perform(step, advance), (outcome) => {
    const tag = outcome.kind === "refused" ? outcome.refusal.tag : undefined
    return tag === "Stale" || tag === "StoreUnavailable" ? Effect.fail({ _tag: tag } as const) : Effect.succeed(outcome)
  })

const defectIn = (cause: Cause.Cause<unknown>): string => {
  const defect = Cause.squash(cause)
  return defect instanceof Error ? defect.message : String(defect)
}

/** One step, with the witness by where it is a command; a defect in it is a violation. */
const doStep = (
  step: Step,
  account: string | undefined,
  advance: (by: Duration.Duration) => Effect.Effect<void>,
  refused: Map<Step, RefusalTag>
) =>
  Effect.gen(function* () {
    if (!("do" in step)) return yield* Effect.asVoid(Effect.ignore(perform(step, advance)))
    const witness = yield* Witness
    const subject = step.with?.subject
    const code = yield* codeIn(step)
    const { exit } = yield* witness.during(
      { account, subject: typeof subject === "string" ? subject : undefined, code },
      decided(step, advance)
    )
    if (exit._tag === "Success" && exit.value.kind === "refused") refused.set(step, exit.value.refusal.tag)
    if (exit._tag === "Success" || Cause.failureOption(exit.cause)._tag === "Some") return undefined
    const facts = { command: step.do, message: defectIn(exit.cause) }
    return { invariant: "I-0", account: account ?? "", username: "", what: "defect", facts } satisfies Violation
  })

/** The same store without the faults that a story plants in it: eyes see what is there. */
const behindFaults = (memory: Context.Context<Ledger>, context: Context.Context<Vault>) =>
  Effect.map(Layer.build(Layer.provide(Store.layer, Layer.succeedContext(Context.merge(context, memory)))), (store) =>
    Context.merge(memory, store)
  )

/** Does the steps one after another with a witness by, and checks every invariant at the end. */
export const play = (
  setting: Setting,
  steps: Iterable<Step> | ((now: () => number) => Iterable<Step>),
  defect: DefectName | undefined
): Effect.Effect<Played, StoreUnavailable> =>
  Effect.suspend(() => {
    const clock = virtualClock(Date.parse(setting.clock))
    const world = Either.getOrThrowWith(worldOf(setting), (error) => error)
    const all = typeof steps === "function" ? steps(() => clock.unsafeCurrentTimeMillis()) : steps
    return Effect.gen(function* () {
      const memory = yield* Layer.build(layerMemory)
      const ledger = faulty(Layer.succeedContext(memory))
      const context = yield* Layer.build(assembleOn(world, ledger, { policy: setting.policy, defect }))
      const clear = yield* behindFaults(memory, context)
      const seeing = <A, E>(look: Effect.Effect<A, E, Ledger | Store | Vault | CurrentPolicy>) =>
        Effect.provide(look, Context.merge(context, clear))
      const eye = yield* seeing(watch(Context.get(context, Witness)))
      const broken: Array<Violation> = []
      const refused = new Map<Step, RefusalTag>()
      for (const account of setting.accounts) yield* Effect.provide(seed(seedOf(world, account)), context)
      for (const step of all) {
        const account = "do" in step ? yield* seeing(accountIn(step)) : undefined
        const violation = yield* Effect.provide(doStep(step, account, clock.advance, refused), context)
        if (violation !== undefined) broken.push(violation)
      }
      const violations = [...broken, ...(yield* eye.checkAll)]
      return { violations, eye, now: clock.unsafeCurrentTimeMillis(), refused }
    }).pipe(Effect.scoped, Effect.withClock(clock), Effect.withTracerEnabled(false))
  })

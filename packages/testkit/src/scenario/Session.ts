import {
  type Account,
  Actor,
  accountView,
  FieldInvalid,
  type Refusal,
  type RefusalView,
  refusalSentence,
  refusalView,
  SingleWindow,
  Store,
  type StoreUnavailable
} from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type { BankReturnVariant } from "../world/bankVisit.js"
import type { FaultAnswer } from "../world/fault.js"
import { WorldRuntime } from "../world/WorldRuntime.js"
import { actorName, isStaffRole } from "./actorName.js"
import { StoreFaults } from "./faultyLedger.js"
import { filled, placeholders, placeholdersIn } from "./placeholders.js"
import type { DoStep, FaultStep, Step, StoreAnswer } from "./steps.js"

/** What came of a step: an answer, a refusal, or a state that was looked at. */
export type Outcome =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "refused"; readonly refusal: RefusalView & { readonly message: string }; readonly english: string }
  | { readonly kind: "seen"; readonly value: unknown }
  | { readonly kind: "nothing" }

/** The step could not even be tried: a placeholder stands for nothing yet. */
export class NotPossible extends Data.TaggedError("NotPossible")<{ readonly why: string }> {
  override get message() {
    return `the step could not be tried: ${this.why}`
  }
}

export const systemActor = Actor.System({ name: "scenario" })

/** A log-in with that card, inserted or not; what is in the reader stays there. */
const cardActor = (key: string) =>
  Effect.gen(function* () {
    const outside = yield* WorldRuntime
    const door = yield* SingleWindow
    const before = yield* outside.inserted
    yield* Effect.orDie(outside.insert(key))
    const back = before === undefined ? outside.remove : Effect.orDie(outside.insert(before))
    const { actor } = yield* Effect.ensuring(door.execute(Actor.Anonymous(), "LogInWithCard", {}), back)
    return actor
  })

export const actorFrom = (text: string | undefined) =>
  Effect.gen(function* () {
    const named = actorName(text)
    switch (named.kind) {
      case "anonymous":
        return Actor.Anonymous()
      case "system":
        return Actor.System({ name: named.name })
      case "staff":
        return isStaffRole(named.role)
          ? Actor.Staff({ name: named.name, role: named.role })
          : yield* Effect.fail(new FieldInvalid({ field: "as", problem: "unknown" }))
      case "card":
        return yield* cardActor(named.card)
      case "user":
        return yield* (yield* SingleWindow).actorFor(named.username)
    }
  })

/** The account a step is about: the one that staff name, or the actor's own. */
const subjectId = (step: DoStep, actor: Actor) =>
  Effect.gen(function* () {
    if (step.on === undefined) return actor._tag === "AccountHolder" ? actor.account : undefined
    return (yield* (yield* Store).byUsername(step.on))?.account.id
  })

const bankReturn = (step: DoStep, actor: Actor, variant: BankReturnVariant) =>
  Effect.gen(function* () {
    const outside = yield* WorldRuntime
    const id = yield* subjectId(step, actor)
    const request = (yield* outside.bankRequests).findLast(({ account }) => account === id)
    return request === undefined
      ? yield* Effect.fail(new NotPossible({ why: "no bank was asked for this account" }))
      : yield* Effect.orDie(outside.bankReturn(request.requestId, variant))
  })

const standsFor = (step: DoStep, actor: Actor, placeholder: string) =>
  Effect.gen(function* () {
    const outside = yield* WorldRuntime
    if (!placeholders.includes(placeholder)) {
      const why = `there is no placeholder ${placeholder}; there are ${placeholders.join(", ")}`
      return yield* Effect.fail(new NotPossible({ why }))
    }
    if (placeholder === "$captcha") {
      const { id, answer } = yield* Effect.orDie(outside.solvedCaptcha)
      return { id, answer }
    }
    if (placeholder === "$sms") {
      const sms = (yield* outside.smsSent).at(-1)
      return sms?.code ?? (yield* Effect.fail(new NotPossible({ why: "no SMS code was sent" })))
    }
    const variant = placeholder.slice("$bankReturn".length + 1) as BankReturnVariant | ""
    return yield* bankReturn(step, actor, variant === "" ? "right" : variant)
  })

const inputOf = (step: DoStep, actor: Actor) =>
  Effect.gen(function* () {
    const values = new Map<string, unknown>()
    for (const { text } of placeholdersIn(step.with)) {
      if (!values.has(text)) values.set(text, yield* standsFor(step, actor, text))
    }
    return filled(step.with ?? {}, (placeholder) => values.get(placeholder))
  })

/** A value as it would be printed. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

const refusedWith = (refusal: Refusal): Outcome => ({
  kind: "refused",
  refusal: { ...refusalView(refusal), message: refusalSentence(refusal, "zh") },
  english: refusalSentence(refusal, "en")
})

const performDo = (step: DoStep) =>
  Effect.gen(function* () {
    const actor = yield* actorFrom(step.as)
    const input = yield* inputOf(step, actor)
    const door = yield* SingleWindow
    const result = yield* door.executeJson(actor, step.do, input, {
      ...(step.on === undefined ? {} : { account: step.on }),
      ...(step.reason === undefined ? {} : { reason: step.reason })
    })
    return { kind: "done", result: plain(result) } satisfies Outcome
  }).pipe(
    Effect.catchIf(
      (error): error is Refusal => !(error instanceof NotPossible),
      (refusal) => Effect.succeed(refusedWith(refusal))
    )
  )

const performFault = ({ fault: { port, next } }: FaultStep) =>
  Effect.gen(function* () {
    if (port === "store") yield* (yield* StoreFaults).next(next as ReadonlyArray<StoreAnswer>)
    else yield* Effect.orDie((yield* WorldRuntime).fault(port, next as ReadonlyArray<FaultAnswer>))
  })

/** The account of that name, or else the newest that was deleted. */
export const accountNamed = (username: string) =>
  Effect.gen(function* () {
    const store = yield* Store
    const found = (yield* store.byUsername(username)) ?? (yield* store.deletedByUsername(username))
    return found?.account
  })

const viewOf = (account: Account | undefined) =>
  Effect.map(Clock.currentTimeMillis, (now) => (account === undefined ? null : plain(accountView(account, now))))

/** Asks for something to look at; being refused that is something to look at as well. */
const seen = <A, R>(question: Effect.Effect<A, Refusal | StoreUnavailable, R>) =>
  Effect.map(Effect.either(question), (answer): Outcome => {
    const value = Either.isRight(answer) ? answer.right : { refused: answer.left._tag }
    return { kind: "seen", value: plain(value) }
  })

/** Does one step on the single window and the world that are provided. */
export const perform = (
  step: Step,
  advance: (duration: Duration.Duration) => Effect.Effect<void>
): Effect.Effect<Outcome, NotPossible, SingleWindow | Store | WorldRuntime | StoreFaults> => {
  const then = (effect: Effect.Effect<void, never, WorldRuntime | StoreFaults>) =>
    Effect.as(effect, { kind: "nothing" } satisfies Outcome)
  if ("do" in step) return performDo(step)
  if ("advance" in step) return then(advance(Option.getOrElse(Duration.fromIso(step.advance), () => Duration.zero)))
  if ("fault" in step) return then(performFault(step))
  if ("insert" in step)
    return then(Effect.flatMap(WorldRuntime, (outside) => Effect.orDie(outside.insert(step.insert))))
  if ("remove" in step) return then(Effect.flatMap(WorldRuntime, (outside) => outside.remove))
  if ("account" in step) return seen(Effect.flatMap(accountNamed(step.account), viewOf))
  if ("operators" in step) {
    return seen(
      Effect.gen(function* () {
        const actor = yield* actorFrom(step.operators)
        return yield* (yield* SingleWindow).ask(actor, "ListOperators", {})
      })
    )
  }
  return seen(
    Effect.gen(function* () {
      const answer = yield* (yield* SingleWindow).ask(systemActor, "Completeness", {}, { account: step.next })
      return {
        next: [...answer.next].sort(),
        problems: answer.problems.map(({ about, field }) => `${about}.${field}`).sort(),
        methods: answer.methods
      }
    })
  )
}

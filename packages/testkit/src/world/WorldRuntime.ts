import type { BankRequest, Captcha, Card, PortName, Unavailable } from "@single-window/core"
import { CaptchaGate } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import type { BankParameters } from "./bankSite.js"
import { type BankReturnVariant, visitBank } from "./bankVisit.js"
import { cardOf } from "./cardOf.js"
import { answersOf, type FaultAnswer, FaultNotPossible, type FaultProfile, knownProfile } from "./fault.js"
import { coherent, type World, type WorldInvalid } from "./World.js"
import { type Asked, type AskedPort, type ReaderState, type SmsMessage, WorldState } from "./WorldState.js"

/** The world has no such card, captcha or bank request. */
export class NotInWorld extends Data.TaggedError("NotInWorld")<{
  readonly what: "card" | "captcha" | "bank request"
  readonly name: string
}> {
  override get message() {
    return `the world has no ${this.what} "${this.name}"`
  }
}

/** Everything a test, a scenario or a demonstration can do to the outside. */
export class WorldRuntime extends Context.Tag("@single-window/testkit/WorldRuntime")<
  WorldRuntime,
  {
    readonly world: Effect.Effect<World>
    /** Changes what the outside has on record: an ID is synchronised in CTID, an enterprise is renamed. */
    readonly change: (change: (world: World) => World) => Effect.Effect<void, WorldInvalid>
    /** A key of `cards`. */
    readonly insert: (card: string) => Effect.Effect<void, NotInWorld>
    readonly remove: Effect.Effect<void>
    readonly inserted: Effect.Effect<string | undefined>
    /** What the card would prove, inserted or not. */
    readonly card: (card: string) => Effect.Effect<Card, NotInWorld>
    readonly pinTriesLeft: (card: string) => Effect.Effect<number, NotInWorld>
    readonly setReader: (state: ReaderState) => Effect.Effect<void>
    /** Answers for the next questions to a port, after those that were scripted before; then back to the world. */
    readonly fault: (port: PortName, next: ReadonlyArray<FaultAnswer>) => Effect.Effect<void, FaultNotPossible>
    readonly clearFaults: Effect.Effect<void>
    readonly setFaultProfile: (profile: FaultProfile | undefined) => Effect.Effect<void>
    /** The newest message that has arrived by now, on this mobile or on any. */
    readonly lastSms: (mobile?: string) => Effect.Effect<SmsMessage | undefined>
    /** Every message that was sent, arrived or not. */
    readonly smsSent: Effect.Effect<ReadonlyArray<SmsMessage>>
    readonly answerCaptcha: (id: string) => Effect.Effect<string, NotInWorld>
    /** A fresh captcha with its right answer. */
    readonly solvedCaptcha: Effect.Effect<
      { readonly id: string; readonly answer: string; readonly captcha: Captcha },
      Unavailable
    >
    /** Bank requests, oldest first. */
    readonly bankRequests: Effect.Effect<ReadonlyArray<BankRequest>>
    /** What the bank's site sends back when somebody has signed in there. */
    readonly bankReturn: (requestId: string, variant?: BankReturnVariant) => Effect.Effect<BankParameters, NotInWorld>
    /** The same, as often as the bank sends it: twice under `bank-returns-twice`. */
    readonly bankReturns: (requestId: string) => Effect.Effect<ReadonlyArray<BankParameters>, NotInWorld>
    /** What a port was asked, secrets redacted, oldest first. */
    readonly asked: (port: AskedPort) => Effect.Effect<ReadonlyArray<Asked>>
  }
>() {
  static readonly layer: Layer.Layer<WorldRuntime, never, WorldState | CaptchaGate> = Layer.effect(
    this,
    Effect.suspend(() => make)
  )
}

const own = <A>(record: Readonly<Record<string, A>>, key: string): A | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const make = Effect.gen(function* () {
  const state = yield* WorldState
  const gate = yield* CaptchaGate

  const made = (key: string) =>
    Effect.flatMap(Ref.get(state.world), (world) => {
      const card = own(world.cards, key)
      return card === undefined
        ? Effect.fail(new NotInWorld({ what: "card", name: key }))
        : Effect.succeed({ card, world })
    })

  const request = (requestId: string) =>
    Effect.flatMap(Ref.get(state.bankRequests), (all) => {
      const found = all.get(requestId)
      return found === undefined
        ? Effect.fail(new NotInWorld({ what: "bank request", name: requestId }))
        : Effect.succeed(found)
    })

  const answerCaptcha = (id: string) =>
    Effect.suspend(() => {
      const open = state.captchas.get(id)
      return open === undefined
        ? Effect.fail(new NotInWorld({ what: "captcha", name: id }))
        : Effect.succeed(open.answer)
    })

  const bankReturn = (requestId: string, variant: BankReturnVariant = "right") =>
    Effect.flatMap(request(requestId), (found) => visitBank(state, found, variant))

  return WorldRuntime.of({
    world: Ref.get(state.world),
    change: (change) =>
      Effect.flatMap(Ref.get(state.world), (world) =>
        Effect.flatMap(coherent(change(world)), (next) => Ref.set(state.world, next))
      ),
    insert: (key) => Effect.zipRight(made(key), Ref.set(state.inserted, key)),
    remove: Ref.set(state.inserted, undefined),
    inserted: Ref.get(state.inserted),
    card: (key) => Effect.map(made(key), ({ card, world }) => cardOf(world, card)),
    pinTriesLeft: (key) =>
      Effect.zipWith(made(key), Ref.get(state.pinFailures), (_, failures) => state.pinTries - (failures.get(key) ?? 0)),
    setReader: (reader) => Ref.set(state.reader, reader),
    fault: (port, next) => {
      const possible = answersOf(port)
      const odd = next.find((answer) => !possible?.includes(answer))
      return possible === undefined || odd !== undefined
        ? Effect.fail(new FaultNotPossible({ port, answer: String(odd) }))
        : Effect.sync(() => {
            state.trouble.scripted.set(port, [...(state.trouble.scripted.get(port) ?? []), ...next])
          })
    },
    clearFaults: Effect.sync(() => {
      state.trouble.scripted.clear()
      state.trouble.profile = undefined
    }),
    setFaultProfile: (profile) =>
      Effect.map(knownProfile(profile), (known) => {
        state.trouble.profile = known
      }),
    lastSms: (mobile) =>
      Effect.zipWith(Ref.get(state.messages), Clock.currentTimeMillis, (messages, now) =>
        messages.findLast((sms) => sms.arrivesAt <= now && (mobile === undefined || sms.mobile === mobile))
      ),
    smsSent: Ref.get(state.messages),
    answerCaptcha,
    solvedCaptcha: Effect.flatMap(gate.issue, (captcha) =>
      Effect.map(Effect.orDie(answerCaptcha(captcha.id)), (answer) => ({ id: captcha.id, answer, captcha }))
    ),
    bankRequests: Effect.map(Ref.get(state.bankRequests), (all) => [...all.values()]),
    bankReturn,
    bankReturns: (requestId) =>
      Effect.map(bankReturn(requestId), (parameters) =>
        state.trouble.profile === "bank-returns-twice" ? [parameters, parameters] : [parameters]
      ),
    // No port has been asked nothing by a name that is wrong: a test that expects silence would pass.
    asked: (port) =>
      port === "entropy" || answersOf(port) !== undefined
        ? state.asked(port)
        : Effect.die(new FaultNotPossible({ port, answer: "" }))
  })
})

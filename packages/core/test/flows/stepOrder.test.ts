import { assert, describe, it } from "@effect/vitest"
import { type Account, levelOf, SingleWindow } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import {
  as,
  journalLength,
  kept,
  morning,
  people,
  story,
  supervisor,
  tagOf,
  tongda
} from "../frontdoor/twoEnterprises.js"
import { type StepName, stepNames, steps, type WaypointName, walkTo, waypointNames, waypoints } from "./waypoints.js"

const there = ["zhang"] as const
const name = "ciq_td_01"
const pick = <A>(all: ReadonlyArray<A>) => fc.constantFrom(...all)
/** The code that the open step waits for. */
const pendingOf = ({ journey }: Account) =>
  journey !== undefined && "person" in journey.state ? journey.state.person.pending : undefined
const letsIn = (at: WaypointName, step: StepName) => (waypoints[at].lets as ReadonlyArray<StepName>).includes(step)
const pairs = waypointNames.flatMap((at) => waypoints[at].lets.map((step) => [at, step] as [WaypointName, StepName]))

describe("the steps go in order, none left out (R-50)", () => {
  it.effect.each(waypointNames)(
    "at %s every other step is refused with the one that is due, and changes nothing",
    (at) =>
      story(
        Effect.gen(function* () {
          const actor = yield* as(name)
          yield* walkTo(actor, at)
          const before = yield* kept(name)
          assert.strictEqual(before.journey?.state._tag, at)
          const length = yield* journalLength
          const others = stepNames.filter((step) => !letsIn(at, step))
          assert.isAbove(others.length, 4)
          for (const step of others) {
            const refused = yield* Effect.flip(steps[step](actor))
            assert.deepInclude(refused, { _tag: "StepOutOfOrder", expected: waypoints[at].expected }, step)
            assert.deepStrictEqual(yield* kept(name), before)
          }
          assert.strictEqual(yield* journalLength, length)
        }),
        { there }
      )
  )

  it.effect.each(pairs)("at %s the step %s is let in", ([at, step]) =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        yield* walkTo(actor, at)
        assert.notStrictEqual(yield* tagOf(steps[step](actor)), "StepOutOfOrder")
      }),
      { there }
    )
  )

  it.effect("with no journey open every step says to start", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        for (const step of stepNames) {
          const refused = yield* Effect.flip(steps[step](actor))
          assert.deepInclude(refused, { _tag: "StepOutOfOrder", expected: "start" }, step)
        }
      }),
      { there }
    )
  )
})

describe("a journey ends by the clock (R-50)", () => {
  const minutes = fc.integer({ min: 1, max: 90 })
  /** The step that the journey would take next. */
  const next = (at: WaypointName): StepName =>
    waypoints[at].lets.find((step) => step !== "confirmForHolder") ?? "presentCard"

  it.effect.prop(
    "at exactly journeyMinutes, and not a millisecond before",
    [pick(waypointNames), minutes, fc.constantFrom(-1, 0, 60_000)],
    ([at, journeyMinutes, offset]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* as(name)
          yield* walkTo(actor, at)
          yield* TestClock.setTime(morning + journeyMinutes * 60_000 + offset)
          const tag = yield* tagOf(steps[next(at)](actor))
          const after = yield* kept(name)
          if (offset < 0) {
            assert.strictEqual(tag, "ok")
          } else {
            assert.include(["CertificationExpired", "BankReturnExpired"], tag)
            assert.isUndefined(after.journey)
            assert.strictEqual(levelOf(after), "none")
            const again = yield* Effect.flip(steps[next(at)](actor))
            assert.strictEqual(again._tag, "StepOutOfOrder")
          }
        }),
        { there, policy: { certification: { journeyMinutes, bankRequestMinutes: 1000 } } }
      ),
    { fastCheck: { numRuns: 20 } }
  )

  it.effect("and what was certified before stands", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingAccountHolder")
        yield* steps.idCardOfHolder(actor)
        yield* walkTo(actor, "AwaitingCardHolderIdentity")
        yield* TestClock.adjust("30 minutes")
        assert.strictEqual(yield* tagOf(steps.idCardOfHolder(actor)), "CertificationExpired")
        assert.strictEqual(levelOf(yield* kept(name)), "medium")
        const history = yield* (yield* SingleWindow).ask(actor, "History", {})
        assert.strictEqual(history.at(-1)?.event, "CertificationRanOut")
      }),
      { there }
    )
  )

  it.effect("starting again after the time puts on record that it ran out, not that it was given up", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingEnterprise")
        yield* TestClock.adjust("30 minutes")
        yield* door.execute(actor, "StartCertification", { method: "ic-card" })
        const history = yield* door.ask(actor, "History", {})
        assert.deepStrictEqual(
          history.slice(-2).map(({ event }) => event),
          ["CertificationRanOut", "CertificationStarted"]
        )
      }),
      { there }
    )
  )
})

describe("going back and editing reopen what came after", () => {
  it.effect("the first step asked again takes the later ones back", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingAccountHolder")
        yield* steps.codeForHolder(actor)
        const back = yield* steps.verifyEnterprise(actor)
        assert.deepStrictEqual(
          back.steps.map(({ mark }) => mark),
          ["passed", "current", "waiting", "waiting"]
        )
        assert.isUndefined(pendingOf(yield* kept(name)))
      }),
      { there }
    )
  )

  for (const at of waypointNames) {
    const first = at.includes("Bank")
      ? undefined
      : at.startsWith("AwaitingCard")
        ? "AwaitingCard"
        : "AwaitingEnterprise"
    const what = first === undefined ? "ends it, for it waits for or rests on a bank" : "takes it to its first step"
    it.effect(`every cell of states x edit: of the enterprise at ${at}, ${what}`, () =>
      story(
        Effect.gen(function* () {
          const door = yield* SingleWindow
          const actor = yield* as(name)
          yield* walkTo(actor, at)
          const { journey } = yield* kept(name)
          yield* door.execute(actor, "EditEnterprise", { name: "北京示例通达商贸有限公司" })
          const after = (yield* kept(name)).journey
          assert.strictEqual(after?.state._tag, first)
          // It is not given more time.
          if (first !== undefined) assert.strictEqual(after?.expiresAt, journey?.expiresAt)
        }),
        { there, policy: { enterprise: { askRegistryOnSave: false } } }
      )
    )
  }

  it.effect("so does a correction by staff", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* walkTo(yield* as(name), "AwaitingAccountHolder")
        const corrected = { ...tongda, legalRepresentativeName: "李四" }
        const input = { account: name, ...corrected, reason: "call 17", evidence: "file 4" }
        yield* door.execute(supervisor, "CorrectEnterprise", input)
        assert.strictEqual((yield* kept(name)).journey?.state._tag, "AwaitingEnterprise")
      }),
      { there }
    )
  )

  it.effect.prop(
    "an edit of the holder takes back a code that was sent for the holder, and no step about others",
    [fc.constantFrom("AwaitingCardHolderIdentity", "AwaitingAccountHolder", "AwaitingBankHolder")],
    ([at]) =>
      story(
        Effect.gen(function* () {
          const door = yield* SingleWindow
          const actor = yield* as(name)
          yield* walkTo(actor, at as WaypointName)
          yield* steps.codeForHolder(actor)
          yield* door.execute(actor, "EditHolder", { document: people.wangFang.document, name: people.wangFang.name })
          const { journey } = yield* kept(name)
          assert.strictEqual(journey?.state._tag, at)
          assert.isUndefined(pendingOf(yield* kept(name)))
          assert.strictEqual(yield* tagOf(steps.confirmForHolder(actor)), "SmsCodeExpired")
        }),
        { there }
      ),
    { fastCheck: { numRuns: 6 } }
  )

  it.effect("a code sent for the legal representative outlives an edit of the holder", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingLegalRepresentative")
        yield* steps.codeForRepresentative(actor)
        yield* door.execute(actor, "EditHolder", { name: people.linYong.name, document: people.linYong.document })
        assert.isDefined(pendingOf(yield* kept(name)))
      }),
      { there }
    )
  )
})

import { CardReader } from "@single-window/core"
import {
  type CardCommand,
  type CardFault,
  cardCommands,
  cardFaults,
  VirtualCard
} from "@single-window/testkit/wire/virtual-card"
import { Duration, Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { over } from "../../src/pcsc-card/layer.js"
import { DEADLINE, deadlineUnder, faults, PATIENT, SLACK, slow } from "../faults/Cell.js"
import { cardOptions, challenge, inHand, inHandLayer, said, today } from "./desk.js"
import { lineUnder, twelve } from "./twelve.js"

const card = today.card("tongdaLegalPerson")
const run = <A, E>(effect: Effect.Effect<A, E, VirtualCard | CardReader>) =>
  Effect.runPromise(Effect.provide(effect, inHandLayer({ lateMillis: 60_000 })))

/** Where time is not the fault, a busy machine is none either. */
const hasty = (isSlow: boolean) => (isSlow ? DEADLINE : PATIENT)

describe("the faults that every adapter is held to", () => {
  for (const fault of faults) {
    const { here, pins, says } = twelve[fault]
    it(`fails closed: ${fault}, which is here: ${here}`, () =>
      run(
        Effect.gen(function* () {
          const desk = yield* VirtualCard
          const options = { ...cardOptions, deadline: deadlineUnder(fault) }
          const reader = yield* over(yield* lineUnder(desk, fault), options)
          const ask = Effect.provideService(said(challenge(card.pin)), CardReader, reader)
          const [took, answer] = yield* Effect.timed(ask)
          expect(answer).toBe(says)
          if (slow.has(fault)) expect(Duration.toMillis(took)).toBeLessThan(DEADLINE + SLACK)
          expect(yield* desk.pinsEntered).toBe(pins)
        })
      ))
  }
})

/** What one question to a card with this fault gives, and what it costs. */
const under = (fault: CardFault, command: CardCommand) =>
  Effect.gen(function* () {
    const desk = yield* VirtualCard
    yield* desk.insert(card)
    // A right answer first, so that there is one that could come again.
    expect(yield* said(challenge(card.pin))).toBe(card.number)
    const before = yield* desk.pinsEntered
    yield* desk.fault(fault, command)
    const deadline = hasty(["silence", "late", "drip"].includes(fault))
    const reader = yield* over(inHand(desk), { ...cardOptions, deadline })
    const [took, answer] = yield* Effect.timed(Effect.provideService(said(challenge(card.pin)), CardReader, reader))
    const pins = (yield* desk.pinsEntered) - before
    yield* desk.fault(undefined)
    yield* desk.insert(card)
    const after = yield* said(challenge(card.pin))
    return { fault, command, answer, millis: Duration.toMillis(took), pins, after }
  }).pipe(Effect.provide(inHandLayer({ lateMillis: 60_000 })))

/** Answers to a choice of applet and to a PIN hold no data that could be wrong, and a file is no signature. */
const harmless = (fault: CardFault, command: CardCommand): boolean =>
  command === "read"
    ? fault === "replayed-signature"
    : command !== "sign" && ["truncated", "garbage", "another-card", "replayed-signature", "drip"].includes(fault)

describe("a card that does wrong", () => {
  it("is never believed, whichever command it befalls, and works again after it", async () => {
    const all = cardCommands.flatMap((command) => cardFaults.map((fault) => under(fault, command)))
    const seen = await Effect.runPromise(Effect.all(all, { concurrency: 6 }))
    expect(seen).toHaveLength(48)
    for (const { after, answer, command, fault, millis, pins } of seen) {
      const name = `${fault} at ${command}`
      if (harmless(fault, command)) expect([card.number, "Unavailable"], name).toContain(answer)
      else expect(answer, name).toMatch(/^(Unavailable|CardNotTrusted|CardMissing)$/)
      if (fault === "pulled") expect(answer, name).toBe("CardMissing")
      if (fault === "silence" || fault === "late") expect(answer, name).toBe("Unavailable")
      expect(millis, name).toBeLessThan(PATIENT)
      expect(pins, name).toBeLessThanOrEqual(1)
      if (answer !== card.number && (command === "select" || command === "read")) expect(pins, name).toBe(0)
      expect(after, name).toBe(card.number)
    }
  })
})

describe("a card that is pulled", () => {
  it("at any command, done or not, is missing; nothing but a wrong PIN is lost, and it works again", () =>
    run(
      Effect.gen(function* () {
        const desk = yield* VirtualCard
        yield* desk.insert(card)
        yield* said(challenge(card.pin))
        const commands = (yield* desk.received).length
        expect(commands).toBe(8)
        for (const performed of [true, false])
          for (let at = 1; at <= commands; at++) {
            const before = yield* desk.pinsEntered
            yield* desk.pullAt(at, performed)
            expect(yield* said(challenge(card.pin)), `command ${at}`).toBe("CardMissing")
            expect((yield* desk.pinsEntered) - before).toBe(at > 7 || (at === 7 && performed) ? 1 : 0)
            expect(yield* said(challenge(card.pin))).toBe("CardMissing")
            yield* desk.insert(card)
            expect(yield* said(challenge(card.pin)), `after command ${at}`).toBe(card.number)
            expect(yield* desk.triesLeft(card)).toBe(3)
          }
      })
    ))
})

interface Entry {
  readonly pin: "right" | "wrong" | "short"
  readonly fault: readonly [CardFault, CardCommand] | undefined
  readonly pullAt: number | undefined
}

/** Waiting for a card that hangs takes time, so few do. */
const anyFault = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...cardFaults.filter((one) => !["silence", "late", "drip"].includes(one))) },
  { weight: 1, arbitrary: fc.constant("silence" as const) }
)

const entry: fc.Arbitrary<Entry> = fc.record({
  pin: fc.constantFrom("right", "wrong", "wrong", "short"),
  fault: fc.option(fc.tuple(anyFault, fc.constantFrom(...cardCommands)), { nil: undefined, freq: 2 }),
  pullAt: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined, freq: 2 })
})

const pinOf = { right: card.pin, wrong: "00000001", short: "123" } as const

describe("what is sent to a card", () => {
  it("is one PIN for one entry at most in 2,000 entries of any kind, whatever fails, and none for an unannounced last try", async () => {
    const hold = (story: ReadonlyArray<Entry>) =>
      Effect.gen(function* () {
        const desk = yield* VirtualCard
        const reader = yield* over(inHand(desk), { ...cardOptions, deadline: 100 })
        let announced = false
        let mine = card
        for (const { fault, pin, pullAt } of story) {
          if (!(yield* desk.inserted)) yield* desk.insert(mine)
          yield* desk.fault(fault?.[0], fault?.[1])
          yield* desk.pullAt(pullAt ?? 1_000)
          const [tries, sent] = [yield* desk.triesLeft(mine), yield* desk.pinsEntered]
          const answer = yield* Effect.either(reader.authenticate(challenge(pinOf[pin])))
          const [left, pins] = [yield* desk.triesLeft(mine), (yield* desk.pinsEntered) - sent]
          expect(pins).toBeLessThanOrEqual(pin === "short" || (tries === 1 && !announced) ? 0 : 1)
          expect(left).toBeGreaterThanOrEqual(tries - pins)
          if (answer._tag === "Right") expect([pin, answer.right.number]).toEqual(["right", card.number])
          const late = answer._tag === "Left" && answer.left._tag === "Unavailable"
          if (fault === undefined && pullAt === undefined && tries > 1 && pin !== "short" && !late) expect(pins).toBe(1)
          const told =
            answer._tag === "Left" && answer.left._tag === "CardPinWrong" ? answer.left.attemptsLeft : undefined
          if (told !== undefined) expect(told).toBe(left)
          announced = told === 1 || (announced && pins === 0 && answer._tag === "Left")
          // A card that is locked is exchanged for one with all its tries.
          if (left > 0) continue
          mine = { ...mine, number: `${mine.number}+` }
          yield* desk.insert(mine)
        }
      }).pipe(Effect.provide(inHandLayer()), Effect.runPromise)
    const story = fc.array(entry, { minLength: 20, maxLength: 20 })
    await fc.assert(fc.asyncProperty(story, hold), { numRuns: 100, endOnFailure: true })
  })
})

import { it } from "@effect/vitest"
import { BankCardVerifier, IdCardVerifier, Limited, SmsSender, Unavailable, Verdict } from "@single-window/core"
import { Effect, Exit, Fiber, Layer, TestClock } from "effect"
import * as fc from "fast-check"
import { describe, expect } from "vitest"
import * as Combinators from "../../src/combinators/index.js"
import { type Answer, anError, ask, aVerdict, card, down, match, source, verdicts } from "./sources.js"

const answerOf = (layer: Layer.Layer<IdCardVerifier>) => Effect.either(Effect.provide(ask, layer))
const millis = (n: number) => TestClock.adjust(`${n} millis`)

describe("fallback", () => {
  it.effect.prop(
    "asks the second source exactly when the first could not be asked",
    [fc.oneof(aVerdict, anError), fc.oneof(aVerdict, anError)],
    ([first, second]) =>
      Effect.gen(function* () {
        const answer = (said: Verdict | Limited | Unavailable): Answer =>
          said._tag === "Limited" || said._tag === "Unavailable" ? Effect.fail(said) : Effect.succeed(said)
        const [one, other] = [yield* source(answer(first)), yield* source(answer(second))]
        const said = yield* Effect.merge(
          Effect.provide(ask, Combinators.fallback(IdCardVerifier, one.layer, other.layer))
        )
        const answered = first._tag !== "Limited" && first._tag !== "Unavailable"
        expect(yield* one.asked).toBe(1)
        expect(yield* other.asked).toBe(answered ? 0 : 1)
        if (answered) expect(said).toEqual(first)
        else if (second._tag !== "Limited" && second._tag !== "Unavailable") expect(said).toEqual(second)
        else expect([first, second]).toContainEqual(said)
      })
  )

  it.effect("says of two sources that are down the earlier time", () =>
    Effect.gen(function* () {
      const [late, soon] = [
        new Unavailable({ port: "id-card", retryAt: 9 }),
        new Limited({ port: "id-card", until: 5 })
      ]
      const [one, other] = [yield* source(Effect.fail(late)), yield* source(Effect.fail(soon))]
      const said = yield* answerOf(Combinators.fallback(IdCardVerifier, one.layer, other.layer))
      const turned = yield* answerOf(Combinators.fallback(IdCardVerifier, other.layer, one.layer))
      expect([said, turned]).toMatchObject([{ left: soon }, { left: soon }])
    })
  )

  it("does not exist for messages, nor does putting a question again", () => {
    // @ts-expect-error a message that may have left must not be sent once more
    const again = () => Combinators.retrying(SmsSender)
    // @ts-expect-error the same through another provider
    const twice = () => Combinators.fallback(SmsSender, Layer.empty, Layer.empty)
    expect([again, twice]).toHaveLength(2)
  })
})

describe("withDeadline", () => {
  it.effect("gives up at the deadline even when what was asked does not stop", () =>
    Effect.gen(function* () {
      const slow = yield* source(Effect.uninterruptible(Effect.delay(match, "1 hour")))
      const fiber = yield* Effect.fork(answerOf(slow.layer.pipe(Combinators.withDeadline(IdCardVerifier, "2 seconds"))))
      yield* millis(1999)
      expect(yield* Fiber.poll(fiber)).toMatchObject({ _tag: "None" })
      yield* millis(1)
      expect(yield* Fiber.join(fiber)).toMatchObject({ left: { _tag: "Unavailable", port: "id-card" } })
    })
  )

  it.effect("leaves an answer in time as it is", () =>
    Effect.gen(function* () {
      const quick = yield* source(Effect.delay(Effect.succeed(Verdict.NoRecord()), "7999 millis"))
      const fiber = yield* Effect.fork(answerOf(quick.layer.pipe(Combinators.withDeadline(IdCardVerifier))))
      yield* millis(7999)
      expect(yield* Fiber.join(fiber)).toMatchObject({ right: { _tag: "NoRecord" } })
    })
  )
})

describe("retrying", () => {
  it.effect.prop("never asks twice after an answer or a quota", [fc.oneof(aVerdict, anError)], ([said]) =>
    Effect.gen(function* () {
      const once = yield* source("port" in said ? Effect.fail(said) : Effect.succeed(said), down)
      const fiber = yield* Effect.fork(answerOf(once.layer.pipe(Combinators.retrying(IdCardVerifier))))
      yield* millis(3000)
      yield* Fiber.join(fiber)
      expect(yield* once.asked).toBe(said._tag === "Unavailable" && said.retryAt === undefined ? 3 : 1)
    })
  )

  it.effect("asks at most twice more, and not once the time for it has passed", () =>
    Effect.gen(function* () {
      const dead = yield* source(down)
      const slow = yield* source(Effect.delay(down, "3 seconds"))
      const both = Effect.all(
        [dead.layer, slow.layer].map((layer) => answerOf(layer.pipe(Combinators.retrying(IdCardVerifier))))
      )
      const fiber = yield* Effect.fork(both)
      yield* millis(60_000)
      yield* Fiber.join(fiber)
      expect(yield* dead.asked).toBe(3)
      expect(yield* slow.asked).toBe(1)
    })
  )

  it.effect("waits longer each time, and never the same for all", () =>
    Effect.gen(function* () {
      const flaky = yield* source(down, down, match)
      const fiber = yield* Effect.fork(answerOf(flaky.layer.pipe(Combinators.retrying(IdCardVerifier, { wait: 100 }))))
      yield* millis(49)
      expect(yield* flaky.asked).toBe(1)
      yield* millis(51)
      expect(yield* flaky.asked).toBe(2)
      yield* millis(200)
      expect(yield* Fiber.join(fiber)).toMatchObject({ right: { _tag: "Match" } })
    })
  )
})

describe("withBreaker", () => {
  const breaking = (layer: Layer.Layer<IdCardVerifier>) =>
    Effect.map(Layer.build(layer.pipe(Combinators.withBreaker(IdCardVerifier))), (context) =>
      Effect.exit(Effect.provide(ask, context))
    )

  it.scoped("opens after five failures in a row, and then lets one question through every thirty seconds", () =>
    Effect.gen(function* () {
      const dead = yield* source(down)
      const question = yield* breaking(dead.layer)
      for (let asked = 0; asked < 5; asked++) yield* question
      expect(yield* dead.asked).toBe(5)
      for (let asked = 0; asked < 20; asked++) yield* question
      expect(yield* dead.asked).toBe(5)
      for (let probe = 1; probe <= 3; probe++) {
        yield* millis(29_999)
        yield* question
        expect(yield* dead.asked).toBe(4 + probe)
        yield* millis(1)
        for (let asked = 0; asked < 20; asked++) yield* question
        expect(yield* dead.asked).toBe(5 + probe)
      }
    })
  )

  it.scoped("sends a thousand people in ten minutes to a dead source at most once in 30 seconds, not 3000 times", () =>
    Effect.gen(function* () {
      const dead = yield* source(down)
      const layer = dead.layer.pipe(Combinators.withBreaker(IdCardVerifier), Combinators.retrying(IdCardVerifier))
      const context = yield* Layer.build(layer)
      const person = Effect.either(Effect.provide(ask, context))
      for (let minute = 0; minute < 10; minute++) {
        const crowd = yield* Effect.replicateEffect(Effect.fork(person), 100)
        yield* TestClock.adjust("1 minute")
        yield* Effect.forEach(crowd, Fiber.join, { discard: true })
      }
      const asked = yield* dead.asked
      expect(asked).toBeGreaterThanOrEqual(5 + 9)
      // Of the first crowd some are on their way before the fifth failure comes back.
      expect(asked).toBeLessThanOrEqual(100 + (10 * 60) / 30)
    })
  )

  it.scoped("closes with the first probe that is answered", () =>
    Effect.gen(function* () {
      const back = yield* source(down, down, down, down, down, match)
      const question = yield* breaking(back.layer)
      for (let asked = 0; asked < 5; asked++) yield* question
      expect(yield* question).toMatchObject({ cause: { error: { _tag: "Unavailable", retryAt: 30_000 } } })
      yield* millis(30_000)
      for (let asked = 0; asked < 10; asked++) expect(Exit.isSuccess(yield* question)).toBe(true)
    })
  )

  it.scoped.prop(
    "never opens for answers and quotas, however often a failure comes in between",
    [fc.infiniteStream(aVerdict)],
    ([stream]) =>
      Effect.gen(function* () {
        const limited: Answer = Effect.fail(new Limited({ port: "id-card" }))
        const answers = Array.from({ length: 60 }, (_, n): Answer => {
          if (n % 5 !== 4) return down
          const { value } = stream.next()
          return n % 10 === 9 ? limited : Effect.succeed(value ?? Verdict.NoRecord())
        })
        const mixed = yield* source(match, ...answers)
        const question = yield* breaking(mixed.layer)
        for (let asked = 0; asked < 61; asked++) yield* question
        expect(yield* mixed.asked).toBe(61)
      }),
    { fastCheck: { numRuns: 20 } }
  )

  it.scoped("forgets a question that was called off, and lets the next one be the probe", () =>
    Effect.gen(function* () {
      const hanging = yield* source(down, down, down, down, down, Effect.never, match)
      const question = yield* breaking(hanging.layer)
      for (let asked = 0; asked < 5; asked++) yield* question
      yield* millis(30_000)
      const probe = yield* Effect.fork(question)
      yield* millis(1)
      yield* question
      expect(yield* hanging.asked).toBe(6)
      yield* Fiber.interrupt(probe)
      expect(Exit.isSuccess(yield* question)).toBe(true)
    })
  )
})

describe("rateLimited", () => {
  it.scoped.prop(
    "never lets more through than the contract allows in any period, and says when to come again",
    [fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 40 })],
    ([limit, gaps]) =>
      Effect.gen(function* () {
        const open = yield* source(match)
        const context = yield* Layer.build(
          open.layer.pipe(Combinators.rateLimited(IdCardVerifier, { limit, per: "1 second" }))
        )
        const through: Array<number> = []
        let now = 0
        for (const gap of gaps) {
          yield* millis(gap)
          now += gap
          const said = yield* Effect.merge(Effect.provide(ask, context))
          if (said._tag === "Match") through.push(now)
          else {
            expect(said).toMatchObject({ _tag: "Limited", port: "id-card" })
            const until = said._tag === "Limited" ? (said.until ?? 0) : 0
            expect(until).toBeGreaterThan(now)
            expect(until).toBeLessThanOrEqual(now + Math.ceil(1000 / limit))
          }
        }
        expect(yield* open.asked).toBe(through.length)
        // A full burst may stand at the end of one second and at the start of the next.
        for (const start of through) {
          expect(through.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(2 * limit)
        }
        const whole = (through.at(-1) ?? 0) - (through[0] ?? 0)
        expect(through.length).toBeLessThanOrEqual(limit + Math.floor((whole * limit) / 1000) + 1)
      }),
    { fastCheck: { numRuns: 30 } }
  )

  it.scoped("keeps its word: who comes at the time that was said is let through", () =>
    Effect.gen(function* () {
      const open = yield* source(match)
      const context = yield* Layer.build(
        open.layer.pipe(Combinators.rateLimited(IdCardVerifier, { limit: 3, per: 1000 }))
      )
      const question = Effect.merge(Effect.provide(ask, context))
      for (let asked = 0; asked < 3; asked++) yield* question
      for (let more = 0; more < 5; more++) {
        const said = yield* question
        if (said._tag !== "Limited" || said.until === undefined) throw new Error("let through")
        yield* TestClock.setTime(said.until)
        expect((yield* question)._tag).toBe("Match")
      }
    })
  )
})

describe("a combinator", () => {
  it.effect("changes its own port and no other of the same layer", () =>
    Effect.gen(function* () {
      const broken = yield* source(down)
      const bank = Layer.succeed(BankCardVerifier, { verify: () => Effect.succeed(Verdict.Match()) })
      const layer = Layer.merge(bank, broken.layer.pipe(Combinators.withBreaker(IdCardVerifier, { failures: 1 })))
      const factors = {
        name: card.name,
        document: { type: "resident-id" as const, number: card.number },
        cardNumber: "",
        mobile: ""
      }
      const both = Effect.gen(function* () {
        yield* Effect.either(ask)
        yield* Effect.either(ask)
        return yield* (yield* BankCardVerifier).verify(factors)
      })
      expect((yield* Effect.provide(both, layer))._tag).toBe("Match")
      expect(yield* broken.asked).toBe(1)
    })
  )

  it.effect("passes every verdict on unchanged", () =>
    Effect.gen(function* () {
      for (const verdict of verdicts) {
        const plain = yield* source(Effect.succeed(verdict))
        const layer = plain.layer.pipe(
          Combinators.withDeadline(IdCardVerifier),
          Combinators.withBreaker(IdCardVerifier),
          Combinators.rateLimited(IdCardVerifier, { limit: 1, per: 1000 }),
          Combinators.retrying(IdCardVerifier)
        )
        expect(yield* answerOf(Combinators.fallback(IdCardVerifier, layer, layer))).toMatchObject({ right: verdict })
      }
    })
  )
})

import { assert, describe, it } from "@effect/vitest"
import { SingleWindow } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import { walkTo } from "../flows/waypoints.js"
import { atHolder, confirm, lastCode, messages, name, pendingOf, request, there, wrong } from "./bankCardCode.js"
import { as, kept, morning, outcome, story, tagOf } from "./twoEnterprises.js"

const SECOND = 1000
const MINUTE = 60 * SECOND

describe("one message a cool-down (R-61)", () => {
  it.effect("twenty requests at once send one", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* atHolder
        const tags = yield* Effect.all(
          Array.from({ length: 20 }, () => tagOf(request(actor))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(tags.filter((tag) => tag === "ok").length, 1)
        for (const tag of tags) assert.include(["ok", "Stale", "SmsCodeTooSoon"], tag)
        assert.strictEqual(yield* messages, 1)
        assert.deepStrictEqual((yield* kept(name)).smsSent, [morning])
      }),
      { there }
    )
  )

  it.effect.prop(
    "the next goes out at the end of the cool-down and not a millisecond before",
    [fc.integer({ min: 1, max: 240 }), fc.constantFrom(-1, 0, 1)],
    ([cooldownSeconds, offset]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* atHolder
          yield* request(actor)
          const end = morning + cooldownSeconds * SECOND
          yield* TestClock.setTime(end + offset)
          const answer = yield* outcome(request(actor))
          if (offset < 0) {
            const tooSoon = {
              tag: "SmsCodeTooSoon" as const,
              rules: ["R-61"],
              facts: { retryAt: end },
              remedies: ["WaitUntil"]
            }
            assert.deepEqual<unknown>(answer, { refused: tooSoon })
          } else assert.property(answer, "ok")
          assert.strictEqual(yield* messages, offset < 0 ? 1 : 2)
        }),
        { there, policy: { sms: { cooldownSeconds } } }
      ),
    { fastCheck: { numRuns: 12 } }
  )

  it.effect("it holds for both persons of a journey together, and for the next journey", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingLegalRepresentative")
        yield* request(actor, "legal-representative")
        yield* confirm(actor, yield* lastCode, "legal-representative")
        assert.strictEqual(yield* tagOf(request(actor)), "SmsCodeTooSoon")
        yield* walkTo(actor, "AwaitingCardHolderIdentity")
        assert.strictEqual(yield* tagOf(request(actor)), "SmsCodeTooSoon")
      }),
      { there }
    )
  )

  it.effect.prop(
    "and a day holds no more than policy says, counted over twenty-four hours",
    [fc.integer({ min: 1, max: 4 })],
    ([perDay]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* atHolder
          for (let sent = 0; sent < perDay; sent++) {
            yield* request(actor)
            yield* TestClock.adjust("1 minute")
          }
          const refused = yield* Effect.flip(request(actor))
          assert.deepInclude(refused, { _tag: "SmsCodeTooSoon", retryAt: morning + 24 * 60 * MINUTE })
          yield* TestClock.setTime(morning + 24 * 60 * MINUTE - 1)
          yield* walkTo(actor, "AwaitingAccountHolder")
          assert.strictEqual(yield* tagOf(request(actor)), "SmsCodeTooSoon")
          yield* TestClock.adjust("1 millis")
          assert.strictEqual(yield* tagOf(request(actor)), "ok")
        }),
        { there, policy: { sms: { perDay } } }
      ),
    { fastCheck: { numRuns: 4 } }
  )
})

describe("a code is good once", () => {
  it.effect("thirty-two right answers at once certify once", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* atHolder
        yield* request(actor)
        const code = yield* lastCode
        const tags = yield* Effect.all(
          Array.from({ length: 32 }, () => tagOf(confirm(actor, code))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(tags.filter((tag) => tag === "ok").length, 1)
        const history = yield* (yield* SingleWindow).ask(actor, "History", {})
        assert.strictEqual(history.filter(({ event }) => event === "CertificationGranted").length, 1)
        assert.strictEqual(yield* tagOf(confirm(actor, code)), "StepOutOfOrder")
      }),
      { there }
    )
  )

  it.effect("the representative's code is not the holder's, though both hold one card and one telephone", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingLegalRepresentative")
        yield* request(actor, "legal-representative")
        const first = yield* lastCode
        yield* confirm(actor, first, "legal-representative")
        yield* TestClock.adjust("1 minute")
        yield* request(actor)
        assert.strictEqual(yield* tagOf(confirm(actor, first)), "SmsCodeWrong")
      }),
      { there }
    )
  )

  it.effect("a new code ends the one before", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* atHolder
        yield* request(actor)
        const first = yield* lastCode
        yield* TestClock.adjust("1 minute")
        yield* request(actor)
        assert.strictEqual(yield* tagOf(confirm(actor, first)), "SmsCodeWrong")
        assert.strictEqual(yield* tagOf(confirm(actor, yield* lastCode)), "ok")
      }),
      { there }
    )
  )

  it.effect.prop(
    "it ends at exactly validMinutes",
    [fc.integer({ min: 1, max: 20 }), fc.constantFrom(-1, 0)],
    ([validMinutes, offset]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* atHolder
          yield* request(actor)
          const code = yield* lastCode
          yield* TestClock.setTime(morning + validMinutes * MINUTE + offset)
          assert.strictEqual(yield* tagOf(confirm(actor, code)), offset < 0 ? "ok" : "SmsCodeExpired")
        }),
        { there, policy: { sms: { validMinutes } } }
      ),
    { fastCheck: { numRuns: 8 } }
  )

  it.effect("typed in full width or with blanks around it is the same code", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* atHolder
        yield* request(actor)
        const code = yield* lastCode
        const wide = code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
        assert.strictEqual(yield* tagOf(confirm(actor, ` ${wide} `)), "ok")
      }),
      { there }
    )
  )
})

describe("tries", () => {
  it.effect.prop(
    "every wrong code spends exactly one, whether they come one by one or at once, and none is given beyond policy",
    [fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 24 }), fc.boolean()],
    ([attempts, guesses, atOnce]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* atHolder
          yield* request(actor)
          const answers = yield* Effect.all(
            Array.from({ length: guesses }, () => outcome(confirm(actor, wrong))),
            { concurrency: atOnce ? "unbounded" : 1 }
          )
          const told = answers.flatMap((answer) =>
            "refused" in answer && answer.refused.tag === "SmsCodeWrong" ? [answer.refused.facts.attemptsLeft] : []
          )
          // Asked at once, a later one may be the first to be answered.
          const inTurn = atOnce ? told.toSorted((one, other) => Number(other) - Number(one)) : told
          assert.deepStrictEqual(
            inTurn,
            Array.from(told, (_, index) => attempts - 1 - index)
          )
          assert.isAtMost(told.length, attempts)
          if (!atOnce) assert.strictEqual(told.length, Math.min(guesses, attempts))
          assert.strictEqual(pendingOf(yield* kept(name))?.attemptsLeft, attempts - told.length)
          const right = yield* tagOf(confirm(actor, yield* lastCode))
          assert.strictEqual(right, told.length < attempts ? "ok" : "SmsCodeExpired")
        }),
        { there, policy: { sms: { attempts } } }
      ),
    { fastCheck: { numRuns: 15 } }
  )

  it.effect.prop(
    "tries used up are not given back by another code",
    [fc.integer({ min: 1, max: 4 })],
    ([guesses]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* atHolder
          yield* request(actor)
          for (let guess = 0; guess < guesses; guess++) yield* Effect.flip(confirm(actor, wrong))
          yield* TestClock.adjust("1 minute")
          yield* request(actor)
          assert.strictEqual(pendingOf(yield* kept(name))?.attemptsLeft, 5 - guesses)
        }),
        { there }
      ),
    { fastCheck: { numRuns: 4 } }
  )
})

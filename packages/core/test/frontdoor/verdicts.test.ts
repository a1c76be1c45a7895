import { assert, describe, it } from "@effect/vitest"
import { type Account, Limited, levelOf, Unavailable, Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import { steps } from "../flows/waypoints.js"
import { journalLength, kept, morning, outcome, tagOf } from "./twoEnterprises.js"
import { name, play, question, questionNames, questions } from "./ventriloquist.js"

const MINUTE = 60_000
const text = fc.constantFrom("name", "number", "lost", "revoked", "frozen")
const spending = fc.oneof(
  fc
    .option(fc.array(text), { nil: undefined })
    .map((fields) => Verdict.Mismatch(fields === undefined ? {} : { fields })),
  fc.constant(Verdict.MismatchOrNoRecord())
)
const free = fc.oneof(
  fc.constant(Verdict.NoRecord()),
  fc.constant(Verdict.NotSupported()),
  text.map((state) => Verdict.Unusable({ state })),
  text.map((field) => Verdict.InvalidInput({ field }))
)
const errors = fc.oneof(
  fc
    .option(fc.constant(morning + 1), { nil: undefined })
    .map((until) => new Limited({ port: "id-card", ...(until && { until }) })),
  fc.constant(new Unavailable({ port: "registry", detail: "no answer" }))
)

const withoutAttempts = ({ attempts: _, ...account }: Account) => account

describe("only a match certifies", () => {
  it.effect.prop(
    "any other verdict is refused and leaves everything but the attempts as it was",
    [question, fc.oneof(spending, free)],
    ([asked, verdict]) =>
      play(asked, ({ ask, tongue }) =>
        Effect.gen(function* () {
          const before = yield* kept(name)
          tongue.answer = Effect.succeed(verdict)
          const refused = yield* Effect.flip(ask)
          const after = yield* kept(name)
          if (refused._tag === "EnterpriseNotVerifiable" && asked.includes("certification")) {
            assert.deepStrictEqual(withoutAttempts({ ...after, journey: before.journey }), withoutAttempts(before))
            assert.isUndefined(after.journey)
          } else assert.deepStrictEqual(withoutAttempts(after), withoutAttempts(before))
          assert.strictEqual(levelOf(after), "none")
        })
      ),
    { fastCheck: { numRuns: 18 } }
  )

  it.effect.each(questionNames)("and a match takes %s further", (asked) =>
    play(asked, ({ ask }) =>
      Effect.gen(function* () {
        const before = yield* journalLength
        yield* ask
        assert.isAbove(yield* journalLength, before)
      })
    )
  )
})

describe("attempts", () => {
  it.effect.prop(
    "a verdict of no spends exactly one of its own budget, any other verdict and any error none",
    [question, fc.oneof(spending, free, errors)],
    ([asked, answer]) =>
      play(asked, ({ ask, tongue }) =>
        Effect.gen(function* () {
          const before = yield* journalLength
          tongue.answer = "port" in answer ? Effect.fail(answer) : Effect.succeed(answer)
          const tag = yield* tagOf(ask)
          const { attempts } = yield* kept(name)
          const spends = answer._tag === "Mismatch" || answer._tag === "MismatchOrNoRecord"
          assert.deepStrictEqual(attempts, spends ? { [questions[asked]!.budget]: { count: 1, since: morning } } : {})
          if ("port" in answer) {
            assert.strictEqual(tag, "VerifierUnavailable")
            assert.strictEqual(yield* journalLength, before)
          }
        })
      ),
    { fastCheck: { numRuns: 20 } }
  )

  it.effect.prop(
    "after policy's number the verifier is not asked any more until the window is over, and then again",
    [
      fc.constantFrom(...questionNames.filter((asked) => !asked.includes("journey"))),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 5, max: 25 })
    ],
    ([asked, attempts, attemptWindowMinutes]) =>
      play(
        asked,
        ({ ask, tongue }) =>
          Effect.gen(function* () {
            tongue.answer = Effect.succeed(Verdict.Mismatch({}))
            for (let index = 0; index < attempts; index++) {
              assert.notStrictEqual(yield* tagOf(ask), "AttemptsExhausted")
              yield* TestClock.adjust("1 minute")
            }
            const put = tongue.asked
            tongue.answer = Effect.succeed(Verdict.Match())
            const until = morning + attemptWindowMinutes * MINUTE
            const facts = (yield* outcome(ask)) as unknown
            assert.deepNestedInclude(facts as object, {
              "refused.tag": "AttemptsExhausted",
              "refused.facts": { until }
            })
            yield* TestClock.setTime(until - 1)
            assert.strictEqual(yield* tagOf(ask), "AttemptsExhausted")
            assert.strictEqual(tongue.asked, put)
            yield* TestClock.setTime(until)
            assert.strictEqual(yield* tagOf(ask), "ok")
          }),
        { certification: { attempts, attemptWindowMinutes } }
      ),
    { fastCheck: { numRuns: 10 } }
  )

  it.effect("one person's do not touch the other's, nor one channel the other", () =>
    play("CTID, about the representative", ({ ask, tongue, actor }) =>
      Effect.gen(function* () {
        tongue.answer = Effect.succeed(Verdict.Mismatch({}))
        for (let index = 0; index < 5; index++) yield* Effect.flip(ask)
        assert.strictEqual(yield* tagOf(ask), "AttemptsExhausted")
        tongue.answer = Effect.succeed(Verdict.Match())
        assert.strictEqual(yield* tagOf(steps.codeForRepresentative(actor)), "ok")
      })
    )
  )

  it.effect("twenty wrong ones at once tell no more than were counted", () =>
    play("the bank-card network, about the holder", ({ ask, tongue }) =>
      Effect.gen(function* () {
        tongue.answer = Effect.as(Effect.yieldNow(), Verdict.Mismatch({}))
        const tags = yield* Effect.all(
          Array.from({ length: 20 }, () => tagOf(ask)),
          { concurrency: "unbounded" }
        )
        const told = tags.filter((tag) => tag === "BankCardNotMatched").length
        const { attempts } = yield* kept(name)
        assert.strictEqual(attempts["account-holder/bank-card"]?.count, told)
        for (const tag of tags) assert.include(["BankCardNotMatched", "Stale", "AttemptsExhausted"], tag)
      })
    )
  )
})

import { assert, describe, it } from "@effect/vitest"
import { Actor, PasswordHasher, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import { logIn } from "./logIn.js"
import { accounts, as, journalLength, kept, morning, outcome, password, story, tagOf } from "./twoEnterprises.js"

const there = ["zhang", "manager", "operator"] as const
const name = "ciq_td_01"
const MINUTE = 60_000

/** How often a password was looked at. */
const looks = Effect.gen(function* () {
  const asked = yield* (yield* World.WorldRuntime).asked("password")
  return asked.filter(({ question }) => question.operation === "verify").length
})

describe("captcha (R-05)", () => {
  it.effect("a wrong one costs no guess, looks at no password and writes nothing", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const { id, answer } = yield* (yield* World.WorldRuntime).solvedCaptcha
        const before = yield* journalLength
        const attempt = (given: string) =>
          tagOf(door.execute(Actor.Anonymous(), "LogIn", { username: name, password, captcha: { id, answer: given } }))
        assert.strictEqual(yield* attempt(`${answer}0`), "CaptchaWrong")
        assert.strictEqual(yield* attempt(answer), "CaptchaWrong", "each is good for one answer")
        assert.strictEqual(yield* looks, 0)
        assert.strictEqual(yield* journalLength, before)
      }),
      { there }
    )
  )

  it.effect("one right answer lets in once, even to thirty-two at the same time", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const { id, answer } = yield* (yield* World.WorldRuntime).solvedCaptcha
        const tags = yield* Effect.all(
          Array.from({ length: 32 }, () =>
            tagOf(door.execute(Actor.Anonymous(), "LogIn", { username: name, password, captcha: { id, answer } }))
          ),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(tags.filter((tag) => tag === "ok").length, 1)
        assert.strictEqual(tags.filter((tag) => tag === "CaptchaWrong").length, 31)
      }),
      { there }
    )
  )
})

describe("guesses", () => {
  it.effect.prop(
    "in parallel each is counted, and no more than policy says reach the hasher before the lock",
    [fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 64 })],
    ([attempts, guesses]) =>
      story(
        Effect.gen(function* () {
          const tags = yield* Effect.all(
            Array.from({ length: guesses }, (_, index) => tagOf(logIn(name, `guess ${index}`))),
            { concurrency: "unbounded" }
          )
          const looked = yield* looks
          const { logIn: counted } = yield* kept(name)
          assert.strictEqual(counted.failuresInAll, looked)
          assert.isAtMost(looked, attempts)
          assert.strictEqual(tags.filter((tag) => tag === "CredentialsWrong").length, looked)
          for (const tag of tags) assert.include(["CredentialsWrong", "AccountLocked", "Stale"], tag)
          if (guesses >= attempts) assert.strictEqual(counted.lockedUntil, morning + 15 * MINUTE)
        }),
        { there, policy: { logIn: { attempts } } }
      ),
    { fastCheck: { numRuns: 8 } }
  )

  type Move = "right" | "wrong" | { readonly wait: number }
  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.constant("right" as const),
    { weight: 4, arbitrary: fc.constant("wrong" as const) },
    fc.record({ wait: fc.constantFrom(1, 7, 15) })
  )

  it.effect.prop(
    "one by one they lock, unlock by time, start anew after a success, and stop for good at the hard stop",
    [fc.array(move, { minLength: 5, maxLength: 25 })],
    ([moves]) =>
      story(
        Effect.gen(function* () {
          const policy = { attempts: 3, hardStop: 7 }
          let failures = 0
          let inAll = 0
          let lockedUntil = 0
          let hard = false
          let now = morning
          for (const move of moves) {
            if (typeof move === "object") {
              now += move.wait * MINUTE
              yield* TestClock.setTime(now)
              continue
            }
            const answer = yield* outcome(logIn(name, move === "right" ? password : "wrong one"))
            if (hard || lockedUntil > now) {
              assert.deepEqual<unknown>(answer, {
                refused: {
                  tag: "AccountLocked",
                  rules: ["R-05"],
                  facts: hard ? {} : { until: lockedUntil },
                  remedies: ["WaitUntil", "AskAdministrator"]
                }
              })
              continue
            }
            if (move === "right") {
              assert.property(answer, "ok")
              failures = 0
              inAll = 0
              lockedUntil = 0
              continue
            }
            assert.nestedPropertyVal(answer, "refused.tag", "CredentialsWrong")
            failures++
            inAll++
            lockedUntil = 0
            if (failures === policy.attempts) {
              failures = 0
              lockedUntil = now + 15 * MINUTE
            }
            hard = inAll >= policy.hardStop
          }
          const { failuresInAll, hardLocked } = (yield* kept(name)).logIn
          assert.deepStrictEqual({ failuresInAll, hardLocked }, { failuresInAll: inAll, hardLocked: hard })
        }),
        { there, policy: { logIn: { attempts: 3, hardStop: 7 } } }
      ),
    { fastCheck: { numRuns: 12 } }
  )

  it.effect("an unknown user name and a wrong password are answered with the same bytes, after the same look", () =>
    story(
      Effect.gen(function* () {
        const unknown = JSON.stringify(yield* outcome(logIn("nobody99", password)))
        assert.strictEqual(yield* looks, 1)
        const wrong = JSON.stringify(yield* outcome(logIn(name, "wrong one")))
        assert.strictEqual(yield* looks, 2)
        assert.strictEqual(unknown, wrong)
        assert.notInclude(unknown, "nobody99")
      }),
      { there }
    )
  )

  it.effect("an account without a password is answered alike", () =>
    story(
      Effect.gen(function* () {
        const { password: _, ...rest } = accounts.yang
        yield* World.seed({ ...rest, username: "ciq_td_09" })
        const none = yield* outcome(logIn("ciq_td_09", ""))
        assert.deepStrictEqual(none, yield* outcome(logIn("nobody99", "")))
      }),
      { there }
    )
  )
})

/** A hasher that takes its time, as a real one does, while others go on. */
const slow = Layer.succeed(PasswordHasher, {
  hash: (given) => Effect.succeed(`kept ${Redacted.value(given)}`),
  verify: (given, hash) => Effect.as(Effect.repeatN(Effect.yieldNow(), 20), hash === `kept ${Redacted.value(given)}`)
}) as Layer.Layer<never>

describe("right answers at the same time", () => {
  it.effect("all come in: nobody is told to open stale data again", () =>
    story(
      Effect.gen(function* () {
        const tags = yield* Effect.all(
          Array.from({ length: 4 }, () => tagOf(logIn(name, password))),
          { concurrency: "unbounded" }
        )
        assert.deepStrictEqual(tags, ["ok", "ok", "ok", "ok"])
        assert.strictEqual((yield* kept(name)).logIn.failuresInAll, 0)
      }),
      { there, ports: slow }
    )
  )

  it.effect("a right one beside wrong ones comes in, unless they have locked the account first", () =>
    story(
      Effect.gen(function* () {
        const tags = yield* Effect.all(
          ["wrong", password, "wrong", "wrong"].map((given) => tagOf(logIn(name, given))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(tags[1], "ok")
      }),
      { there, ports: slow }
    )
  )
})

describe("a card log-in while others guess the password", () => {
  it.effect("comes in, and the card signs once", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        yield* outside.insert("tongdaLegalPerson")
        yield* door.execute(yield* as(name), "BindCard", {})
        const asked = (yield* outside.asked("card")).length
        const byCard = tagOf(door.execute(Actor.Anonymous(), "LogInWithCard", {}))
        const guesses = ["a", "b", "c"].map((given) => tagOf(logIn(name, given)))
        const tags = yield* Effect.all([...guesses, byCard], { concurrency: "unbounded" })
        assert.strictEqual(tags.at(-1), "ok")
        assert.strictEqual((yield* outside.asked("card")).length, asked + 1)
      }),
      { there }
    )
  )
})

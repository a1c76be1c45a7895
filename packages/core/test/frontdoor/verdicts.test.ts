import { assert, describe, it } from "@effect/vitest"
import {
  type Account,
  type Actor,
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  Limited,
  levelOf,
  type Refusal,
  SingleWindow,
  Store,
  Unavailable,
  Verdict
} from "@single-window/core"
import type { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import { steps, type WaypointName, walkTo } from "../flows/waypoints.js"
import { as, journalLength, kept, morning, outcome, people, story, tagOf } from "./twoEnterprises.js"

const there = ["zhang", "manager"] as const
const name = "ciq_td_01"
const MINUTE = 60_000

type Answer = Effect.Effect<Verdict, Limited | Unavailable>

/** Verifiers that say whatever the test has put on their tongue, "yes" until then. */
const ventriloquist = () => {
  const tongue = { answer: Effect.succeed(Verdict.Match()) as Answer, asked: 0 }
  const say = Effect.suspend(() => {
    tongue.asked++
    return tongue.answer
  })
  const ports = Layer.mergeAll(
    Layer.succeed(EnterpriseRegistry, { check: () => say }),
    Layer.succeed(IdCardVerifier, { verify: () => say }),
    Layer.succeed(BankCardVerifier, { verify: () => say })
  ) as unknown as Layer.Layer<World.Ports>
  return { tongue, ports }
}

/** Every question to a verifier: where the journey stands, what asks, and where its attempts are counted. */
const questions: Readonly<
  Record<
    string,
    { at?: WaypointName; ask: (actor: Actor) => Effect.Effect<unknown, Refusal, World.Everything>; budget: string }
  >
> = {
  "the registry, about an edit": {
    ask: (actor) =>
      Effect.flatMap(SingleWindow, (door) =>
        door.execute(actor, "EditEnterprise", { name: "北京示例通达商贸有限公司" })
      ),
    budget: "enterprise/registry"
  },
  "the registry, in certification": {
    at: "AwaitingEnterprise",
    ask: steps.verifyEnterprise,
    budget: "enterprise/registry"
  },
  "CTID, about the representative": {
    at: "AwaitingLegalRepresentative",
    ask: steps.idCardOfRepresentative,
    budget: "legal-representative/id-card"
  },
  "CTID, about the holder": {
    at: "AwaitingAccountHolder",
    ask: steps.idCardOfHolder,
    budget: "account-holder/id-card"
  },
  "CTID, about the holder of a card journey": {
    at: "AwaitingCardHolderIdentity",
    ask: steps.provideIdentity,
    budget: "account-holder/id-card"
  },
  "CTID, about the holder of a bank journey": {
    at: "AwaitingBankHolder",
    ask: steps.idCardOfHolder,
    budget: "account-holder/id-card"
  },
  "the bank-card network, about the representative": {
    at: "AwaitingLegalRepresentative",
    ask: steps.codeForRepresentative,
    budget: "legal-representative/bank-card"
  },
  "the bank-card network, about the holder": {
    at: "AwaitingBankHolder",
    ask: steps.codeForHolder,
    budget: "account-holder/bank-card"
  }
}
const questionNames = Object.keys(questions) as ReadonlyArray<keyof typeof questions>
const question = fc.constantFrom(...questionNames)

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

const play = <A>(
  asked: string,
  tell: (context: {
    ask: Effect.Effect<unknown, Refusal, World.Everything>
    tongue: ReturnType<typeof ventriloquist>["tongue"]
    actor: Actor
  }) => Effect.Effect<A, unknown, World.Everything>,
  policy: unknown = {}
) => {
  const { tongue, ports } = ventriloquist()
  const { at, ask } = questions[asked]!
  return story(
    Effect.gen(function* () {
      const actor = yield* as(name)
      if (at !== undefined) yield* walkTo(actor, at)
      return yield* tell({ ask: ask(actor), tongue, actor })
    }),
    { there, ports, policy }
  )
}

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

/** What somebody else does to the account while a verifier thinks. */
const meddlings: Readonly<Record<string, (actor: Actor) => Effect.Effect<unknown, unknown, World.Everything>>> = {
  "the holder is edited": (actor) =>
    Effect.flatMap(SingleWindow, (door) => door.execute(actor, "EditHolder", { name: "张伟明" })),
  "the journey is given up": (actor) =>
    Effect.flatMap(SingleWindow, (door) => door.execute(actor, "AbandonCertification", {})),
  "another journey is begun": (actor) =>
    Effect.flatMap(SingleWindow, (door) => door.execute(actor, "StartCertification", { method: "ic-card" })),
  "the account is deleted": () =>
    Effect.gen(function* () {
      yield* (yield* SingleWindow).execute(yield* as("tdmanager"), "DeleteOperator", { account: name })
    }),
  "the password is reset": () =>
    Effect.gen(function* () {
      yield* (yield* SingleWindow).execute(yield* as("tdmanager"), "ResetOperatorPassword", { account: name })
    })
}
const meddlingNames = Object.keys(meddlings)

describe("a verdict holds for the account that was asked about, and no other (I-3)", () => {
  it.effect.prop(
    "one that comes after the account was changed is not used, whether yes or no",
    [
      fc.constantFrom(...questionNames.filter((asked) => !asked.includes("edit"))),
      fc.constantFrom(...meddlingNames),
      fc.constantFrom(Verdict.Match(), Verdict.Mismatch({}))
    ],
    ([asked, meddling, verdict]) =>
      play(asked, ({ ask, tongue, actor }) =>
        Effect.gen(function* () {
          const store = yield* Store
          const everything = yield* Effect.context<World.Everything>()
          const { id } = yield* kept(name)
          let between: unknown
          tongue.answer = Effect.gen(function* () {
            tongue.answer = Effect.succeed(Verdict.Match())
            yield* Effect.orDie(meddlings[meddling]!(actor))
            between = yield* Effect.orDie(store.load(id))
            return verdict
          }).pipe(Effect.provide(everything)) as Answer
          assert.strictEqual(yield* tagOf(ask), "Stale")
          assert.deepStrictEqual<unknown>(yield* store.load(id), between)
        })
      ),
    { fastCheck: { numRuns: 20 } }
  )

  it.effect("an edit of the enterprise is not saved on an answer about a version that is gone", () =>
    play("the registry, about an edit", ({ ask, tongue, actor }) =>
      Effect.gen(function* () {
        const everything = yield* Effect.context<World.Everything>()
        tongue.answer = Effect.gen(function* () {
          tongue.answer = Effect.succeed(Verdict.Match())
          const other = { legalRepresentativeName: people.linYong.name }
          yield* Effect.orDie((yield* SingleWindow).execute(actor, "EditEnterprise", other))
          return Verdict.Match()
        }).pipe(Effect.provide(everything)) as Answer
        assert.strictEqual(yield* tagOf(ask), "Stale")
        const { enterprise } = yield* kept(name)
        assert.strictEqual(enterprise.name, "北京示例通达贸易有限公司")
        assert.strictEqual(enterprise.legalRepresentativeName, people.linYong.name)
      })
    )
  )
})

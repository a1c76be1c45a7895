import { assert, describe, it } from "@effect/vitest"
import { BankCardVerifier, EnterpriseRegistry, IdCardVerifier, Verdict } from "@single-window/core"
import { Cause, Effect, Exit, Fiber, Option, TestClock } from "effect"
import * as fc from "fast-check"
import * as Mock from "../../src/mock/index.js"
import * as World from "../../src/world/index.js"
import { acme, small, zhangElements, zhangFactors } from "../world/smallWorld.js"

describe("faults", () => {
  it.effect("speak in order and then let the world speak again", () =>
    Effect.gen(function* () {
      const verifier = yield* IdCardVerifier
      const runtime = yield* World.WorldRuntime
      yield* runtime.fault("id-card", ["mismatch", "no-record", "mismatch-or-no-record", "not-supported", "unusable"])
      yield* runtime.fault("id-card", ["unavailable", "limited"])
      const ask = verifier.verify(zhangElements).pipe(
        Effect.merge,
        Effect.map(({ _tag }) => _tag)
      )
      const answers = yield* Effect.replicateEffect(ask, 8)
      assert.deepStrictEqual(answers, [
        "Mismatch",
        "NoRecord",
        "MismatchOrNoRecord",
        "NotSupported",
        "Unusable",
        "Unavailable",
        "Limited",
        "Match"
      ])
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a match can be forced on somebody who is not on record", () =>
    Effect.gen(function* () {
      yield* (yield* World.WorldRuntime).fault("registry", ["match"])
      const registry = yield* EnterpriseRegistry
      assert.deepStrictEqual(yield* registry.check({ enterprise: { ...acme, name: "别的" } }), Verdict.Match())
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a late answer comes, and is still the world's", () =>
    Effect.gen(function* () {
      yield* (yield* World.WorldRuntime).fault("bank-card", ["late"])
      const fiber = yield* Effect.fork((yield* BankCardVerifier).verify(zhangFactors))
      yield* TestClock.adjust("9 seconds")
      assert.isTrue(Option.isNone(yield* Fiber.poll(fiber)))
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(yield* Fiber.join(fiber), Verdict.Match())
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("an answer that a port cannot give is refused when it is scripted", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip((yield* World.WorldRuntime).fault("sms", ["sent" as never]))
      assert.strictEqual(error._tag, "FaultNotPossible")
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a port that there is not is refused, in place of one that was never asked", () =>
    Effect.gen(function* () {
      const outside = yield* World.WorldRuntime
      const error = yield* Effect.flip(outside.fault("id-crd" as never, ["match"]))
      assert.include(error.message, "there is no port id-crd; there are registry, id-card")
      const exit = yield* Effect.exit(outside.asked("id-crd" as never))
      assert.isTrue(Exit.isFailure(exit) && Cause.pretty(exit.cause).includes("there is no port id-crd"))
      assert.deepStrictEqual(yield* outside.asked("entropy"), [])
    }).pipe(Effect.provide(World.layer(small)))
  )

  it("a script with a word that its port cannot say stops before anything is asked", () => {
    assert.throws(
      () => Mock.IdCardVerifier.script("mach" as never),
      'mock id-card: a script cannot say "mach"; it can say match'
    )
    assert.throws(() => Mock.EnterpriseRegistry.script("pin-wrong" as never), "mock registry: a script cannot say")
    assert.throws(() => Mock.BankCardVerifier.script(["match"] as never), 'a script cannot say ["match"]')
    assert.throws(() => Mock.SmsSender.script("snet" as never), "it can say sent, unavailable, limited")
    assert.throws(() => Mock.CardReader.script("gone" as never), "it can say unavailable")
    assert.throws(() => Mock.BankUkeyGateway.script("forgd" as never), "it can say forged, unavailable")
  })

  it.effect("a misspelt option of a world stops it: strictness would be off, and nobody would know", () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(
        Effect.provide(IdCardVerifier, World.layer(small, { refuseUndeclard: true } as never))
      )
      assert.isTrue(Exit.isFailure(exit) && Cause.pretty(exit.cause).includes("a world has no option refuseUndeclard"))
    })
  )

  it.effect("an outage of CTID stays until it is lifted, and spares the other ports", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      const verifier = yield* IdCardVerifier
      yield* runtime.setFaultProfile("ctid-outage")
      for (let time = 0; time < 3; time++)
        assert.strictEqual((yield* Effect.flip(verifier.verify(zhangElements)))._tag, "Unavailable")
      assert.deepStrictEqual(yield* (yield* EnterpriseRegistry).check({ enterprise: acme }), Verdict.Match())
      yield* runtime.setFaultProfile(undefined)
      assert.deepStrictEqual(yield* verifier.verify(zhangElements), Verdict.Match())
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a stale registry answers by the former name", () =>
    Effect.gen(function* () {
      const registry = yield* EnterpriseRegistry
      assert.deepStrictEqual(yield* registry.check({ enterprise: acme }), Verdict.Mismatch({ fields: ["name"] }))
      const former = { ...acme, name: "北京旧名贸易有限公司" }
      assert.deepStrictEqual(yield* registry.check({ enterprise: former }), Verdict.Match())
    }).pipe(Effect.provide(World.layer(small, { profile: "registry-stale" })))
  )

  it.effect("rough weather is the same for the same seed, and neither always bad nor always good", () =>
    Effect.gen(function* () {
      const weather = (seed: string) =>
        Effect.gen(function* () {
          const verifier = yield* IdCardVerifier
          const ask = verifier.verify(zhangElements).pipe(
            Effect.merge,
            Effect.map(({ _tag }) => _tag)
          )
          return yield* Effect.replicateEffect(ask, 60)
        }).pipe(Effect.provide(World.layer(small, { profile: "rough", seed, lateBy: 0 })))
      const first = yield* weather("a")
      assert.deepStrictEqual(yield* weather("a"), first)
      assert.notDeepEqual(yield* weather("b"), first)
      assert.include(first, "Match")
      assert.include(first, "Unavailable")
    })
  )
})

describe("a profile that nobody knows", () => {
  const unknown = fc.string().filter((word) => !(World.faultProfiles as ReadonlyArray<string>).includes(word))
  const isLoud = <A>(exit: Exit.Exit<A, unknown>) =>
    Exit.isFailure(exit) && Cause.isDie(exit.cause) && Cause.squash(exit.cause) instanceof World.FaultProfileUnknown

  it.effect.prop("stops a program that no compiler looked at, at the start", [unknown], ([word]) =>
    Effect.gen(function* () {
      const profile = word as World.FaultProfile
      const runtime = Effect.provide(World.WorldRuntime, World.layer(small, { profile }))
      assert.isTrue(isLoud(yield* Effect.exit(runtime)))
    })
  )

  it.effect("and later on, and names those there are", () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit((yield* World.WorldRuntime).setFaultProfile("ruff" as World.FaultProfile))
      assert.isTrue(isLoud(exit))
      assert.match(Exit.isFailure(exit) ? Cause.pretty(exit.cause) : "", /no fault profile ruff; there are .*, rough/)
    }).pipe(Effect.provide(World.layer(small)))
  )
})

describe("what is asked", () => {
  it.effect("is remembered in order, a bounded number of times", () =>
    Effect.gen(function* () {
      const verifier = yield* IdCardVerifier
      const names = Array.from({ length: 11 }, (_, index) => `第${index}人`)
      yield* Effect.forEach(names, (name) => verifier.verify({ ...zhangElements, name }))
      const asked = yield* (yield* World.WorldRuntime).asked("id-card")
      assert.deepStrictEqual(
        asked.map(({ question }) => question.name),
        names.slice(-4)
      )
    }).pipe(Effect.provide(World.layer(small, { remember: 4 })))
  )

  it.effect("of somebody undeclared stops a strict mock, with a line that says why and names nobody", () =>
    Effect.gen(function* () {
      const number = "34052419800101001X"
      const exit = yield* Effect.exit((yield* IdCardVerifier).verify({ ...zhangElements, number }))
      assert.isTrue(Exit.isFailure(exit) && Cause.isDie(exit.cause))
      const defect = Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined
      assert.instanceOf(defect, World.AskedAboutUndeclared)
      for (const language of ["zh", "en"] as const) {
        const line = defect.line(language)
        assert.match(line, language === "zh" ? /端口 id-card 背后是模拟环境/ : /behind the port id-card was asked/)
        assert.notInclude(line, number)
        assert.notInclude(line, "\n")
      }
    }).pipe(Effect.provide(World.layer(small, { refuseUndeclared: true })))
  )
})

describe("a script alone", () => {
  it.effect("answers in order and dies loudly at a question too many", () =>
    Effect.gen(function* () {
      const { asked, service } = yield* Mock.EnterpriseRegistry.scriptedService(
        "match",
        Effect.succeed(Verdict.NoRecord())
      )
      assert.deepStrictEqual(yield* service.check({ enterprise: acme }), Verdict.Match())
      assert.deepStrictEqual(yield* service.check({ enterprise: acme }), Verdict.NoRecord())
      const exit = yield* Effect.exit(service.check({ enterprise: acme }))
      assert.isTrue(Exit.isFailure(exit) && Cause.isDie(exit.cause))
      assert.strictEqual((yield* asked).length, 3)
    })
  )
})

import { assert, describe, it } from "@effect/vitest"
import { BankCardVerifier, EnterpriseRegistry, IdCardVerifier, Verdict } from "@single-window/core"
import { Cause, Effect, Exit, Fiber, Option, TestClock } from "effect"
import * as Mock from "../../src/mock/index.js"
import * as World from "../../src/world/index.js"
import { acme, small, zhangElements, zhangFactors } from "../world/smallWorld.js"

const li = { name: "李娜", document: { type: "resident-id", number: "440106198512123023" } }

describe("the registry answers from the world", () => {
  const rows: ReadonlyArray<
    readonly [string, Parameters<(typeof EnterpriseRegistry)["Service"]["check"]>[0], Verdict]
  > = [
    ["all four fields", { enterprise: acme }, Verdict.Match()],
    [
      "with the representative's document",
      { enterprise: acme, legalRepresentativeDocument: zhangFactors.document },
      Verdict.Match()
    ],
    ["another name", { enterprise: { ...acme, name: "别的公司" } }, Verdict.Mismatch({ fields: ["name"] })],
    [
      "another representative's document",
      { enterprise: acme, legalRepresentativeDocument: li.document },
      Verdict.Mismatch({ fields: ["legalRepresentativeDocument"] })
    ],
    [
      "a code of nobody's under a known name",
      { enterprise: { ...acme, unifiedSocialCreditCode: "91110000101623741K", organizationCode: "" } },
      Verdict.Mismatch({ fields: ["unifiedSocialCreditCode"] })
    ],
    ["by organization code alone", { enterprise: { ...acme, unifiedSocialCreditCode: "" } }, Verdict.Match()],
    [
      "no code at all",
      { enterprise: { ...acme, unifiedSocialCreditCode: "", organizationCode: "" } },
      Verdict.Mismatch({ fields: ["unifiedSocialCreditCode"] })
    ],
    [
      "a blank representative",
      { enterprise: { ...acme, legalRepresentativeName: "" } },
      Verdict.Mismatch({ fields: ["legalRepresentativeName"] })
    ],
    [
      "nobody",
      {
        enterprise: {
          name: "无名",
          unifiedSocialCreditCode: "91110000101623741K",
          organizationCode: "",
          legalRepresentativeName: ""
        }
      },
      Verdict.NoRecord()
    ],
    [
      "a public institution by three elements",
      {
        enterprise: {
          name: "示例研究所",
          unifiedSocialCreditCode: "913301087458306077",
          organizationCode: "745830607",
          legalRepresentativeName: "李娜"
        }
      },
      Verdict.Match()
    ],
    [
      "a public institution by four",
      {
        enterprise: {
          name: "示例研究所",
          unifiedSocialCreditCode: "913301087458306077",
          organizationCode: "745830607",
          legalRepresentativeName: "李娜"
        },
        legalRepresentativeDocument: li.document
      },
      Verdict.NotSupported()
    ],
    [
      "a revoked enterprise",
      {
        enterprise: {
          name: "已吊销示例有限公司",
          unifiedSocialCreditCode: "91350206MA32JUL977",
          organizationCode: "MA32JUL97",
          legalRepresentativeName: "赵强"
        }
      },
      Verdict.Unusable({ state: "revoked" })
    ]
  ]
  for (const [why, question, verdict] of rows) {
    it.effect(why, () =>
      Effect.gen(function* () {
        const registry = yield* EnterpriseRegistry
        assert.deepStrictEqual(yield* registry.check(question), verdict)
      }).pipe(Effect.provide(World.layer(small)))
    )
  }
})

describe("CTID answers from the world", () => {
  const rows = [
    ["all four elements", zhangElements, Verdict.Match()],
    ["another name", { ...zhangElements, name: "张三" }, Verdict.Mismatch({ fields: ["name"] })],
    [
      "no expiry where there is one",
      { ...zhangElements, validTo: "00000000" },
      Verdict.Mismatch({ fields: ["validTo"] })
    ],
    [
      "right, but not in the platform",
      { name: "李娜", number: "440106198512123023", validFrom: "20100101", validTo: "00000000" },
      Verdict.NoRecord()
    ],
    ["undeclared", { ...zhangElements, number: "34052419800101001X" }, Verdict.NoRecord()],
    [
      "a lost card",
      { name: "赵强", number: "11010519491231002X", validFrom: "20050101", validTo: "00000000" },
      Verdict.Unusable({ state: "lost" })
    ],
    ["a passport", { ...zhangElements, name: "王芳", number: "E12345678" }, Verdict.NotSupported()],
    ["fifteen digits", { ...zhangElements, number: "110101900307001" }, Verdict.InvalidInput({ field: "number" })],
    ["a date in words", { ...zhangElements, validTo: "长期" }, Verdict.InvalidInput({ field: "validTo" })]
  ] as const
  for (const [why, card, verdict] of rows) {
    it.effect(why, () =>
      Effect.gen(function* () {
        const verifier = yield* IdCardVerifier
        assert.deepStrictEqual(yield* verifier.verify(card), verdict)
      }).pipe(Effect.provide(World.layer(small)))
    )
  }
})

describe("the bank-card network answers from the world", () => {
  const rows = [
    ["all four factors", zhangFactors, Verdict.Match()],
    ["another mobile", { ...zhangFactors, mobile: "13800000009" }, Verdict.Mismatch({ fields: ["mobile"] })],
    ["somebody else's card", { ...zhangFactors, ...li }, Verdict.Mismatch({ fields: ["name", "document"] })],
    [
      "a card of nobody's",
      { ...zhangFactors, cardNumber: "6227001234567890139" },
      Verdict.Mismatch({ fields: ["cardNumber"] })
    ],
    [
      "somebody without a card",
      {
        ...zhangFactors,
        name: "王芳",
        document: { type: "passport", number: "E12345678" },
        cardNumber: "6227001234567890139"
      },
      Verdict.NoRecord()
    ],
    [
      "a frozen card",
      { ...li, cardNumber: "6217001234567890122", mobile: "13800000002" },
      Verdict.Unusable({ state: "frozen" })
    ],
    ["letters for a card number", { ...zhangFactors, cardNumber: "ABC" }, Verdict.InvalidInput({ field: "cardNumber" })]
  ] as const
  for (const [why, factors, verdict] of rows) {
    it.effect(why, () =>
      Effect.gen(function* () {
        const verifier = yield* BankCardVerifier
        assert.deepStrictEqual(yield* verifier.verify(factors), verdict)
      }).pipe(Effect.provide(World.layer(small)))
    )
  }
})

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
      const exit = yield* Effect.exit(
        (yield* IdCardVerifier).verify({ ...zhangElements, number: "34052419800101001X" })
      )
      assert.isTrue(Exit.isFailure(exit) && Cause.isDie(exit.cause))
      const line = Exit.isFailure(exit) ? Cause.pretty(exit.cause) : ""
      assert.include(line, "does not declare")
      assert.notInclude(line, "34052419800101001X")
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

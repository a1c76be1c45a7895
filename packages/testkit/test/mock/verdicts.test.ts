import { assert, describe, it } from "@effect/vitest"
import { BankCardVerifier, EnterpriseRegistry, IdCardVerifier, Verdict } from "@single-window/core"
import { Effect } from "effect"
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

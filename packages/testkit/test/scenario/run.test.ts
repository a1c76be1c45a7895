import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { parse } from "yaml"
import * as Scenario from "../../src/scenario/index.js"

const contract = readFileSync(new URL("./contract.yaml", import.meta.url), "utf8")
const run = (text: string) => Scenario.run(text, "contract.yaml")

/** The contract's example with other steps. */
const withSteps = (steps: string) => `${contract.slice(0, contract.indexOf("steps:"))}steps:\n${steps}`

describe("a scenario file", () => {
  it.effect("runs from its first line to its last, on its own clock and on a fresh world each time", () =>
    Effect.gen(function* () {
      const first = yield* run(contract)
      const second = yield* run(contract)
      assert.deepStrictEqual(first.failures, [])
      assert.isTrue(first.passed)
      assert.strictEqual(JSON.stringify(first), JSON.stringify(second))
      assert.deepStrictEqual(first.reached, { rules: ["R-12", "R-14"], refusals: ["TooManyFieldsChanged"] })
    })
  )

  it.effect("may as well be JSON", () =>
    Effect.gen(function* () {
      const report = yield* run(JSON.stringify(parse(contract)))
      assert.deepStrictEqual(report.failures, [])
    })
  )

  it.effect("a step that goes otherwise is told with what was expected, what came, and what had happened before", () =>
    Effect.gen(function* () {
      const report = yield* run(
        withSteps(
          [
            "  - { do: StartCertification, as: ciq_bj_001, with: { method: ic-card }, ok: { step: card, level: high } }",
            "  - { do: UnbindCard, as: ciq_bj_001, refused: CardNotBound }",
            "  - { do: StartCertification, as: acmeadmin, with: { method: ic-card } }",
            "  - { account: ciq_bj_001, is: { level: low, journey: { step: card }, cardBinding: bound } }",
            "  - { do: EditHolder, as: ciq_bj_001, with: { name: ' ' }, refused: FieldInvalid, facts: { field: mobile } }"
          ].join("\n")
        )
      )
      assert.isFalse(report.passed)
      const first = report.failures[0]
      assert.deepInclude(first, {
        step: 1,
        line: 14,
        what: "StartCertification as ciq_bj_001",
        expected: { ok: { step: "card", level: "high" } },
        actual: { ok: { step: "card", level: null } }
      })
      assert.deepStrictEqual(
        first?.history?.map(({ version, at, event }) => [version, at, event]),
        [
          [1, "2022-05-10T01:00:00.000Z", "AccountTakenOver"],
          [2, "2022-05-10T01:00:00.000Z", "CertificationStarted"]
        ]
      )
      assert.deepStrictEqual(
        report.failures.slice(1).map(({ step, expected, actual }) => ({ step, expected, actual })),
        [
          { step: 2, expected: { refused: { tag: "CardNotBound" } }, actual: { ok: { binding: "none" } } },
          {
            step: 3,
            expected: { ok: true },
            actual: {
              refused: {
                tag: "NotInScope",
                rules: ["R-01", "R-02"],
                facts: { origin: "registered" },
                remedies: [],
                message:
                  "本功能只适用于从其他系统迁移来的、未做实名认证的企业用户；通过单一窗口注册或直接用卡登录的用户无需在此认证"
              }
            }
          },
          {
            step: 4,
            expected: { level: "low", journey: { step: "card" }, cardBinding: "bound" },
            actual: { level: "none", journey: { step: "card" }, cardBinding: "none" }
          },
          {
            step: 5,
            expected: { refused: { tag: "FieldInvalid", facts: { field: "mobile" } } },
            actual: { refused: { tag: "FieldInvalid", facts: { field: "name" } } }
          }
        ]
      )
    })
  )

  it.effect("the store itself can be away, or somebody else can save first", () =>
    Effect.gen(function* () {
      const report = yield* run(
        withSteps(
          [
            "  - fault: { port: store, next: [unavailable] }",
            "  - { do: EditHolder, as: ciq_bj_001, with: { name: 王五 }, refused: StoreUnavailable }",
            "  - { do: EditHolder, as: ciq_bj_001, with: { name: 王五 } }",
            "  - fault: { port: store, next: [conflict] }",
            "  - { do: EditEnterprise, as: ciq_bj_001, with: { legalRepresentativeName: 王五 }, refused: Stale }",
            "  - { do: StartCertification, as: ciq_bj_001, with: { method: bank-ukey, bank: CCB } }",
            "  - fault: { port: store, next: [conflict] }",
            "  - { do: CompleteBankUkey, as: ciq_bj_001, with: { parameters: $bankReturn }, refused: Stale }",
            "  - { do: CompleteBankUkey, as: ciq_bj_001, with: { parameters: $bankReturn } }"
          ].join("\n")
        )
      )
      assert.deepStrictEqual(
        report.failures.map(({ step, actual }) => [step, (actual as { refused?: { tag: string } }).refused?.tag]),
        []
      )
    })
  )

  it.effect("a placeholder that stands for nothing yet fails its step, and a late answer takes its time", () =>
    Effect.gen(function* () {
      const report = yield* run(
        withSteps(
          [
            "  - { do: ConfirmBankCardCode, as: ciq_bj_001, with: { subject: account-holder, code: $sms } }",
            "  - { do: StartCertification, as: ciq_bj_001, with: { method: legal-representative } }",
            "  - fault: { port: registry, next: [late] }",
            '  - { do: VerifyEnterprise, as: ciq_bj_001, with: { legalRepresentativeDocument: { type: resident-id, number: "110101199003070011" } } }',
            "  - { account: ciq_bj_001, is: { journey: { step: legal-representative, expiresAt: 2022-05-10T01:30:00.000Z } } }"
          ].join("\n")
        )
      )
      assert.deepStrictEqual(
        report.failures.map(({ step, actual }) => ({ step, actual })),
        [{ step: 1, actual: { failed: "no SMS code was sent" } }]
      )
    })
  )
})

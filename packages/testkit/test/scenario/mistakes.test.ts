import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Scenario from "../../src/scenario/index.js"

const contract = readFileSync(new URL("./contract.yaml", import.meta.url), "utf8")

/** The contract's example with one text put in the place of another, and every mistake that is then found. */
const mistakes = (from: string, to: string): ReadonlyArray<string> => {
  assert.include(contract, from)
  const read = Scenario.read(contract.replace(from, to), "bad.yaml")
  return Either.isRight(read) ? [] : read.left.lines("en")
}

const lineOf = (text: string): number => contract.slice(0, contract.indexOf(text)).split("\n").length

const table: ReadonlyArray<readonly [what: string, from: string, to: string, expected: string]> = [
  ["a key", "policy: {}", "polcy: {}", "no such key: polcy; did you mean policy?"],
  ["a key of a step", "    as: ciq_bj_001", "    ass: ciq_bj_001", "no such key: ass; did you mean as?"],
  ["a key of a person", "ctid: true", "citd: true", "no such key: citd; did you mean ctid?"],
  ["a kind of step", "- insert: key1", "- inser: key1", "no such key: inser; did you mean insert?"],
  [
    "a command",
    "do: EditEnterprise",
    "do: EditEnterprize",
    "no such command: EditEnterprize; did you mean EditEnterprise?"
  ],
  ["a field of a command", "with: { name: 新", "with: { nam: 新", "no such key: nam; did you mean name?"],
  ["a placeholder", "captcha: $captcha", "captcha: $capcha", "no such placeholder: $capcha; did you mean $captcha?"],
  [
    "a person",
    "legalRepresentative: zhang",
    "legalRepresentative: zhnag",
    "no such person: zhnag; did you mean zhang?"
  ],
  [
    "an enterprise",
    "enterprise: acme, holder: zhang, kind",
    "enterprise: acne, holder: zhang, kind",
    "no such enterprise: acne; did you mean acme?"
  ],
  ["a card", "insert: key1", "insert: kye1", "no such card: kye1; did you mean key1?"],
  ["a user name", "    as: ciq_bj_001", "    as: ciq_bj_01", "no such account: ciq_bj_01; did you mean ciq_bj_001?"],
  ["a role of staff", "    as: ciq_bj_001", "    as: staff:wang/clark", "no such actor: clark; did you mean clerk?"],
  ["a port", "port: id-card", "port: idcard", "no such port: idcard; did you mean id-card?"],
  ["a fault", "[unavailable, match]", "[unavailible, match]", "no such answer: unavailible; did you mean unavailable?"],
  ["a fault of another port", "[unavailable, match]", "[pin-wrong]", "no such answer: pin-wrong"],
  [
    "a refusal",
    "refused: TooManyFieldsChanged",
    "refused: TooManyFieldChanged",
    "no such refusal tag: TooManyFieldChanged; did you mean TooManyFieldsChanged?"
  ],
  [
    "a policy path",
    "policy: {}",
    "policy: { sms.atempts: 3 }",
    "no such policy path: sms.atempts; did you mean sms.attempts?"
  ],
  [
    "a nested policy path",
    "policy: {}",
    "policy: { sms: { atempts: 3 } }",
    "no such policy path: sms.atempts; did you mean sms.attempts?"
  ],
  ["a policy value", "policy: {}", "policy: { certification.attempts: many }", 'wrong: Expected number, actual "many"'],
  ["a state of an account", "level: none", "level: non", "no such value: non; did you mean none?"],
  [
    "a number that should be text",
    'pin: "12345678"',
    "pin: 12345678",
    "wrong: text is expected: put 12345678 in quotes"
  ],
  [
    "a number too long to be kept as a number",
    'pin: "12345678"',
    "pin: 119999198006150116",
    "wrong: text is expected: put 119999198006150116 in quotes"
  ],
  [
    "a refusal with its facts inside",
    "refused: TooManyFieldsChanged",
    "refused: { tag: TooManyFieldsChanged }",
    "only the tag is expected here; facts, remedies and message are keys of the step"
  ],
  [
    "a text in place of keys",
    "legalRepresentative: zhang",
    "formerly: 旧名, legalRepresentative: zhang",
    "wrong: keys with their values are expected: name, legalRepresentative"
  ],
  ["text in place of a list", "accounts:\n", "rules: R-15\naccounts:\n", "wrong: a list is expected"],
  [
    "a time without offset",
    "clock: 2022-05-10T09:00:00+08:00",
    "clock: 2022-05-10 09:00",
    "wrong: a time with its offset is expected"
  ],
  ["a duration", "advance: PT31M", "advance: 31 minutes", "wrong: an ISO 8601 duration is expected"],
  ["what must be there", "title: 企业信息一次最多改两项\n", "", "title is missing"],
  ["facts of what succeeds", "    refused: TooManyFieldsChanged\n", "", "a contradiction: only a refusal has facts"],
  [
    "two things in one step",
    "- advance: PT31M",
    "- { advance: PT31M, insert: key1 }",
    "a contradiction: advance and insert are two steps"
  ],
  [
    "a bank card held twice",
    'bankCard: "6227001234567890121", ctid: true }',
    'bankCard: "6227001234567890121" }\n  li: { name: 李某, document: { type: passport, number: E12345678 }, bankCard: "6227001234567890121" }',
    "a contradiction: people.li.bankCard: people.zhang has the same one"
  ],
  ["a user name twice", "username: acmeadmin", "username: CIQ_BJ_001", "a contradiction: CIQ_BJ_001 is there twice"],
  ["a broken bracket", "policy: {}", "policy: {", "not YAML"]
]

describe("a mistake fails before anything runs, at its line, with the name that was meant", () => {
  for (const [what, from, to, expected] of table) {
    it(what, () => {
      const found = mistakes(from, to)
      assert.isTrue(
        found.some((line) => line.includes(expected)),
        found.join("\n")
      )
    })
  }

  it("the line and column are those of the wrong text", () => {
    const at = lineOf("do: EditEnterprise")
    assert.deepStrictEqual(mistakes("do: EditEnterprise", "do: EditEnterprize"), [
      `bad.yaml:${at}:9: no such command: EditEnterprize; did you mean EditEnterprise?`
    ])
  })

  it("a file that is empty, or no scenario at all, is told what belongs there", () => {
    for (const text of ["", "just a text"]) {
      const read = Scenario.read(text, "bad.yaml")
      assert.include(
        Either.isLeft(read) ? read.left.message : "",
        "bad.yaml:1:1: wrong: keys with their values are expected: title, rules, clock"
      )
    }
  })

  it("all of them are told at once, in the order of the file, Chinese first for those who ask", () => {
    const text = contract.replace("policy: {}", "polcy: {}").replace("insert: key1", "insert: kye1")
    const read = Scenario.read(text, "bad.yaml")
    assert.deepStrictEqual(Either.isLeft(read) && read.left.lines("zh"), [
      "bad.yaml:3:1: 没有这个字段：polcy，是否为 policy？"
    ])
    const names = Scenario.read(
      contract.replace("insert: key1", "insert: kye1").replace("    as: ciq_bj_001", "    as: nobody_at_all"),
      "bad.yaml"
    )
    assert.deepStrictEqual(Either.isLeft(names) && names.left.lines("zh"), [
      `bad.yaml:${lineOf("    as: ciq_bj_001")}:9: 没有这个账号：nobody_at_all`,
      `bad.yaml:${lineOf("- insert: key1")}:13: 没有这个卡介质：kye1，是否为 key1？`
    ])
  })

  it.effect("two accounts of one enterprise with the same document cannot be stored together", () =>
    Effect.gen(function* () {
      const invalid = yield* Effect.flip(
        Scenario.run(
          contract.replace(
            "accounts:\n",
            "accounts:\n  - { username: ciq_bj_000, source: ciq, enterprise: acme, holder: zhang }\n"
          ),
          "bad.yaml"
        )
      )
      assert.strictEqual(
        invalid._tag === "ScenarioInvalid" && invalid.message,
        `bad.yaml:${lineOf("- { username: ciq_bj_001") + 1}:5: a contradiction: ciq_bj_001: another account has the same document`
      )
    })
  )
})

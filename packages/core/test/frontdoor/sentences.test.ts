import { assert, describe, it } from "@effect/vitest"
import {
  CertificationFlow,
  type CommandName,
  commandNames,
  messages,
  problemWords,
  type Refusal,
  type RefusalTag,
  refusalSentence,
  refusalView,
  registry,
  remedies,
  remedySentence,
  rules
} from "@single-window/core"
import { problemCodes } from "@single-window/core/identifiers"
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import * as fc from "fast-check"

/** Stands for whatever somebody typed, or a verifier said in words of its own. */
const canary = "canary7F3A"

/** Facts for a refusal of every tag: each as it can be, with the canary where the text comes from outside. */
const facts: { readonly [Tag in RefusalTag]: Omit<Extract<Refusal, { _tag: Tag }>, "_tag" | "rules" | "remedies"> } = {
  NotInScope: { origin: "registered" },
  AlreadyCertified: { level: "medium" },
  CaptchaWrong: {},
  CredentialsWrong: {},
  AccountLocked: { until: 1_652_144_400_000 },
  PasswordChangeRequired: {},
  PasswordUnacceptable: { problem: "initial-password" },
  InformationIncomplete: { fields: ["enterprise.name", "enterprise.organizationCode", "holder.validity.to"] },
  FieldInvalid: { field: "mobile", problem: canary },
  OrganizationCodeMismatch: { expected: canary },
  TooManyFieldsChanged: { changed: ["name", "unifiedSocialCreditCode", "organizationCode"] },
  EnterpriseNotMatched: { fields: ["name", canary] },
  EnterpriseNotVerifiable: {},
  PassportNotPrc: { subject: "account-holder" },
  DocumentAlreadyInEnterprise: {},
  StepOutOfOrder: { expected: "card" },
  CertificationExpired: {},
  FieldLocked: { field: "document.number" },
  IdCardOnly: {},
  PersonNotMatched: { perhapsNotOnRecord: true },
  PersonNotOnRecord: {},
  BankCardNotMatched: {},
  BankCardUnusable: { state: canary },
  SmsCodeWrong: { attemptsLeft: 3 },
  SmsCodeExpired: {},
  SmsCodeTooSoon: { retryAt: 1_652_144_400_000 },
  AttemptsExhausted: { until: 1_652_144_400_000 },
  VerifierUnavailable: { port: "registry" },
  CardControlMissing: {},
  CardReaderMissing: {},
  CardMissing: {},
  CardPinWrong: { attemptsLeft: 2 },
  CardPinLocked: {},
  CardExpired: { validTo: "20211231" },
  CardNotTrusted: {},
  CardOfAnotherEnterprise: { because: "enterprise" },
  CardNotBound: {},
  BankNotSupported: { bank: canary },
  BankReturnNotTrusted: {},
  BankReturnReplayed: {},
  BankReturnExpired: {},
  BankDeclined: {},
  BankEnterpriseDiffers: {},
  AdministratorNotRegistered: { address: rules.AdministratorRequired.REGISTRATION_ADDRESS },
  AdministratorAlreadyRegistered: {},
  EnterpriseDiffersFromAdministrator: { fields: ["name", "legalRepresentativeName"] },
  OperatorCardCannotManage: {},
  AdministratorProtected: {},
  UsernameInvalid: { problem: "too-short" },
  UsernameTaken: {},
  UsernameReserved: {},
  NotPermitted: {},
  NotFound: {},
  Stale: {},
  StoreUnavailable: { reason: "the disk is full" }
}

const tags = Object.keys(facts) as ReadonlyArray<RefusalTag>
const refusalOf = (tag: RefusalTag, given: object = facts[tag]) => ({ _tag: tag, ...given }) as Refusal

/** Codes and field names as programs write them: a Chinese sentence has none. */
const codeLike = /[a-z]+[A-Z][a-z]|[a-z]+-[a-z]+|[a-z]+\.[a-z]+|undefined|\[object|function/
const withoutAddress = (sentence: string) => sentence.replace(rules.AdministratorRequired.REGISTRATION_ADDRESS, "")

const pathsOf = (ast: AST.AST, path: ReadonlyArray<string> = []): ReadonlyArray<string> => {
  if (AST.isTransformation(ast)) return pathsOf(ast.from, path)
  if (AST.isRefinement(ast)) return pathsOf(ast.from, path)
  if (AST.isUnion(ast)) return ast.types.flatMap((type) => pathsOf(type, path))
  const inner = AST.isTypeLiteral(ast)
    ? ast.propertySignatures.flatMap(({ name, type }) => pathsOf(type, [...path, String(name)]))
    : []
  return path.length === 0 ? inner : [path.join("."), ...inner]
}

const fieldsOf = (name: CommandName) => pathsOf((registry[name].input as Schema.Schema.AnyNoContext).ast)

describe("every refusal has a sentence in both languages", () => {
  it.each(tags)("%s", (tag) => {
    const zh = refusalSentence(refusalOf(tag), "zh")
    const en = refusalSentence(refusalOf(tag), "en")
    assert.match(zh, /\p{Script=Han}/u)
    assert.notMatch(en, /\p{Script=Han}/u)
    for (const sentence of [zh, en]) {
      assert.notInclude(sentence, canary)
      assert.notMatch(sentence, /undefined|\[object|NaN|Invalid|^\s*$/)
    }
    if (tag !== "StoreUnavailable") assert.notMatch(withoutAddress(zh), codeLike)
  })

  it("and every remedy", () => {
    for (const remedy of remedies) {
      assert.match(remedySentence(remedy, "zh"), /\p{Script=Han}/u)
      assert.match(remedySentence(remedy, "en"), /^[A-Z]/)
    }
  })

  it("and every field of every command, every step and every port", () => {
    const fields = new Set(commandNames.flatMap(fieldsOf))
    assert.isAbove(fields.size, 30)
    for (const field of [...fields, "holder.document.number", "enterprise.unifiedSocialCreditCode", "validity.from"]) {
      const zh = refusalSentence(refusalOf("FieldInvalid", { field, problem: "missing" }), "zh")
      assert.notMatch(zh, codeLike, field)
    }
    for (const expected of Object.keys(messages.zh.steps)) {
      const zh = refusalSentence(refusalOf("StepOutOfOrder", { expected }), "zh")
      assert.match(zh, /当前应先(用|到|核验|开始)/)
    }
  })

  it("and every problem of a field or a password", () => {
    const passwords = ["too-short", "too-long", "control-character", "initial-password", "same-as-current"]
    const own = ["missing", "format", "unknown-field", "unknown", "type", "too-long", "ill-formed", "not-manageable"]
    const problems = [...problemCodes, ...own, ...passwords, "same-as-username", "too-few-character-classes"]
    for (const problem of problems) {
      assert.match(problemWords(problem, "zh"), /\p{Script=Han}/u, problem)
      assert.notInclude(problemWords(problem, "en"), "cannot be used", problem)
    }
  })

  it("and whatever a field, problem, step or state is called, it is neither a crash nor a word of the language", () => {
    const words = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty"))
    fc.assert(
      fc.property(words, fc.constantFrom("zh" as const, "en" as const), (word, language) => {
        for (const refused of [
          refusalOf("FieldInvalid", { field: "name", problem: word }),
          refusalOf("BankCardUnusable", { state: word }),
          refusalOf("EnterpriseNotMatched", { fields: [word] }),
          refusalOf("StepOutOfOrder", { expected: word }),
          refusalOf("FieldInvalid", { field: word, problem: "missing" })
        ]) {
          assert.notMatch(refusalSentence(refused, language), /\[object|function|native code|undefined is/)
        }
      })
    )
  })
})

describe("in the manual's own words", () => {
  const said: ReadonlyArray<readonly [RefusalTag, string]> = [
    ["DocumentAlreadyInEnterprise", "该证件类型证件号已存在"],
    [
      "EnterpriseNotVerifiable",
      "因某些特殊原因，您的企业（或事业单位）信息无法通过系统核验，法定代表人身份认证无法完成"
    ],
    ["PassportNotPrc", "证件类型为“护照”时，只能填写中华人民共和国制发的护照，不能填写境外机构制发的护照"]
  ]
  it.each(said)("%s", (tag, sentence) => {
    assert.strictEqual(refusalSentence(refusalOf(tag), "zh"), sentence)
  })

  it("IdCardOnly and UsernameInvalid quote it", () => {
    assert.include(refusalSentence(refusalOf("IdCardOnly"), "zh"), "身份证认证方式只支持证件类型为身份证的情况")
    assert.include(refusalSentence(refusalOf("UsernameInvalid"), "zh"), "6-18 位英文字母或字母与数字组合")
    assert.include(refusalSentence(refusalOf("OperatorCardCannotManage"), "zh"), "法人卡或者管理员用户名登录")
    assert.include(remedySentence("UseIcCard", "zh"), "中国电子口岸 IC 卡认证（推荐此方法）")
    assert.include(remedySentence("AskAdministrator", "zh"), "推荐使用管理员协助验证的方式")
  })
})

describe("a refusal over the wire", () => {
  it("is its tag, rules, facts and remedies, and nothing else", () => {
    assert.deepStrictEqual(refusalView(new CertificationFlow.CertificationExpired()), {
      tag: "CertificationExpired",
      rules: ["R-50"],
      facts: {},
      remedies: ["Refill"]
    })
  })
})

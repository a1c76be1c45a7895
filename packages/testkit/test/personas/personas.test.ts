import { assert, describe, it } from "@effect/vitest"
import { BankCardVerifier, CardReader, EnterpriseRegistry, IdCardVerifier, Verdict } from "@single-window/core"
import {
  checkBankCardNumber,
  checkDocument,
  checkEnterpriseName,
  checkMobileNumber,
  checkPersonName,
  checkUnifiedSocialCreditCode,
  checkValidityPeriod,
  isDocumentType
} from "@single-window/core/identifiers"
import { Effect } from "effect"
import * as Personas from "../../src/personas/index.js"
import * as World from "../../src/world/index.js"

const { personasWorld } = Personas
const today = "20220510"

const codes = ({ problems }: { readonly problems: ReadonlyArray<{ readonly code: string }> }) =>
  problems.map(({ code }) => code)

describe("every persona", () => {
  it("has its numbers right to the check digit, and bears no real one", () => {
    for (const [key, person] of Object.entries(personasWorld.people)) {
      const { type, number } = person.document
      if (!isDocumentType(type)) assert.fail(`${key}: ${type}`)
      assert.deepStrictEqual(
        codes(checkDocument(type, number, { today })),
        key === "annaMueller" ? ["not-prc"] : [],
        key
      )
      if (type === "resident-id") assert.match(number, /^119999/, key)
      assert.deepStrictEqual(codes(checkPersonName(person.name)), [], key)
      assert.deepStrictEqual(codes(checkMobileNumber(person.mobile ?? "")), [], key)
      if (person.bankCard !== undefined) assert.deepStrictEqual(codes(checkBankCardNumber(person.bankCard)), [], key)
      assert.strictEqual(person.validity !== undefined, type === "resident-id", key)
      if (person.validity !== undefined) {
        const { from, to } = person.validity
        const found = codes(checkValidityPeriod(from, to, { today, birthDate: number.slice(6, 14) }))
        assert.deepStrictEqual(found, key === "zhouMin" ? ["expired"] : [], key)
      }
    }
    for (const [key, enterprise] of Object.entries(personasWorld.enterprises)) {
      assert.deepStrictEqual(codes(checkUnifiedSocialCreditCode(enterprise.unifiedSocialCreditCode)), [], key)
      assert.match(enterprise.organizationCode, /^XXXX/, key)
      assert.deepStrictEqual(codes(checkEnterpriseName(enterprise.name)), [], key)
    }
  })

  it("is in the catalogue once, with a purpose of its own in both languages and the rules it is good for", () => {
    const { catalogue } = Personas
    const { people, enterprises, cards } = personasWorld
    assert.deepStrictEqual(
      catalogue.map(({ key }) => key),
      [people, enterprises, cards].flatMap(Object.keys)
    )
    for (const language of ["zh", "en"] as const) {
      const purposes = catalogue.map(({ purpose }) => purpose[language])
      assert.strictEqual(new Set(purposes).size, catalogue.length)
      assert.isTrue(purposes.every((purpose) => purpose.trim() !== ""))
    }
    assert.isTrue(catalogue.every(({ rules }) => rules.length > 0))
    assert.isAtLeast(Object.keys(people).length, 24)
    assert.isAtLeast(Object.keys(enterprises).length, 10)
  })
})

describe("a key that nobody has", () => {
  it("is told with the one that was meant", () => {
    assert.throws(
      () => Personas.idCardElements("zhangWie" as never),
      "the personas' people have no zhangWie; did you mean zhangWei?"
    )
    assert.throws(() => Personas.bankCardFactors("toString" as never), "the personas' people have no toString")
    assert.throws(() => Personas.registryQuestion("tonda" as never), "did you mean tongda?")
  })
})

describe("what the verifiers say of the personas", () => {
  it.effect("on the ID card", () =>
    Effect.gen(function* () {
      const verifier = yield* IdCardVerifier
      const odd: Partial<Record<Personas.PersonaName, Verdict>> = {
        liNa: Verdict.NoRecord(),
        huYan: Verdict.NoRecord(),
        zhaoQiang: Verdict.Unusable({ state: "lost" })
      }
      for (const key of Object.keys(Personas.people) as ReadonlyArray<Personas.PersonaName>) {
        const isResidentId = personasWorld.people[key].document.type === "resident-id"
        const expected = odd[key] ?? (isResidentId ? Verdict.Match() : Verdict.NotSupported())
        assert.deepStrictEqual(yield* verifier.verify(Personas.idCardElements(key)), expected, key)
      }
    }).pipe(Effect.provide(World.layer(personasWorld)))
  )

  it.effect("on the enterprise with its legal representative's document", () =>
    Effect.gen(function* () {
      const registry = yield* EnterpriseRegistry
      const odd: Partial<Record<Personas.EnterprisePersonaName, Verdict>> = {
        institute: Verdict.NotSupported(),
        revoked: Verdict.Unusable({ state: "revoked" })
      }
      for (const key of Object.keys(Personas.enterprises) as ReadonlyArray<Personas.EnterprisePersonaName>) {
        const answer = yield* registry.check(Personas.registryQuestion(key))
        assert.deepStrictEqual(answer, odd[key] ?? Verdict.Match(), key)
      }
    }).pipe(Effect.provide(World.layer(personasWorld)))
  )
})

const tagOf = (answer: object) => ("_tag" in answer ? String(answer._tag) : "kind" in answer ? String(answer.kind) : "")

describe("what the catalogue says of the personas", () => {
  const answered = (key: string, kind: "person" | "enterprise" | "card", port: string) =>
    Personas.answersAbout({ key, kind })
      .find((about) => about.port === port)
      ?.answer.split(" ")[0]

  it.effect("is what the mocks answer", () =>
    Effect.gen(function* () {
      const outside = yield* World.WorldRuntime
      const [idCards, bankCards] = [yield* IdCardVerifier, yield* BankCardVerifier]
      for (const key of Object.keys(Personas.people) as ReadonlyArray<Personas.PersonaName>) {
        const idCard = yield* idCards.verify(Personas.idCardElements(key))
        assert.strictEqual(answered(key, "person", "id-card"), tagOf(idCard), key)
        if (personasWorld.people[key].bankCard === undefined) continue
        const bankCard = yield* bankCards.verify(Personas.bankCardFactors(key))
        assert.strictEqual(answered(key, "person", "bank-card"), tagOf(bankCard), key)
      }
      const reader = yield* CardReader
      for (const [index, key] of Object.keys(Personas.cards).entries()) {
        yield* outside.insert(key)
        const nonce = String(index).padStart(32, "0")
        const today = Personas.personasDay
        const card = yield* Effect.merge(reader.authenticate({ nonce, purpose: "test", today }))
        assert.strictEqual(answered(key, "card", "card"), tagOf(card), key)
      }
    }).pipe(Effect.provide(World.layer(personasWorld)))
  )

  it("names a lagging registry only where that makes a difference, and each bank that knows the enterprise", () => {
    const lines = (key: string) => Personas.answersAbout({ key, kind: "enterprise" })
    assert.deepStrictEqual(
      lines("renamed").map(({ port, answer }) => [port, answer]),
      [
        ["registry", "Match"],
        ["registry", "Match"],
        ["registry", "Mismatch (name)"],
        ["bank-ukey", "深圳示例旧程科技有限公司 91440300XXXX00051A"]
      ]
    )
    assert.deepStrictEqual(
      lines("soleTrader").map(({ port }) => port),
      ["registry", "registry"]
    )
  })
})

import { assert, describe, it } from "@effect/vitest"
import { EnterpriseRegistry, IdCardVerifier, Verdict } from "@single-window/core"
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

const byIdCard = (key: Personas.PersonaName) => {
  const { name, document, validity } = Personas.holderOf(key)
  return { name, number: document.number, validFrom: validity?.from ?? "", validTo: validity?.to ?? "" }
}

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
        assert.deepStrictEqual(yield* verifier.verify(byIdCard(key)), expected, key)
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
        const representative = personasWorld.people[personasWorld.enterprises[key].legalRepresentative]
        assert.isDefined(representative)
        const answer = yield* registry.check({
          enterprise: Personas.enterpriseOf(key),
          ...(representative === undefined ? {} : { legalRepresentativeDocument: representative.document })
        })
        assert.deepStrictEqual(answer, odd[key] ?? Verdict.Match(), key)
      }
    }).pipe(Effect.provide(World.layer(personasWorld)))
  )
})

import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import {
  type Checked,
  checkEnterpriseName,
  checkIdentifier,
  checkPersonName,
  checkValidityPeriod,
  isIdentifierKind
} from "@single-window/core/identifiers"
import * as fc from "fast-check"
import * as Arbitraries from "../../src/arbitraries/index.js"

type Kind = keyof typeof Arbitraries.identifiers
const kinds = Object.keys(Arbitraries.identifiers) as ReadonlyArray<Kind>

const emailKept = (text: string): Checked<object> => {
  const valid = /^[^\s@<>"(),:;]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim())
  return { valid, normalized: valid ? text.trim() : "", problems: [], facts: {} }
}

const check = (kind: Kind, text: string): Checked<object> => {
  if (kind === "person-name") return checkPersonName(text)
  if (kind === "enterprise-name") return checkEnterpriseName(text)
  if (kind === "email") return emailKept(text)
  const known = kind.replace(/^(foreigner-pr)-(old|new)$/, "$1")
  if (!isIdentifierKind(known)) return assert.fail(kind)
  return checkIdentifier(known, text)
}

/** One wrong character, or two neighbours that changed places, can be seen in these. */
const seesEveryMistake: ReadonlyArray<Kind> = ["uscc", "resident-id", "hmt-residence", "foreigner-pr-new"]
/** Wide letters are another spelling of these, and not of a name or an address; user names are kept to the letter. */
const codes = kinds.filter((kind) => !["person-name", "enterprise-name", "email", "username"].includes(kind))

describe.each(kinds)("%s", (kind) => {
  const { nearlyValid, valid } = Arbitraries.identifiers[kind]

  it("valid: is accepted as it is", () =>
    fc.assert(
      fc.property(valid, (text) => {
        const { normalized, problems, valid: accepted } = check(kind, text)
        assert.isTrue(accepted, `${text} ${JSON.stringify(problems)}`)
        assert.strictEqual(normalized, text)
      })
    ))

  it("nearly valid: differs, and is never taken for what it was made from unless only its width is other", () =>
    fc.assert(
      fc.property(nearlyValid, ({ how, text, was }) => {
        assert.notStrictEqual(text, was)
        const { normalized, valid: accepted } = check(kind, text)
        if (how === "other-width" && codes.includes(kind)) assert.strictEqual(normalized, was)
        else if (how !== "other-width") assert.isTrue(!accepted || normalized !== was, `${how} ${text}`)
        if (how === "look-alike" && codes.includes(kind)) assert.isFalse(accepted, text)
        if (seesEveryMistake.includes(kind) && how !== "other-width") assert.isFalse(accepted, `${how} ${text}`)
      }),
      { numRuns: 300 }
    ))

  it("nearly valid: of every kind that can happen to it", () => {
    const seen = new Set(fc.sample(nearlyValid, { numRuns: 300, seed: 1 }).map(({ how }) => how))
    assert.includeMembers([...seen], ["one-character-off", "swapped", "other-width", "look-alike"])
  })
})

describe("a validity", () => {
  it("nearly valid means another period or none, unless it is only spelt differently", () =>
    fc.assert(
      fc.property(Arbitraries.nearlyValidPeriod, ({ from, how, to, was }) => {
        const { normalized, valid } = checkValidityPeriod(from, to)
        const same = normalized === `${was.from},${was.to}`
        if (how === "other-width" || how === "spelling") assert.isTrue(valid && same, `${how} ${from} ${to}`)
        else assert.isFalse(same, `${how} ${from} ${to}`)
        if (how === "swapped" || how === "unreal") assert.isFalse(valid, `${how} ${from} ${to}`)
      }),
      { numRuns: 300 }
    ))
})

describe("a question", () => {
  const differing = (one: object, two: object) =>
    Object.keys(one).filter((key) => JSON.stringify(one[key as never]) !== JSON.stringify(two[key as never]))

  it("nearly right differs in the one element it names, for every element there is", () => {
    const { bankCardFactors, idCardElements, oneElementOff, registryQuestion } = Arbitraries
    for (const [questions, elements] of [
      [oneElementOff(idCardElements), ["name", "number", "validFrom", "validTo"]],
      [oneElementOff(bankCardFactors), ["name", "document", "cardNumber", "mobile"]]
    ] as const) {
      const seen = new Set<string>()
      for (const { element, right, wrong } of fc.sample<Arbitraries.OneElementOff<object>>(questions, 200)) {
        assert.deepStrictEqual(differing(right, wrong), [element])
        seen.add(element)
      }
      assert.sameMembers([...seen], [...elements])
    }
    for (const { element, right, wrong } of fc.sample(oneElementOff(registryQuestion, "enterprise"), 200)) {
      assert.deepStrictEqual(differing(right, wrong), ["enterprise"])
      assert.deepStrictEqual(differing(right.enterprise, wrong.enterprise), [element])
    }
  })
})

describe("every noun of the core can be drawn", () => {
  /** Files of the folder that hold no noun. */
  const none = ["FieldInvalid", "Refused", "checkedText", "documentKey", "index", "time"]
  /** Nouns whose arbitrary has another name, because it is one of several or a code of it. */
  const otherwise: Readonly<Record<string, keyof typeof Arbitraries>> = {
    Bank: "bankCode",
    IdentityDocument: "document",
    ResidentId: "residentId",
    Method: "method"
  }
  const folder = fileURLToPath(new URL("../../../core/src/domain", import.meta.url))
  const nouns = readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ""))
    .filter((name) => !none.includes(name))

  const arbitraries = new Map<string, unknown>(Object.entries(Arbitraries))

  it.each(nouns)("%s", (noun) => {
    const name = otherwise[noun] ?? noun.charAt(0).toLowerCase() + noun.slice(1)
    const drawn = arbitraries.get(name) as fc.Arbitrary<unknown> | (() => fc.Arbitrary<unknown>) | undefined
    if (drawn === undefined) return assert.fail(`no arbitrary ${name}`)
    const arbitrary = typeof drawn === "function" ? drawn() : drawn
    assert.lengthOf(fc.sample(arbitrary, 5), 5)
  })
})

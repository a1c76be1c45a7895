import { blankEnterprise, defaultPolicy, enterpriseFields } from "@single-window/core"
import {
  enterprise,
  migratedEnterprise,
  oneCharacterOff,
  sameEnterprise,
  unifiedSocialCreditCode
} from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as EnterpriseEntry from "../../src/rules/EnterpriseEntry.js"
import { refusalOf } from "./answers.js"

const { apply, enter } = EnterpriseEntry
const done = (answer: ReturnType<typeof apply>) => Either.getOrThrowWith(answer, (refused) => new Error(refused._tag))

describe("R-10: the four fields of an enterprise", () => {
  it("changes nothing for what equals the stored value, right or wrong", () => {
    fc.assert(
      fc.property(migratedEnterprise, fc.subarray([...enterpriseFields]), (before, fields) => {
        const edit = Object.fromEntries(fields.map((field) => [field, before[field]]))
        expect(done(apply(before, edit, defaultPolicy))).toEqual({ enterprise: before, backfilled: [] })
      })
    )
  })

  it("can be applied again without effect", () => {
    fc.assert(
      fc.property(migratedEnterprise, enterprise, fc.subarray([...enterpriseFields]), (before, other, fields) => {
        const edit = Object.fromEntries(fields.map((field) => [field, other[field]]))
        const once = apply(before, edit, defaultPolicy)
        fc.pre(Either.isRight(once))
        const again = done(apply(done(once).enterprise, edit, defaultPolicy))
        expect(again.enterprise).toEqual(done(once).enterprise)
      })
    )
  })

  it("stores what was typed in its canonical form", () => {
    const typedWays = enterprise.chain((one) => fc.tuple(fc.constant(one), sameEnterprise(one)))
    fc.assert(
      fc.property(typedWays, ([plain, typed]) => {
        const { enterprise: stored } = done(apply(blankEnterprise, typed, defaultPolicy))
        expect(stored).toEqual(done(apply(blankEnterprise, plain, defaultPolicy)).enterprise)
      })
    )
  })

  it("refuses to blank a field that is stored", () => {
    fc.assert(
      fc.property(
        enterprise,
        fc.constantFrom(...enterpriseFields),
        fc.constantFrom("", " ", "　"),
        (before, field, blank) => {
          expect(refusalOf(apply(before, { [field]: blank }, defaultPolicy))).toEqual({
            tag: "FieldInvalid",
            field,
            problem: "missing"
          })
        }
      )
    )
  })

  it("refuses a USCC one character off, naming the field and the problem but not the value", () => {
    const off = unifiedSocialCreditCode.chain((code) => fc.constantFrom(...oneCharacterOff(code, "0123456789")))
    fc.assert(
      fc.property(enterprise, off, (before, code) => {
        fc.pre(before.unifiedSocialCreditCode !== code)
        const refused = refusalOf(apply(before, { unifiedSocialCreditCode: code }, defaultPolicy))
        expect(refused).toMatchObject({ tag: "FieldInvalid", field: "unifiedSocialCreditCode" })
        expect(JSON.stringify(refused)).not.toContain(code)
      })
    )
  })
})

describe("R-10: a new enterprise is entered whole", () => {
  it("takes all four fields in any form, the organization code from the USCC where it is left blank", () => {
    const typedWays = enterprise.chain((one) => fc.tuple(fc.constant(one), sameEnterprise(one), fc.boolean()))
    fc.assert(
      fc.property(typedWays, ([plain, typed, blank]) => {
        const given = blank ? { ...typed, organizationCode: " " } : typed
        const entered = enter(given, defaultPolicy)
        expect(entered).toEqual(enter(plain, defaultPolicy))
        expect(Either.getOrThrow(entered).organizationCode).toBe(plain.organizationCode)
      })
    )
  })

  it("refuses each field that is left blank, but the organization code", () => {
    const others = fc.constantFrom("name", "unifiedSocialCreditCode", "legalRepresentativeName")
    fc.assert(
      fc.property(enterprise, others, fc.constantFrom("", " ", "　"), (one, field, blank) => {
        expect(refusalOf(enter({ ...one, [field]: blank }, defaultPolicy))).toEqual({
          tag: "FieldInvalid",
          field,
          problem: "missing"
        })
      })
    )
  })
})

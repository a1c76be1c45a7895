import { blankEnterprise, defaultPolicy, enterpriseFields, organizationPart } from "@single-window/core"
import {
  enterprise,
  migratedEnterprise,
  oneCharacterOff,
  organizationCode,
  sameEnterprise,
  unifiedSocialCreditCode
} from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as EnterpriseEditLimit from "../../src/rules/EnterpriseEditLimit.js"
import * as OrganizationCodeBackfill from "../../src/rules/OrganizationCodeBackfill.js"
import { policyWith, refusalOf } from "./answers.js"

const { apply, enter } = OrganizationCodeBackfill
const done = (answer: ReturnType<typeof apply>) => Either.getOrThrowWith(answer, (refused) => new Error(refused._tag))

describe("R-13: a USCC fills in the organization code", () => {
  it("puts characters 9 to 17 of another USCC in its place, over a typed one too", () => {
    fc.assert(
      fc.property(migratedEnterprise, unifiedSocialCreditCode, fc.option(organizationCode), (before, code, typed) => {
        fc.pre(before.unifiedSocialCreditCode === "" || before.unifiedSocialCreditCode.length === 18)
        fc.pre(before.unifiedSocialCreditCode !== code)
        const edit = { unifiedSocialCreditCode: code, ...(typed === null ? {} : { organizationCode: typed }) }
        const { enterprise: after, backfilled } = done(apply(before, edit, defaultPolicy))
        expect(after.unifiedSocialCreditCode).toBe(code)
        expect(after.organizationCode.trim()).toBe(organizationPart(code))
        if (typed !== null) expect(backfilled).toEqual(typed === organizationPart(code) ? [] : ["organizationCode"])
        if (backfilled.length > 0)
          expect(
            EnterpriseEditLimit.changed({ ...before, organizationCode: typed ?? before.organizationCode }, after)
          ).toContain("organizationCode")
      })
    )
  })

  it("fills in nothing when the USCC stays the same", () => {
    const typedAgain = enterprise.chain((one) => fc.tuple(fc.constant(one), sameEnterprise(one)))
    fc.assert(
      fc.property(typedAgain, ([before, typed]) => {
        expect(done(apply(before, typed, defaultPolicy))).toEqual({ enterprise: before, backfilled: [] })
      })
    )
  })

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

describe("D4: the organization code agrees with the stored USCC", () => {
  it("refuses another organization code alone, and says which one it must be", () => {
    fc.assert(
      fc.property(enterprise, organizationCode, (before, code) => {
        fc.pre(code !== before.organizationCode)
        expect(refusalOf(apply(before, { organizationCode: code }, defaultPolicy))).toEqual({
          tag: "OrganizationCodeMismatch",
          expected: before.organizationCode
        })
        const free = policyWith("enterprise", { organizationCodeMustMatch: false })
        expect(done(apply(before, { organizationCode: code }, free)).enterprise.organizationCode).toBe(code)
      })
    )
  })

  it("lets a stored mismatch be repaired, and does not stand in the way of other edits", () => {
    fc.assert(
      fc.property(enterprise, organizationCode, enterprise, (right, stored, other) => {
        const before = { ...right, organizationCode: stored }
        expect(done(apply(before, { organizationCode: right.organizationCode }, defaultPolicy)).enterprise).toEqual(
          right
        )
        const renamed = done(apply(before, { name: other.name }, defaultPolicy)).enterprise
        expect(renamed.organizationCode).toBe(stored)
      })
    )
  })

  it("lets an organization code stand alone where no USCC is stored", () => {
    fc.assert(
      fc.property(enterprise, organizationCode, (one, code) => {
        const before = { ...one, unifiedSocialCreditCode: "" }
        expect(done(apply(before, { organizationCode: code }, defaultPolicy)).enterprise.organizationCode).toBe(code)
      })
    )
  })

  it("for example: a registered USCC whose organization part fails its own check still fills it in", () => {
    const edited = apply(blankEnterprise, { unifiedSocialCreditCode: "91350100M000100Y43" }, defaultPolicy)
    expect(done(edited)).toEqual({
      enterprise: { ...blankEnterprise, unifiedSocialCreditCode: "91350100M000100Y43", organizationCode: "M000100Y4" },
      backfilled: ["organizationCode"]
    })
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

describe("R-13 with R-14: the edits that are allowed once a USCC is stored (D2)", () => {
  const allowed = (before: typeof blankEnterprise, edit: OrganizationCodeBackfill.EnterpriseEdit) =>
    Either.isRight(
      Either.flatMap(apply(before, edit, defaultPolicy), ({ enterprise: after }) =>
        EnterpriseEditLimit.check(before, after, defaultPolicy)
      )
    )

  it("another organization's USCC leaves no room for the name; the same organization's does", () => {
    fc.assert(
      fc.property(enterprise, enterprise, fc.constantFrom("92", "93", "51"), (before, other, department) => {
        fc.pre(before.organizationCode !== other.organizationCode && before.name !== other.name)
        const { name, unifiedSocialCreditCode: code } = other
        expect(allowed(before, { unifiedSocialCreditCode: code })).toBe(true)
        expect(allowed(before, { name })).toBe(true)
        expect(allowed(before, { name, unifiedSocialCreditCode: code })).toBe(false)
        const lenient = policyWith("enterprise", { lenientUnifiedSocialCreditCode: true })
        const sameOrganization = department + before.unifiedSocialCreditCode.slice(2)
        fc.pre(sameOrganization !== before.unifiedSocialCreditCode)
        const edited = done(apply(before, { name, unifiedSocialCreditCode: sameOrganization }, lenient))
        expect(edited.backfilled).toEqual([])
        expect(refusalOf(EnterpriseEditLimit.check(before, edited.enterprise, lenient))).toBeUndefined()
      })
    )
  })
})

import { blankEnterprise, defaultPolicy, organizationPart } from "@single-window/core"
import {
  enterprise,
  migratedEnterprise,
  organizationCode,
  sameEnterprise,
  unifiedSocialCreditCode
} from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as EnterpriseEditLimit from "../../src/rules/EnterpriseEditLimit.js"
import * as EnterpriseEntry from "../../src/rules/EnterpriseEntry.js"
import * as OrganizationCodeBackfill from "../../src/rules/OrganizationCodeBackfill.js"
import { policyWith, refusalOf } from "./answers.js"

const { apply } = EnterpriseEntry
const { fill, isMismatched } = OrganizationCodeBackfill
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

  it("leaves nothing that contradicts the USCC, and nothing to fill in after", () => {
    fc.assert(
      fc.property(enterprise, organizationCode, (one, code) => {
        const { enterprise: filled } = fill({ ...one, organizationCode: code })
        expect(isMismatched(filled, defaultPolicy)).toBe(false)
        expect(fill(filled)).toEqual({ enterprise: filled, backfilled: [] })
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
})

describe("D4: the organization code agrees with the stored USCC", () => {
  it("is mismatched exactly when another code stands beside a USCC, and policy minds", () => {
    fc.assert(
      fc.property(enterprise, organizationCode, fc.boolean(), (one, code, organizationCodeMustMatch) => {
        const policy = policyWith("enterprise", { organizationCodeMustMatch })
        const stored = { ...one, organizationCode: code }
        expect(isMismatched(stored, policy)).toBe(organizationCodeMustMatch && code !== one.organizationCode)
        expect(isMismatched({ ...stored, unifiedSocialCreditCode: "" }, policy)).toBe(false)
        expect(isMismatched(one, policy)).toBe(false)
      })
    )
  })

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

describe("R-13 with R-14: the edits that are allowed once a USCC is stored (D2)", () => {
  const allowed = (before: typeof blankEnterprise, edit: EnterpriseEntry.EnterpriseEdit) =>
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

import { blankEnterprise, defaultPolicy, type Enterprise } from "@single-window/core"
import { enterprise, migratedEnterprise, personName, sameEnterprise } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as EnterpriseEditLimit from "../../src/rules/EnterpriseEditLimit.js"
import { policyWith, refusalOf } from "./answers.js"

const { COUNTED, changed, check } = EnterpriseEditLimit
const counted = fc.subarray([...COUNTED])

/** `before` with some of the counted fields taken from another enterprise. */
const mixed = (before: Enterprise, other: Enterprise, fields: ReadonlyArray<keyof Enterprise>): Enterprise => ({
  ...before,
  ...Object.fromEntries(fields.map((field) => [field, other[field]]))
})

const allDiffer = ([a, b]: readonly [Enterprise, Enterprise]) => COUNTED.every((field) => a[field] !== b[field])
const twoEnterprises = fc.tuple(enterprise, enterprise).filter(allDiffer)

describe("R-12 R-14: at most two of the three change in one save", () => {
  it("lets any one or two change, and refuses three by naming them", () => {
    fc.assert(
      fc.property(twoEnterprises, counted, ([before, other], fields) => {
        const after = mixed(before, other, fields)
        expect(changed(before, after)).toEqual(COUNTED.filter((field) => fields.includes(field)))
        expect(refusalOf(check(before, after, defaultPolicy))).toEqual(
          fields.length <= 2 ? undefined : { tag: "TooManyFieldsChanged", changed: [...COUNTED] }
        )
      })
    )
  })

  it("never counts the legal representative's name", () => {
    fc.assert(
      fc.property(twoEnterprises, counted, personName, ([before, other], fields, legalRepresentativeName) => {
        const after = mixed(before, other, fields)
        const renamed = { ...after, legalRepresentativeName }
        expect(changed(before, renamed)).toEqual(changed(before, after))
        expect(refusalOf(check(before, renamed, defaultPolicy))).toEqual(refusalOf(check(before, after, defaultPolicy)))
      })
    )
  })

  it("never counts a difference of form, on either side", () => {
    const twoForms = enterprise.chain((one) => fc.tuple(fc.constant(one), sameEnterprise(one), sameEnterprise(one)))
    fc.assert(
      fc.property(twoForms, ([one, typed, stored]) => {
        expect(changed(one, typed)).toEqual([])
        expect(changed(stored, one)).toEqual([])
        expect(changed(stored, typed)).toEqual([])
      })
    )
  })

  it("counts alike in both directions, whatever is stored", () => {
    fc.assert(
      fc.property(migratedEnterprise, migratedEnterprise, (one, other) => {
        expect(changed(one, other)).toEqual(changed(other, one))
      })
    )
  })

  it("lets all three be entered where all three are blank, and counts a blank that is filled elsewhere (D3)", () => {
    fc.assert(
      fc.property(twoEnterprises, counted, personName, ([one, other], blanks, legalRepresentativeName) => {
        const before = { ...mixed(one, blankEnterprise, blanks), legalRepresentativeName }
        expect(refusalOf(check(before, other, defaultPolicy))).toEqual(
          blanks.length === 3 ? undefined : { tag: "TooManyFieldsChanged", changed: [...COUNTED] }
        )
      })
    )
  })

  it("keeps the limit where policy puts it", () => {
    fc.assert(
      fc.property(twoEnterprises, counted, fc.constantFrom(1, 2, 3), ([before, other], fields, editLimit) => {
        const answer = check(before, mixed(before, other, fields), policyWith("enterprise", { editLimit }))
        expect(refusalOf(answer) === undefined).toBe(fields.length <= editLimit)
      })
    )
  })

  it("counts against the values last verified as well, where policy says so (D1)", () => {
    const three = fc
      .tuple(enterprise, enterprise, enterprise)
      .filter(([a, b, c]) => allDiffer([a, b]) && allDiffer([a, c]) && allDiffer([b, c]))
    fc.assert(
      fc.property(three, counted, counted, ([verified, second, third], first, next) => {
        const stored = mixed(verified, second, first)
        const after = mixed(stored, third, next)
        const policy = policyWith("enterprise", { anchor: "lastVerified" })
        const tooFar = changed(verified, after).length > 2 && next.length > 0
        const answer = check(stored, after, policy, verified)
        expect(refusalOf(answer) === undefined).toBe(next.length <= 2 && !tooFar)
        expect(refusalOf(check(stored, after, defaultPolicy, verified)) === undefined).toBe(next.length <= 2)
      })
    )
  })

  it("for example: a new name and a USCC of another organization are three", () => {
    const before: Enterprise = {
      name: "北京示例贸易有限公司",
      unifiedSocialCreditCode: "91350100M000100Y43",
      organizationCode: "M000100Y4",
      legalRepresentativeName: "张伟"
    }
    const after = {
      ...before,
      name: "上海样本有限公司",
      unifiedSocialCreditCode: "91330106673959654P",
      organizationCode: "673959654"
    }
    expect(refusalOf(check(before, after, defaultPolicy))).toEqual({
      tag: "TooManyFieldsChanged",
      changed: ["name", "unifiedSocialCreditCode", "organizationCode"]
    })
  })
})

import { blankEnterprise, defaultPolicy, enterpriseFields } from "@single-window/core"
import { enterprise, sameEnterprise } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as EnterpriseMatchesAdministrator from "../../src/rules/EnterpriseMatchesAdministrator.js"
import { policyWith, refusalOf } from "./answers.js"

const check = (ours: typeof blankEnterprise, theirs: typeof blankEnterprise, policy = defaultPolicy) =>
  refusalOf(EnterpriseMatchesAdministrator.check({ enterprise: ours }, { enterprise: theirs }, policy))

describe("R-72: the enterprise information equals the administrator's", () => {
  it("takes the same four fields in any form", () => {
    const forms = enterprise.chain((one) => fc.tuple(sameEnterprise(one), sameEnterprise(one)))
    fc.assert(
      fc.property(forms, ([ours, theirs]) => {
        expect(check(ours, theirs)).toBeUndefined()
      })
    )
  })

  it("names exactly the fields that differ, all four counted", () => {
    fc.assert(
      fc.property(enterprise, enterprise, fc.subarray([...enterpriseFields]), (ours, other, fields) => {
        fc.pre(enterpriseFields.every((field) => ours[field] !== other[field]))
        const theirs = { ...ours, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }
        const differing = enterpriseFields.filter((field) => fields.includes(field))
        expect(check(ours, theirs)).toEqual(
          fields.length === 0 ? undefined : { tag: "EnterpriseDiffersFromAdministrator", fields: differing }
        )
        const three = policyWith("operators", { compareLegalRepresentativeName: false })
        const counted = differing.filter((field) => field !== "legalRepresentativeName")
        expect(check(ours, theirs, three)).toEqual(
          counted.length === 0 ? undefined : { tag: "EnterpriseDiffersFromAdministrator", fields: counted }
        )
      })
    )
  })

  it("does not take two blanks for the same enterprise", () => {
    fc.assert(
      fc.property(enterprise, fc.constantFrom(...enterpriseFields), (one, field) => {
        const blanked = { ...one, [field]: "" }
        expect(check(blanked, blanked)).toEqual({ tag: "EnterpriseDiffersFromAdministrator", fields: [field] })
      })
    )
    expect(check(blankEnterprise, blankEnterprise)).toBeDefined()
  })
})

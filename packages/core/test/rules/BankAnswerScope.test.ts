import { blankEnterprise } from "@single-window/core"
import { enterprise, enterpriseName, organizationCode, sameEnterprise } from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as BankAnswerScope from "../../src/rules/BankAnswerScope.js"
import { refusalOf } from "./answers.js"

const { check } = BankAnswerScope
const told = fc.subarray(["name", "unifiedSocialCreditCode", "organizationCode"] as const)
const only = (from: BankAnswerScope.BankEnterprise, fields: ReadonlyArray<keyof BankAnswerScope.BankEnterprise>) =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as BankAnswerScope.BankEnterprise
const differs = { tag: "BankEnterpriseDiffers" }

describe("R-66 R-68: the bank's answer is about the same enterprise", () => {
  it("takes any part of the enterprise's own information, in any form, but not nothing", () => {
    const forms = enterprise.chain((ours) => fc.tuple(fc.constant(ours), sameEnterprise(ours)))
    fc.assert(
      fc.property(forms, told, ([ours, theirs], fields) => {
        expect(check(only(theirs, fields), ours)).toEqual(
          fields.length === 0
            ? Either.left(new BankAnswerScope.BankEnterpriseDiffers())
            : Either.right({ nameDiffers: false })
        )
      })
    )
  })

  it("refuses any part of another enterprise's", () => {
    fc.assert(
      fc.property(enterprise, enterprise, told, (ours, theirs, fields) => {
        fc.pre(ours.organizationCode !== theirs.organizationCode && ours.name !== theirs.name)
        expect(refusalOf(check(only(theirs, fields), ours))).toEqual(differs)
      })
    )
  })

  it("lets a code decide over a name", () => {
    fc.assert(
      fc.property(enterprise, enterpriseName, organizationCode, (ours, name, code) => {
        fc.pre(code !== ours.organizationCode && name !== ours.name)
        expect(check({ name, organizationCode: ours.organizationCode }, ours)).toEqual(
          Either.right({ nameDiffers: true })
        )
        expect(refusalOf(check({ name: ours.name, organizationCode: code }, ours))).toEqual(differs)
      })
    )
  })

  it("does not let one right code cover a wrong one", () => {
    fc.assert(
      fc.property(enterprise, enterprise, (ours, theirs) => {
        fc.pre(ours.unifiedSocialCreditCode !== theirs.unifiedSocialCreditCode)
        const mixed = { ...only(theirs, ["unifiedSocialCreditCode"]), organizationCode: ours.organizationCode }
        expect(refusalOf(check(mixed, ours))).toEqual(differs)
      })
    )
  })

  it("compares a USCC with the organization code where only that is stored", () => {
    fc.assert(
      fc.property(enterprise, enterprise, (whole, other) => {
        fc.pre(whole.organizationCode !== other.organizationCode)
        const ours = { ...blankEnterprise, organizationCode: whole.organizationCode }
        expect(refusalOf(check(only(whole, ["unifiedSocialCreditCode"]), ours))).toBeUndefined()
        expect(refusalOf(check(only(other, ["unifiedSocialCreditCode"]), ours))).toEqual(differs)
      })
    )
  })

  it("proves nothing where nothing is stored", () => {
    fc.assert(
      fc.property(fc.oneof(enterprise, fc.constant(blankEnterprise)), (theirs) => {
        expect(refusalOf(check(theirs, blankEnterprise))).toEqual(differs)
      })
    )
  })
})

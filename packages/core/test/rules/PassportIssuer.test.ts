import { defaultPolicy } from "@single-window/core"
import { document, foreignPassport, prcPassport, sarPassport } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as PassportIssuer from "../../src/rules/PassportIssuer.js"
import { policyWith, refusalOf, remediesOf } from "./answers.js"

const { check } = PassportIssuer
const passport = (number: string) => ({ type: "passport", number })
const subject = fc.constantFrom("account-holder" as const, "legal-representative" as const)
const free = policyWith("holder", { allowSarPassports: true })

describe("R-23 R-49: a passport is issued by the People's Republic of China", () => {
  it("takes every PRC form and every other document", () => {
    fc.assert(
      fc.property(fc.oneof(prcPassport.map(passport), document), subject, (given, whose) => {
        expect(refusalOf(check(given, defaultPolicy, whose))).toBeUndefined()
      })
    )
  })

  it("refuses foreign passports, whatever policy says", () => {
    fc.assert(
      fc.property(
        foreignPassport.map(passport),
        subject,
        fc.constantFrom(defaultPolicy, free),
        (given, whose, policy) => {
          expect(refusalOf(check(given, policy, whose))).toEqual({ tag: "PassportNotPrc", subject: whose })
        }
      )
    )
  })

  it("takes SAR passports only where policy does", () => {
    fc.assert(
      fc.property(sarPassport.map(passport), (given) => {
        expect(refusalOf(check(given, defaultPolicy))).toMatchObject({ tag: "PassportNotPrc" })
        expect(refusalOf(check(given, free))).toBeUndefined()
      })
    )
  })

  it("sends a representative to another method, and a holder back to the form", () => {
    fc.assert(
      fc.property(foreignPassport.map(passport), (given) => {
        expect(remediesOf(check(given, defaultPolicy, "legal-representative"))).toEqual(["UseIcCard", "UseBankUkey"])
        expect(remediesOf(check(given, defaultPolicy))).toEqual(["Refill"])
      })
    )
  })

  it("leaves a malformed number to the field's own check", () => {
    expect(refusalOf(check(passport("E123"), defaultPolicy))).toBeUndefined()
  })
})

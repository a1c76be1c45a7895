import { type Account, defaultPolicy, enterpriseFields, isCertified } from "@single-window/core"
import {
  account,
  holder,
  migratedEnterprise,
  oneCharacterOff,
  residentIdDocument,
  sarPassport,
  unifiedSocialCreditCode,
  validity
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as ProfileCompleteness from "../../src/rules/ProfileCompleteness.js"
import { policyWith, refusalOf, today } from "./answers.js"

const { check, nextActions, problems } = ProfileCompleteness

/** Whether certifying is for this account, once its information is right. */
const isDue = (subject: Account) => !isCertified(subject) && ["migrated", "cardless"].includes(subject.origin)

describe("R-06 R-07: what is missing or wrong, and what to do next", () => {
  it("finds nothing in complete information", () => {
    fc.assert(
      fc.property(account(), (subject) => {
        expect(problems(subject, defaultPolicy, today)).toEqual([])
        expect(nextActions(subject, defaultPolicy, today)).toEqual(isDue(subject) ? ["certify"] : [])
        expect(refusalOf(check(subject, defaultPolicy, today))).toBeUndefined()
      })
    )
  })

  it("misses each of the four enterprise fields when it is blank", () => {
    fc.assert(
      fc.property(
        account(),
        fc.constantFrom(...enterpriseFields),
        fc.constantFrom("", "  ", "　"),
        (whole, field, blank) => {
          const subject = { ...whole, enterprise: { ...whole.enterprise, [field]: blank } }
          expect(problems(subject, defaultPolicy, today)).toEqual([{ field, problem: "missing", about: "enterprise" }])
          expect(nextActions(subject, defaultPolicy, today)).toEqual(["edit-enterprise"])
          expect(refusalOf(check(subject, defaultPolicy, today))).toEqual({
            tag: "InformationIncomplete",
            fields: [`enterprise.${field}`]
          })
        }
      )
    )
  })

  it("sends to both forms when both sides are wanting, and never to certification then", () => {
    fc.assert(
      fc.property(account(), fc.constantFrom(...enterpriseFields), (whole, field) => {
        const subject = {
          ...whole,
          enterprise: { ...whole.enterprise, [field]: "" },
          holder: { ...whole.holder, name: "" }
        }
        expect(nextActions(subject, defaultPolicy, today)).toEqual(["edit-enterprise", "edit-holder"])
      })
    )
  })

  it("agrees with itself: certify is offered exactly when nothing is found, nothing is certified and the account is in scope", () => {
    fc.assert(
      fc.property(account({ enterprise: migratedEnterprise }), (subject) => {
        const found = problems(subject, defaultPolicy, today)
        const actions = nextActions(subject, defaultPolicy, today)
        expect(actions.includes("certify")).toBe(found.length === 0 && isDue(subject))
        expect(actions.includes("edit-enterprise")).toBe(found.some(({ about }) => about === "enterprise"))
        expect(actions.includes("edit-holder")).toBe(found.some(({ about }) => about === "holder"))
        expect(refusalOf(check(subject, defaultPolicy, today)) === undefined).toBe(found.length === 0)
      })
    )
  })

  it("asks for dates exactly when the document is a resident ID", () => {
    fc.assert(
      fc.property(account(), (whole) => {
        const subject = { ...whole, holder: { name: whole.holder.name, document: whole.holder.document } }
        expect(problems(subject, defaultPolicy, today)).toEqual(
          subject.holder.document.type === "resident-id"
            ? [
                { field: "validity.from", problem: "missing", about: "holder" },
                { field: "validity.to", problem: "missing", about: "holder" }
              ]
            : []
        )
      })
    )
  })

  it("finds a card that has ended, at its end", () => {
    const resident = fc.record({ name: fc.constant("张伟"), document: residentIdDocument, validity })
    fc.assert(
      fc.property(account({ holder: resident }), (subject) => {
        const ended = { ...subject, holder: { ...subject.holder, validity: { from: "20100101", to: "20200101" } } }
        expect(problems(ended, defaultPolicy, today)).toEqual([
          { field: "validity.to", problem: "expired", about: "holder" }
        ])
      })
    )
  })

  it("names a document without a type and one of an unknown type", () => {
    fc.assert(
      fc.property(account(), holder, (subject, other) => {
        const { number } = other.document
        const typed = (type: string) => ({ ...subject, holder: { name: other.name, document: { type, number } } })
        expect(problems(typed(""), defaultPolicy, today)).toEqual([
          { field: "document.type", problem: "missing", about: "holder" }
        ])
        expect(problems(typed("driving-licence"), defaultPolicy, today)).toEqual([
          { field: "document.type", problem: "unknown-kind", about: "holder" }
        ])
      })
    )
  })

  it("takes a SAR passport only where policy does (R-23)", () => {
    fc.assert(
      fc.property(account(), sarPassport, (whole, number) => {
        const subject = { ...whole, holder: { name: "张伟", document: { type: "passport", number } } }
        expect(problems(subject, defaultPolicy, today)).toEqual([
          { field: "document.number", problem: "not-prc", about: "holder" }
        ])
        expect(problems(subject, policyWith("holder", { allowSarPassports: true }), today)).toEqual([])
      })
    )
  })

  it("lets a wrong check character of a USCC be policy's question (D5)", () => {
    const wrong = unifiedSocialCreditCode.chain((code) =>
      fc
        .constantFrom(...oneCharacterOff(code.slice(17), "0123456789ABCDEFGHJKLMNPQRTUWXY"))
        .map((last) => code.slice(0, 17) + last)
    )
    fc.assert(
      fc.property(account(), wrong, (whole, code) => {
        const enterprise = { ...whole.enterprise, unifiedSocialCreditCode: code, organizationCode: code.slice(8, 17) }
        const subject = { ...whole, enterprise }
        expect(problems(subject, defaultPolicy, today).map(({ problem }) => problem)).toEqual([
          "check-character-mismatch"
        ])
        expect(problems(subject, policyWith("enterprise", { lenientUnifiedSocialCreditCode: true }), today)).toEqual([])
      })
    )
  })

  it("finds a stored mismatch of the two codes, unless policy lives with it (D4)", () => {
    fc.assert(
      fc.property(account(), account(), (one, other) => {
        fc.pre(one.enterprise.organizationCode !== other.enterprise.organizationCode)
        const subject = {
          ...one,
          enterprise: { ...one.enterprise, organizationCode: other.enterprise.organizationCode }
        }
        expect(problems(subject, defaultPolicy, today)).toEqual([
          { field: "organizationCode", problem: "organization-code-mismatch", about: "enterprise" }
        ])
        expect(problems(subject, policyWith("enterprise", { organizationCodeMustMatch: false }), today)).toEqual([])
      })
    )
  })
})

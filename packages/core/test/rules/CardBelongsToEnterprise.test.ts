import { type Account, type Card, CardKind, defaultPolicy } from "@single-window/core"
import {
  account,
  enterpriseName,
  organizationCode,
  personName,
  sameEnterprise
} from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CardBelongsToEnterprise from "../../src/rules/CardBelongsToEnterprise.js"
import { policyWith, refusalOf } from "./answers.js"

const { check } = CardBelongsToEnterprise
const kind = fc.constantFrom(...CardKind.literals)
const strict = policyWith("certification", { cardHolderMustBeAccountHolder: true })

const cardOf = ({ enterprise }: Pick<Account, "enterprise">, rest: Partial<Card> = {}): Card => ({
  number: "JJ00000000001",
  kind: "operator",
  organizationCode: enterprise.organizationCode,
  enterpriseName: enterprise.name,
  validTo: "20300101",
  ...rest
})

describe("R-40 R-41 R-42: the card belongs to the same enterprise", () => {
  it("takes a card of any kind whose organization code is the account's, however it is written", () => {
    const written = account().chain((subject) =>
      fc.tuple(fc.constant(subject), sameEnterprise(subject.enterprise), kind)
    )
    fc.assert(
      fc.property(written, ([subject, enterprise, kind]) => {
        expect(check(cardOf({ enterprise }, { kind }), subject, defaultPolicy)).toEqual(
          Either.right({ nameDiffers: false })
        )
      })
    )
  })

  it("refuses a card of any kind with another organization code, same name or not", () => {
    fc.assert(
      fc.property(account(), organizationCode, kind, (subject, code, kind) => {
        fc.pre(code !== subject.enterprise.organizationCode)
        expect(refusalOf(check(cardOf(subject, { kind, organizationCode: code }), subject, defaultPolicy))).toEqual({
          tag: "CardOfAnotherEnterprise",
          because: "enterprise"
        })
      })
    )
  })

  it("reports a name that differs, and no more (D6)", () => {
    fc.assert(
      fc.property(account(), enterpriseName, (subject, name) => {
        expect(check(cardOf(subject, { enterpriseName: name }), subject, defaultPolicy)).toEqual(
          Either.right({ nameDiffers: name !== subject.enterprise.name })
        )
      })
    )
  })

  it("refuses every card where the account has no code to compare", () => {
    fc.assert(
      fc.property(account(), fc.constantFrom("", "673959654"), (whole, organizationCode) => {
        const enterprise = { ...whole.enterprise, unifiedSocialCreditCode: "", organizationCode: "" }
        const card = cardOf(whole, { organizationCode })
        expect(refusalOf(check(card, { ...whole, enterprise }, defaultPolicy))).toBeDefined()
      })
    )
  })

  it("does not ask who holds the card, unless policy does", () => {
    fc.assert(
      fc.property(account(), personName, (subject, holderName) => {
        const card = cardOf(subject, { holderName })
        expect(refusalOf(check(card, subject, defaultPolicy))).toBeUndefined()
        expect(refusalOf(check(card, subject, strict))).toEqual(
          holderName === subject.holder.name ? undefined : { tag: "CardOfAnotherEnterprise", because: "holder" }
        )
        const numbered = cardOf(subject, { holderDocumentNumber: subject.holder.document.number })
        expect(refusalOf(check(numbered, subject, strict))).toBeUndefined()
        expect(refusalOf(check(cardOf(subject), subject, strict))).toMatchObject({ because: "holder" })
      })
    )
  })
})

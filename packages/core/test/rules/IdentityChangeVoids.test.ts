import { type Account, defaultPolicy, evolveAll, isCertified, levelOf } from "@single-window/core"
import {
  account,
  decorated,
  enterprise,
  holder,
  residentId,
  sameEnterprise,
  validity
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as IdentityChangeVoids from "../../src/rules/IdentityChangeVoids.js"
import { policyWith } from "./answers.js"

const { afterEnterpriseEdit, afterHolderEdit, wouldVoid } = IdentityChangeVoids
const tags = (events: ReadonlyArray<{ readonly _tag: string }>) => events.map(({ _tag }) => _tag)
const after = (subject: Account, events: ReturnType<typeof afterHolderEdit>) => evolveAll(subject, events, 1)!

describe("R-22: a change of identity voids certification and card binding", () => {
  it("voids each that stood, only what stood, and nothing is certified afterwards", () => {
    fc.assert(
      fc.property(account(), holder, (subject, next) => {
        fc.pre(next.document.number !== subject.holder.document.number)
        const facets = (["enterprise", "holder"] as const).filter(
          (facet) => subject.certification[facet].state === "valid"
        )
        const bound = subject.cardBinding.state === "bound"
        const events = afterHolderEdit(subject, next)
        expect(events).toEqual([
          { _tag: "HolderEdited", holder: next },
          ...(facets.length > 0 ? [{ _tag: "CertificationVoided", facets, because: "identity-changed" }] : []),
          ...(bound ? [{ _tag: "CardBindingVoided", because: "identity-changed" }] : [])
        ])
        const edited = after(subject, events)
        expect(edited.holder).toEqual(next)
        expect(isCertified(edited)).toBe(false)
        expect(levelOf(edited)).toBe("none")
        expect(edited.certification.enterprise.state).not.toBe("valid")
        expect(edited.cardBinding.state).not.toBe("bound")
      })
    )
  })

  it("warns of exactly what it then does", () => {
    fc.assert(
      fc.property(account(), holder, (subject, next) => {
        fc.pre(next.document.number !== subject.holder.document.number)
        const { cardBinding, facets } = wouldVoid(subject)
        const events = afterHolderEdit(subject, next)
        expect(events.flatMap((event) => (event._tag === "CertificationVoided" ? event.facets : []))).toEqual(facets)
        expect(tags(events).includes("CardBindingVoided")).toBe(cardBinding)
      })
    )
  })

  it("voids on a change of each of the five fields", () => {
    const resident = fc.record({
      name: fc.constant("张伟"),
      document: residentId().map((number) => ({ type: "resident-id", number })),
      validity: fc.constant({ from: "20150301", to: "20350301" })
    })
    fc.assert(
      fc.property(account({ holder: resident }), residentId(), (subject, number) => {
        const { document } = subject.holder
        fc.pre(number !== document.number)
        const changes = [
          { ...subject.holder, name: "李娜" },
          { ...subject.holder, document: { ...document, type: "hmt-residence" } },
          { ...subject.holder, document: { ...document, number } },
          { ...subject.holder, validity: { from: "20150302", to: "20350301" } },
          { ...subject.holder, validity: { from: "20150301", to: "00000000" } }
        ]
        for (const next of changes) expect(tags(afterHolderEdit(subject, next))[0]).toBe("HolderEdited")
      })
    )
  })

  it("does nothing for the same values in another form", () => {
    const retyped = account().chain((subject) =>
      fc.tuple(fc.constant(subject), decorated(subject.holder.document.number), fc.constantFrom("", " ", "　"))
    )
    fc.assert(
      fc.property(retyped, ([subject, number, blank]) => {
        const { document, name, validity: dates } = subject.holder
        const typed = {
          name: blank + name,
          document: { type: document.type, number },
          ...(dates === undefined
            ? {}
            : { validity: { from: dates.from.replace(/(..)(..)$/, "-$1-$2"), to: dates.to } })
        }
        expect(afterHolderEdit(subject, typed)).toEqual([])
      })
    )
  })

  it("does not mind left-over dates of a document that has none (R-20)", () => {
    fc.assert(
      fc.property(account(), validity, (subject, dates) => {
        fc.pre(subject.holder.document.type !== "resident-id")
        expect(afterHolderEdit({ ...subject, holder: { ...subject.holder, validity: dates } }, subject.holder)).toEqual(
          []
        )
      })
    )
  })
})

describe("D7: a change of the enterprise voids the enterprise facet, where policy says so", () => {
  it("voids that facet alone, if it stood", () => {
    fc.assert(
      fc.property(account(), enterprise, fc.boolean(), (subject, next, changeVoidsFacet) => {
        fc.pre(next.unifiedSocialCreditCode !== subject.enterprise.unifiedSocialCreditCode)
        const stood = subject.certification.enterprise.state === "valid"
        const events = afterEnterpriseEdit(subject, next, policyWith("enterprise", { changeVoidsFacet }))
        expect(events).toEqual([
          { _tag: "EnterpriseEdited", enterprise: next },
          ...(stood && changeVoidsFacet
            ? [{ _tag: "CertificationVoided", facets: ["enterprise"], because: "enterprise-changed" }]
            : [])
        ])
        const edited = after(subject, events)
        expect(edited.certification.holder).toEqual(subject.certification.holder)
        expect(edited.cardBinding).toEqual(subject.cardBinding)
      })
    )
  })

  it("does nothing for the same values in another form", () => {
    const retyped = account().chain((subject) => fc.tuple(fc.constant(subject), sameEnterprise(subject.enterprise)))
    fc.assert(
      fc.property(retyped, ([subject, typed]) => {
        expect(afterEnterpriseEdit(subject, typed, defaultPolicy)).toEqual([])
      })
    )
  })
})

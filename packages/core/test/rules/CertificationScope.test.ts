import { defaultPolicy, isCertified, levelOf, rank } from "@single-window/core"
import { account, method } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CertificationScope from "../../src/rules/CertificationScope.js"
import { policyWith, refusalOf } from "./answers.js"

describe("R-01 R-02: who may certify here", () => {
  it("never lets in an origin that policy does not name, certified or not", () => {
    fc.assert(
      fc.property(account({ origin: fc.constantFrom("registered", "card") }), method, (subject, by) => {
        expect(refusalOf(CertificationScope.check(subject, by, defaultPolicy))).toEqual({
          tag: "NotInScope",
          origin: subject.origin
        })
      })
    )
  })

  it("lets in every account of an origin in scope that is not certified, by every method", () => {
    fc.assert(
      fc.property(account({ origin: fc.constantFrom("migrated", "cardless") }), method, (subject, by) => {
        fc.pre(!isCertified(subject))
        expect(refusalOf(CertificationScope.check(subject, by, defaultPolicy))).toBeUndefined()
      })
    )
  })

  it("lets a certified account in exactly when the method ranks above its level and policy allows it", () => {
    fc.assert(
      fc.property(
        account({ origin: fc.constant("migrated") }),
        method,
        fc.boolean(),
        (subject, by, allowHigherLevel) => {
          fc.pre(isCertified(subject))
          const policy = policyWith("scope", { allowHigherLevel })
          const higher = rank(policy.certification.levels[by]) > rank(levelOf(subject))
          expect(refusalOf(CertificationScope.check(subject, by, policy))).toEqual(
            higher && allowHigherLevel ? undefined : { tag: "AlreadyCertified", level: levelOf(subject) }
          )
        }
      )
    )
  })

  it("keeps the list of origins open, since the manual says 例如", () => {
    fc.assert(
      fc.property(account({ origin: fc.constant("card") }), method, (subject, by) => {
        fc.pre(!isCertified(subject))
        const policy = policyWith("scope", { origins: ["card"] })
        expect(refusalOf(CertificationScope.check(subject, by, policy))).toBeUndefined()
      })
    )
  })
})

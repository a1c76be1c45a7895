import { levelOf, MethodPassed } from "@single-window/core"
import { account } from "@single-window/testkit/arbitraries"
import { Arbitrary } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CertificationCompleteness from "../../src/rules/CertificationCompleteness.js"

const { countingMethods, isComplete, missingFacets, standingFacets } = CertificationCompleteness

describe("R-30: both facets are needed", () => {
  it("is complete exactly when neither facet is missing, and gives no level before", () => {
    fc.assert(
      fc.property(account(), (subject) => {
        const { enterprise, holder } = subject.certification
        expect(missingFacets(subject.certification)).toEqual([
          ...(enterprise.state === "valid" ? [] : ["enterprise"]),
          ...(holder.state === "valid" ? [] : ["holder"])
        ])
        expect(isComplete(subject)).toBe(enterprise.state === "valid" && holder.state === "valid")
        if (!isComplete(subject)) expect(levelOf(subject)).toBe("none")
      })
    )
  })

  it("divides the facets into those that stand and those that are missing", () => {
    fc.assert(
      fc.property(account(), ({ certification }) => {
        const both = [...standingFacets(certification), ...missingFacets(certification)]
        expect(both.sort()).toEqual(["enterprise", "holder"])
      })
    )
  })

  it("lets every method count while both stand, and none once either does not", () => {
    fc.assert(
      fc.property(account(), fc.array(Arbitrary.make(MethodPassed)), ({ certification }, passed) => {
        const { enterprise, holder } = certification
        const stand = enterprise.state === "valid" && holder.state === "valid"
        expect(countingMethods(certification, passed)).toEqual(stand ? passed : [])
      })
    )
  })

  it("takes the level away with one facet, by hand", () => {
    const passed = [{ method: "ic-card", level: "high", at: 0 }] as const
    expect(countingMethods({ enterprise: { state: "voided" }, holder: { state: "valid" } }, passed)).toEqual([])
    expect(countingMethods({ enterprise: { state: "valid" }, holder: { state: "none" } }, passed)).toEqual([])
    expect(countingMethods({ enterprise: { state: "valid" }, holder: { state: "valid" } }, passed)).toEqual(passed)
  })
})

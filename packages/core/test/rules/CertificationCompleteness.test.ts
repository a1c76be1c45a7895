import { levelOf } from "@single-window/core"
import { account } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CertificationCompleteness from "../../src/rules/CertificationCompleteness.js"

const { isComplete, missingFacets } = CertificationCompleteness

describe("R-30: both facets are needed", () => {
  it("is complete exactly when neither facet is missing, and gives no level before", () => {
    fc.assert(
      fc.property(account(), (subject) => {
        const { enterprise, holder } = subject.certification
        expect(missingFacets(subject)).toEqual([
          ...(enterprise.state === "valid" ? [] : ["enterprise"]),
          ...(holder.state === "valid" ? [] : ["holder"])
        ])
        expect(isComplete(subject)).toBe(enterprise.state === "valid" && holder.state === "valid")
        if (!isComplete(subject)) expect(levelOf(subject)).toBe("none")
      })
    )
  })
})

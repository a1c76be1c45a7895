import { enterpriseFields } from "@single-window/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EnterpriseNotMatched, notMatched } from "../../src/rules/EnterpriseCheckRemedies.js"

describe("R-11 R-15 R-16: ways out when the registry does not agree", () => {
  it("offers the administrator first, evidence last, whatever differs", () => {
    fc.assert(
      fc.property(fc.option(fc.subarray([...enterpriseFields]), { nil: undefined }), (fields) => {
        const refused = notMatched(fields)
        expect(refused.remedies).toEqual([
          "AskAdministrator",
          "CheckPublicitySystem",
          "Refill",
          "ContactSupportWithEvidence"
        ])
        expect(refused.rules).toEqual(["R-11", "R-15", "R-16", "R-54"])
        expect(refused.fields).toEqual(fields)
      })
    )
  })

  it("says nothing of fields when the registry said nothing", () => {
    expect(Object.keys(new EnterpriseNotMatched({}))).toEqual(Object.keys(notMatched()))
  })
})

import { Verdict } from "@single-window/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as RegistryMatch from "../../src/rules/RegistryMatch.js"
import { refusalOf } from "./answers.js"
import { noVerdict } from "./verdicts.js"

const { judge, judgeSave } = RegistryMatch

describe("R-53 R-54: only agreement with the record passes", () => {
  it("lets nothing but a match through, in certification and on a save", () => {
    fc.assert(
      fc.property(noVerdict, (verdict) => {
        expect(refusalOf(judge(verdict))).toBeDefined()
        expect(refusalOf(judgeSave(verdict))).toBeDefined()
      })
    )
    expect(refusalOf(judge(Verdict.Match()))).toBeUndefined()
    expect(refusalOf(judgeSave(Verdict.Match()))).toBeUndefined()
  })

  it("passes on which fields differ, when the registry says so", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("name", "legalRepresentativeDocument")), (fields) => {
        expect(refusalOf(judge(Verdict.Mismatch({ fields })))).toEqual({ tag: "EnterpriseNotMatched", fields })
      })
    )
    expect(refusalOf(judge(Verdict.InvalidInput({ field: "name" })))).toEqual({
      tag: "EnterpriseNotMatched",
      fields: ["name"]
    })
    expect(refusalOf(judge(Verdict.MismatchOrNoRecord()))).toEqual({ tag: "EnterpriseNotMatched" })
  })

  it("cannot tell about an enterprise that is not on record, not covered, or in a state that rules it out", () => {
    const cannotTell = fc.oneof(
      fc.constant(Verdict.NoRecord()),
      fc.constant(Verdict.NotSupported()),
      fc.string().map((state) => Verdict.Unusable({ state }))
    )
    fc.assert(
      fc.property(cannotTell, (verdict) => {
        expect(refusalOf(judge(verdict))).toEqual({ tag: "EnterpriseNotVerifiable" })
      })
    )
  })

  it("treats a save alike (R-11), but for an enterprise that is not on record", () => {
    fc.assert(
      fc.property(noVerdict, (verdict) => {
        expect(refusalOf(judgeSave(verdict))).toEqual(
          verdict._tag === "NoRecord" ? { tag: "EnterpriseNotMatched" } : refusalOf(judge(verdict))
        )
      })
    )
  })
})

import { Verdict } from "@single-window/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CtidRemedies from "../../src/rules/CtidRemedies.js"
import { refusalOf, remediesOf } from "./answers.js"
import { noVerdict } from "./verdicts.js"

const { judge } = CtidRemedies

describe("R-58 R-59: ways out when the ID card check fails", () => {
  it("lets nothing but a match through", () => {
    fc.assert(
      fc.property(noVerdict, (verdict) => {
        expect(refusalOf(judge(verdict))).toBeDefined()
      })
    )
    expect(refusalOf(judge(Verdict.Match()))).toBeUndefined()
  })

  it("never says which element was wrong, though the verifier may", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom("name", "number", "validFrom", "validTo")), (fields) => {
        const answer = judge(Verdict.Mismatch({ fields }))
        expect(answer).toEqual(judge(Verdict.Mismatch({})))
        expect(refusalOf(answer)).toEqual({ tag: "PersonNotMatched", perhapsNotOnRecord: false })
        for (const field of fields) expect(judge(Verdict.InvalidInput({ field }))).toEqual(answer)
      })
    )
  })

  it("always offers the bank card", () => {
    fc.assert(
      fc.property(noVerdict, (verdict) => {
        expect(remediesOf(judge(verdict))).toContain("SwitchToBankCard")
      })
    )
  })

  it("sends to the CTID app exactly when the card may not be on record", () => {
    fc.assert(
      fc.property(noVerdict, (verdict) => {
        const mayBeMissing = verdict._tag === "NoRecord" || verdict._tag === "MismatchOrNoRecord"
        expect(remediesOf(judge(verdict))?.includes("SyncIdInCtid")).toBe(mayBeMissing)
      })
    )
  })

  it("tells each answer apart by its tag", () => {
    expect(refusalOf(judge(Verdict.NoRecord()))).toEqual({ tag: "PersonNotOnRecord" })
    expect(refusalOf(judge(Verdict.NotSupported()))).toEqual({ tag: "IdCardOnly" })
    expect(refusalOf(judge(Verdict.MismatchOrNoRecord()))).toEqual({
      tag: "PersonNotMatched",
      perhapsNotOnRecord: true
    })
  })
})

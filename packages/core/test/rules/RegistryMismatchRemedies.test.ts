import { Verdict } from "@single-window/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as RegistryMatch from "../../src/rules/RegistryMatch.js"
import { EnterpriseNotVerifiable } from "../../src/rules/RegistryMismatchRemedies.js"
import { refusalOf, remediesOf } from "./answers.js"

describe("R-55: an enterprise that cannot be checked", () => {
  it("is offered the IC card first, then the bank, and never told that something was wrong", () => {
    fc.assert(
      fc.property(fc.constantFrom(Verdict.NotSupported(), Verdict.NoRecord()), (verdict) => {
        const answer = RegistryMatch.judge(verdict)
        expect(refusalOf(answer)).toEqual({ tag: "EnterpriseNotVerifiable" })
        expect(remediesOf(answer)).toEqual(["UseIcCard", "UseBankUkey"])
      })
    )
  })

  it("is R-55 and no other rule", () => {
    expect(new EnterpriseNotVerifiable().rules).toEqual(["R-55"])
  })
})

import { Verdict } from "@single-window/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as BankCardOwnership from "../../src/rules/BankCardOwnership.js"
import { refusalOf } from "./answers.js"
import { noVerdict } from "./verdicts.js"

const { judge } = BankCardOwnership

describe("R-61a: the bank card is the person's own", () => {
  it("lets nothing but a match through, and never says which factor was wrong", () => {
    fc.assert(
      fc.property(noVerdict, (verdict) => {
        expect(refusalOf(judge(verdict))).toEqual(
          verdict._tag === "Unusable"
            ? { tag: "BankCardUnusable", state: verdict.state }
            : verdict._tag === "NotSupported"
              ? { tag: "BankCardUnusable", state: "not-supported" }
              : { tag: "BankCardNotMatched" }
        )
      })
    )
    expect(refusalOf(judge(Verdict.Match()))).toBeUndefined()
  })
})

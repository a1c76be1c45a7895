import { banks, defaultPolicy } from "@single-window/core"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as SupportedBank from "../../src/rules/SupportedBank.js"
import { policyWith, refusalOf } from "./answers.js"

const { check } = SupportedBank
const code = fc.oneof(
  fc.constantFrom(...banks.map(({ code }) => code), "NOBANK", "BOC", "ccb", ""),
  fc.stringOf(fc.constantFrom(..."ABC"), { maxLength: 4 })
)

describe("R-67: the banks supported at present", () => {
  it("takes exactly the banks on policy's list", () => {
    fc.assert(
      fc.property(fc.array(code), code, (list, bank) => {
        const answer = check(bank, policyWith("certification", { banks: list }))
        expect(refusalOf(answer)).toEqual(list.includes(bank) ? undefined : { tag: "BankNotSupported", bank })
      })
    )
  })

  it("no bank has the name by which scenarios, demonstration and tests call one that is not supported", () => {
    expect(banks.map(({ code }) => code)).not.toContain("NOBANK")
  })

  it("takes the manual's three by default, and no bank when none is named", () => {
    expect(banks.map(({ code }) => check(code, defaultPolicy))).toEqual(["CCB", "ABC", "CMBC"].map(Either.right))
    expect(refusalOf(check(undefined, defaultPolicy))).toEqual({ tag: "BankNotSupported", bank: "" })
  })
})

import { maskBankCard, maskDocumentNumber, maskMobile, maskName } from "@single-window/core/identifiers"
import { bankCardNumber, mobileNumber, personName, residentId } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const shown = (masked: string) => Array.from(masked).filter((character) => character !== "*").length

describe("masking", () => {
  it.each([
    ["maskDocumentNumber", maskDocumentNumber, 3, 4],
    ["maskMobile", maskMobile, 3, 4],
    ["maskBankCard", maskBankCard, 0, 4],
    ["maskName", maskName, 1, 0]
  ] as const)(
    "%s keeps the length and shows the ends only, at most so much and never more than half",
    (_, mask, head, tail) => {
      const text = fc.oneof(
        fc.fullUnicodeString(),
        fc.string16bits(),
        residentId(),
        mobileNumber,
        bankCardNumber,
        personName
      )
      fc.assert(
        fc.property(text, (value) => {
          const original = Array.from(value)
          const masked = Array.from(mask(value))
          expect(masked.length).toBe(original.length)
          const covered = masked.map((character, index) => character === "*" || character !== original[index])
          for (const [index, isCovered] of covered.entries()) {
            if (index >= head && index < original.length - tail) expect(isCovered).toBe(true)
          }
          expect(shown(mask(value))).toBeLessThanOrEqual(Math.floor(original.length / 2))
        }),
        { numRuns: 500 }
      )
    }
  )

  it("one of each by hand", () => {
    expect(maskDocumentNumber("110101199003070011")).toBe("110***********0011")
    expect(maskDocumentNumber("E12345678")).toBe("E1*****78")
    expect(maskMobile("13800000001")).toBe("13******001")
    expect(maskBankCard("6227001234567890121")).toBe("***************0121")
    expect(maskName("张伟")).toBe("张*")
    expect(maskName("阿卜杜拉·买买提")).toBe("阿*******")
    expect(maskName("张")).toBe("*")
    expect(maskName("")).toBe("")
  })
})

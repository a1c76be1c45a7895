import { checkIdentifier, checkValidityPeriod, isRealDate, yearsBetween } from "@single-window/core/identifiers"
import { calendarDate, unrealDate, validityPeriod } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const codes = (from: string, to: string, options = {}) =>
  checkValidityPeriod(from, to, options).problems.map(({ code }) => code)

describe("the calendar", () => {
  it("has exactly the days that exist, 1880 to 2120", () => {
    for (let year = 1880; year <= 2120; year++) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const date = new Date(Date.UTC(year, month - 1, day))
          const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
          const text = `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`
          if (isRealDate(text) !== exists) expect([text, isRealDate(text)]).toEqual([text, exists])
        }
      }
    }
  })

  it("counts completed years", () => {
    expect(yearsBetween("20000229", "20160228")).toBe(15)
    expect(yearsBetween("20000229", "20160229")).toBe(16)
    expect(yearsBetween("20000301", "20160301")).toBe(16)
  })
})

describe("R-56, R-57: a period of validity", () => {
  it("as cards are issued has nothing wrong with it", () => {
    fc.assert(
      fc.property(validityPeriod, ({ from, to }) => {
        expect(checkValidityPeriod(from, to)).toEqual({
          valid: true,
          normalized: `${from},${to}`,
          problems: [],
          facts: { from, to, noExpiry: to === "00000000" }
        })
      })
    )
  })

  it("is over on the day after its end, and has not begun before its start", () => {
    fc.assert(
      fc.property(validityPeriod, calendarDate("19800101", "20501231"), ({ from, to }, today) => {
        const found = codes(from, to, { today })
        expect(found.includes("expired")).toBe(to !== "00000000" && to < today)
        expect(found.includes("start-in-future")).toBe(from > today)
      })
    )
    expect(codes("20150301", "20250301", { today: "20250301" })).toEqual([])
    expect(codes("20150301", "20250301", { today: "20250302" })).toEqual(["expired"])
  })

  it("ends after it starts", () => {
    fc.assert(
      fc.property(calendarDate(), calendarDate(), (from, to) => {
        expect(codes(from, to).includes("end-not-after-start")).toBe(to <= from)
      })
    )
  })

  it("has real dates", () => {
    fc.assert(
      fc.property(unrealDate, calendarDate(), (unreal, real) => {
        expect(codes(unreal, real)).toEqual(["not-a-real-date"])
        expect(codes(real, unreal)).toEqual(["not-a-real-date"])
      })
    )
  })

  it("has eight zeros, or 长期, only as its end", () => {
    for (const zeros of ["00000000", "０００００００0", "长期", " 長期 ", "长期有效"]) {
      expect(checkValidityPeriod("20150301", zeros).facts).toMatchObject({ to: "00000000", noExpiry: true })
      expect(codes(zeros, "20350301")).toEqual(["no-expiry-as-start"])
    }
  })

  it("of an unusual length only warns", () => {
    expect(checkValidityPeriod("20150301", "20300301")).toMatchObject({
      valid: true,
      problems: [{ code: "unusual-span", severity: "warning" }]
    })
    expect(codes("20160229", "20260228")).toEqual([])
    expect(codes("20160229", "20260301")).toEqual([])
    expect(codes("19831231", "00000000")).toEqual(["start-before-first-card"])
  })

  it("that does not fit the age at issue only warns", () => {
    const at = (birthDate: string, from: string, to: string) => codes(from, to, { birthDate })
    const issued = "20150301"
    expect(at("19990302", issued, "20200301")).toEqual([])
    expect(at("19990301", issued, "20250301")).toEqual([])
    expect(at("19890302", issued, "20250301")).toEqual([])
    expect(at("19890301", issued, "20350301")).toEqual([])
    expect(at("19690302", issued, "20350301")).toEqual([])
    expect(at("19690301", issued, "00000000")).toEqual([])
    expect(at("19990301", issued, "20200301")).toEqual(["span-does-not-fit-age"])
    expect(at("19890301", issued, "00000000")).toEqual(["span-does-not-fit-age"])
  })

  it("joined by a comma is the same two dates", () => {
    fc.assert(
      fc.property(validityPeriod, fc.constantFrom(",", "，", " , "), ({ from, to }, comma) => {
        expect(checkIdentifier("validity", from + comma + to)).toEqual(checkValidityPeriod(from, to))
      })
    )
  })
})

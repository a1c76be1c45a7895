import {
  checkDocument,
  checkIdentifier,
  checkResidentId,
  documentTypes,
  documentUniquenessKey,
  identifierKinds,
  isDocumentType,
  isIdentifierKind
} from "@single-window/core/identifiers"
import {
  bankCardNumber,
  calendarDate,
  decorated,
  foreignerPermanentResidence,
  foreignPassport,
  hkMacaoPermit,
  hmtResidence,
  mobileNumber,
  mod11Dash2,
  oldForeignerPermanentResidence,
  organizationCode,
  prcPassport,
  residentId,
  sarPassport,
  taiwanPermit,
  unifiedSocialCreditCode,
  unrealDate,
  withLookAlike
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const right = [
  ["resident-id", residentId()],
  ["passport", prcPassport],
  ["hk-macao-permit", hkMacaoPermit],
  ["taiwan-permit", taiwanPermit],
  ["hmt-residence", hmtResidence()],
  ["foreigner-pr", fc.oneof(foreignerPermanentResidence(), oldForeignerPermanentResidence)],
  ["uscc", unifiedSocialCreditCode],
  ["organization-code", organizationCode],
  ["mobile", mobileNumber],
  ["bank-card", bankCardNumber]
] as const

describe.each(right)("%s", (kind, arbitrary) => {
  it("is accepted as it is, and in full-width, lower case and between blanks comes out the same", () => {
    const typed = arbitrary.chain((value) => decorated(value).map((text) => [value, text] as const))
    fc.assert(
      fc.property(typed, ([value, text]) => {
        expect(checkIdentifier(kind, value)).toMatchObject({ valid: true, normalized: value, problems: [] })
        expect(checkIdentifier(kind, text)).toMatchObject({ valid: true, normalized: value, problems: [] })
      })
    )
  })

  it("is refused with a letter or digit of another script, which is pointed at", () => {
    let tried = 0
    fc.assert(
      fc.property(arbitrary, (value) => {
        for (const text of withLookAlike(value)) {
          const at = Array.from(text).findIndex((character, index) => character !== value.charAt(index))
          const { valid, problems } = checkIdentifier(kind, text)
          expect(valid).toBe(false)
          expect(["look-alike-letter", "other-script-digit"]).toContain(problems[0]?.code)
          expect(problems[0]?.position).toBe(at + 1)
          tried++
        }
      })
    )
    expect(tried).toBeGreaterThan(0)
  })

  it("is refused a character shorter or longer, or is another form of the same kind", () => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        for (const text of [value.slice(1), value.slice(0, -1), `${value}00000000000`]) {
          const { valid, normalized } = checkIdentifier(kind, text)
          // passports and bank cards come in several lengths
          if (kind !== "passport" && kind !== "bank-card") expect(valid).toBe(false)
          else if (valid) expect(normalized).toBe(text)
        }
      })
    )
  })
})

describe("resident IDs", () => {
  it("tell the date of birth, the sex and the region", () => {
    const born = calendarDate("19300101", "20201231")
    const drawn = born.chain((birthDate) => residentId(fc.constant(birthDate)).map((id) => [birthDate, id] as const))
    fc.assert(
      fc.property(drawn, ([birthDate, id]) => {
        expect(checkResidentId(id).facts).toEqual({
          birthDate,
          regionPrefix: id.slice(0, 6),
          sex: "13579".includes(id.charAt(16)) ? "male" : "female"
        })
      })
    )
    expect(checkResidentId("440106198512123023").facts).toEqual({
      birthDate: "19851212",
      sex: "female",
      regionPrefix: "440106"
    })
  })

  it("need a real date of birth that is not in the future", () => {
    fc.assert(
      fc.property(residentId(unrealDate), (id) => {
        expect(checkResidentId(id).problems).toContainEqual({ code: "not-a-real-date", severity: "error", position: 7 })
      })
    )
    const codes = (today: string) => checkResidentId("110101199003070011", { today }).problems.map(({ code }) => code)
    expect(codes("19900306")).toEqual(["birth-date-in-future"])
    expect(codes("19900307")).toEqual([])
  })

  it("are never numbers of residence permits, nor the other way round", () => {
    fc.assert(
      fc.property(hmtResidence(), residentId(), (permit, id) => {
        expect(checkResidentId(permit).problems.map(({ code }) => code)).toEqual(["is-hmt-residence"])
        expect(checkDocument("hmt-residence", id).problems.map(({ code }) => code)).toEqual(["not-hmt-residence"])
      })
    )
  })

  it("of a province nobody knows only warn inside 11 to 82", () => {
    const body = "16010119900307001"
    expect(checkResidentId(body + mod11Dash2(body))).toMatchObject({
      valid: true,
      problems: [{ code: "unknown-region", severity: "warning", position: 1 }]
    })
    for (const prefix of ["100101", "830101"]) {
      const outside = `${prefix}19900307001`
      expect(checkResidentId(outside + mod11Dash2(outside)).problems).toEqual([
        { code: "unknown-region", severity: "error", position: 1 }
      ])
    }
  })
})

describe("R-23: passports", () => {
  it("of another state, or of a Special Administrative Region, are told apart from mistyped ones", () => {
    fc.assert(
      fc.property(fc.oneof(foreignPassport, sarPassport), (number) => {
        expect(checkDocument("passport", number).problems).toEqual([{ code: "not-prc", severity: "error" }])
      })
    )
  })

  it("of a Special Administrative Region are accepted when policy says so, foreign ones never", () => {
    fc.assert(
      fc.property(sarPassport, foreignPassport, (sar, foreign) => {
        expect(checkDocument("passport", sar, { allowSar: true })).toMatchObject({ valid: true, normalized: sar })
        expect(checkDocument("passport", foreign, { allowSar: true }).valid).toBe(false)
      })
    )
  })
})

describe("R-24: the key two documents are compared by", () => {
  it("leaves the reissue digits of a permit out", () => {
    fc.assert(
      fc.property(hkMacaoPermit, taiwanPermit, (hkMacao, taiwan) => {
        expect(documentUniquenessKey("hk-macao-permit", hkMacao)).toBe(hkMacao.slice(0, 9))
        expect(documentUniquenessKey("taiwan-permit", taiwan)).toBe(taiwan.slice(0, 8))
      })
    )
  })

  it("is the canonical number otherwise, and the text itself when there is none", () => {
    expect(documentUniquenessKey("resident-id", "11010519491231002x ")).toBe("11010519491231002X")
    expect(documentUniquenessKey("passport", "P.1234567")).toBe(documentUniquenessKey("passport", "p1234567"))
    expect(documentUniquenessKey("passport", "无")).toBe("无")
  })
})

it("kinds and types are known by name, and no property of an object passes for one", () => {
  for (const type of documentTypes) expect(isDocumentType(type) && isIdentifierKind(type)).toBe(true)
  for (const name of ["__proto__", "constructor", "toString", ""]) {
    expect(isDocumentType(name) || isIdentifierKind(name)).toBe(false)
  }
  expect(identifierKinds).toHaveLength(12)
})

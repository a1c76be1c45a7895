import { checkIdentifier, type IdentifierKind, type ProblemCode } from "@single-window/core/identifiers"
import { describe, expect, it } from "vitest"

/** Published examples of the standards, and made-up numbers whose check was computed apart from this code. */
const right: ReadonlyArray<readonly [IdentifierKind, string, string?]> = [
  ["uscc", "91350100M000100Y43"],
  ["uscc", "9144030071526726XG"],
  ["uscc", "913301087458306077"],
  ["uscc", "91350206MA32JUL977"],
  ["uscc", "91450100MA5MYQCT6P"],
  ["uscc", "91440300757625547W"],
  ["uscc", "91110000101623741K"],
  ["uscc", "911101066976941872"],
  ["uscc", "9131000063159284XQ"],
  ["organization-code", "D2143569X"],
  ["organization-code", "D2143569-X", "D2143569X"],
  ["organization-code", "M000100Y4"],
  ["organization-code", "71526726X"],
  ["organization-code", "MA32JUL97"],
  ["organization-code", "M0000XUF4"],
  ["organization-code", "M0001TGQX"],
  ["resident-id", "11010519491231002X"],
  ["resident-id", "11010519491231002x", "11010519491231002X"],
  ["resident-id", "440524188001010014"],
  ["resident-id", "34052419800101001X"],
  ["resident-id", "110101199003070011"],
  ["resident-id", "440106198512123023"],
  ["hmt-residence", "810000199001010019"],
  ["hmt-residence", "820000199001010010"],
  ["hmt-residence", "830000199001010012"],
  ["foreigner-pr", "932682198501010017"],
  ["foreigner-pr", "KAZ110090123105"],
  ["passport", "E12345678"],
  ["passport", "EA1234567"],
  ["passport", "G12345678"],
  ["passport", "141234567"],
  ["passport", "PE1234567"],
  ["passport", "P.1234567", "P1234567"],
  ["passport", "S.1234567", "S1234567"],
  ["passport", "DE1234567"],
  ["hk-macao-permit", "H1234567801"],
  ["hk-macao-permit", "m12345678", "M12345678"],
  ["taiwan-permit", "12345678"],
  ["taiwan-permit", "1234567801"],
  ["mobile", "+86 138-0000-0001", "13800000001"],
  ["mobile", "008613800000001", "13800000001"],
  ["bank-card", "6227 0012 3456 7890 121", "6227001234567890121"],
  ["bank-card", "6217001234567890122"],
  ["bank-card", "4111111111111111"],
  ["bank-card", "5555555555554444"],
  ["bank-card", "378282246310005"],
  ["username", "abcdef"],
  ["username", "Abc123Def456Ghi789"],
  ["validity", "20150301,20350301"],
  ["validity", "20150301,长期", "20150301,00000000"],
  ["validity", "2015.03.01,2035.03.01", "20150301,20350301"]
]

const wrong: ReadonlyArray<readonly [IdentifierKind, string, ProblemCode, number?]> = [
  ["uscc", "91350100M000100Y4Z", "letter-not-used", 18],
  ["uscc", "91350100M000100Y44", "check-character-mismatch", 18],
  ["uscc", "91310115MA1H8R7C6D", "check-character-mismatch", 18],
  ["uscc", "911101085636548888", "check-character-mismatch", 18],
  ["uscc", "91350211M0000XUF46", "check-character-mismatch", 18],
  ["uscc", "91350100M0001TGQXM", "check-character-mismatch", 18],
  ["uscc", "9135O100M000100Y43", "digit-expected", 5],
  ["uscc", "91350100M000100Y4", "wrong-length"],
  ["uscc", " 9135\u04100100M000100Y43", "look-alike-letter", 6],
  ["uscc", "９1350100M00010٠Y43", "other-script-digit", 15],
  ["organization-code", "MA1H8R7C6", "check-character-mismatch", 9],
  ["organization-code", "PDY00001-0", "reserved-range"],
  ["organization-code", "PDY99999-0", "reserved-range"],
  ["resident-id", "11204416541220243X", "check-character-mismatch", 18],
  ["resident-id", "110101900307001", "obsolete-fifteen-digits"],
  ["resident-id", "810000199001010019", "is-hmt-residence", 1],
  ["resident-id", "990101199003070013", "unknown-region", 1],
  ["resident-id", "110101199002300010", "not-a-real-date", 7],
  ["resident-id", "1101011990030700I1", "digit-expected", 17],
  ["hmt-residence", "110101199003070011", "not-hmt-residence", 1],
  ["foreigner-pr", "832682198501010017", "wrong-format", 1],
  ["foreigner-pr", "KAZ110090133105", "not-a-real-date", 8],
  ["passport", "K12345678", "not-prc"],
  ["passport", "KJ1234567", "not-prc"],
  ["passport", "MA1234567", "not-prc"],
  ["passport", "TK1234567", "not-prc"],
  ["passport", "712345678", "not-prc"],
  ["passport", "EI1234567", "letter-not-used", 2],
  ["passport", "E1234567", "wrong-length"],
  ["passport", "护照", "forbidden-character", 1],
  ["hk-macao-permit", "H123456780", "wrong-length"],
  ["hk-macao-permit", "A12345678", "letter-not-used", 1],
  ["taiwan-permit", "123456789", "wrong-length"],
  ["mobile", "12800000001", "not-a-mobile-number", 2],
  ["mobile", "1380000000", "wrong-length"],
  ["bank-card", "622700123456", "wrong-length"],
  ["username", "123456", "no-letter"],
  ["username", "abcde", "too-short"],
  ["username", "abcdefghijklmnopqrs", "too-long"],
  ["username", "abc_123", "forbidden-character", 4],
  ["username", "ａbc123", "full-width-letter", 1],
  ["validity", "20150301", "date-format"],
  ["validity", "20150229,20250228", "not-a-real-date", 1],
  ["validity", "20150301,20250229", "not-a-real-date", 10],
  ["validity", "00000000,20250301", "no-expiry-as-start", 1],
  ["validity", "20150301,20150301", "end-not-after-start", 10],
  ["validity", ",20250301", "blank", 1],
  ["validity", "20150301,", "blank", 10]
]

describe("published examples", () => {
  for (const [kind, value, normalized = value] of right) {
    it(`${kind} ${value} is right`, () => {
      expect(checkIdentifier(kind, value)).toMatchObject({ valid: true, normalized, problems: [] })
    })
  }

  for (const [kind, value, code, position] of wrong) {
    it(`${kind} ${value} is refused: ${code}`, () => {
      const { valid, problems, facts } = checkIdentifier(kind, value)
      expect(valid).toBe(false)
      expect(facts).toEqual({})
      const found = problems.find((problem) => problem.code === code)
      expect(found).toEqual(
        position === undefined ? { code, severity: "error" } : { code, severity: "error", position }
      )
    })
  }

  it("Luhn only warns: 6226000000000004 is published as a test number and fails it", () => {
    const { valid, problems } = checkIdentifier("bank-card", "6226000000000004")
    expect(valid).toBe(true)
    expect(problems).toEqual([{ code: "luhn-mismatch", severity: "warning", position: 16 }])
  })

  it("D5: registered codes that fail the check are accepted with a warning when lenient", () => {
    for (const [code, organizationCode] of [
      ["91350211M0000XUF46", "M0000XUF4"],
      ["91350100M0001TGQXM", "M0001TGQX"]
    ] as const) {
      const { valid, problems, facts } = checkIdentifier("uscc", code, { lenient: true })
      expect(valid).toBe(true)
      expect(problems).toEqual([{ code: "check-character-mismatch", severity: "warning", position: 18 }])
      expect(facts.organizationCode).toBe(organizationCode)
    }
  })

  it("a kind nobody knows is a problem, not an exception", () => {
    expect(checkIdentifier("constructor" as "uscc", "1").problems).toEqual([
      { code: "unknown-kind", severity: "error" }
    ])
  })
})

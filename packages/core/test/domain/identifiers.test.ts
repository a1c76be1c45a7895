import {
  BankCardNumber,
  EnterpriseName,
  IdentityDocument,
  LenientOrganizationCode,
  LenientUnifiedSocialCreditCode,
  MigratedUsername,
  MobileNumber,
  OrganizationCode,
  PersonName,
  ResidentId,
  UnifiedSocialCreditCode,
  Username,
  ValidityPeriod
} from "@single-window/core"
import { documentTypes } from "@single-window/core/identifiers"
import {
  bankCardNumber,
  decorated,
  enterpriseName,
  foreignerPermanentResidence,
  hkMacaoPermit,
  hmtResidence,
  mobileNumber,
  organizationCode,
  personName,
  prcPassport,
  residentId,
  sarPassport,
  taiwanPermit,
  unifiedSocialCreditCode,
  username,
  validityPeriod
} from "@single-window/testkit/arbitraries"
import { Either, ParseResult, Schema, SchemaAST } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

/** What a refused field says, and where. */
const messages = <A, I>(schema: Schema.Schema<A, I>, input: unknown) =>
  Either.match(Schema.decodeUnknownEither(schema)(input), {
    onLeft: (error) =>
      ParseResult.ArrayFormatter.formatErrorSync(error).map(({ path, message }) => [path.join("."), message]),
    onRight: () => []
  })

const keepsItsLaw = <Brand extends string>(
  name: string,
  schema: Schema.Schema<Brand, string>,
  arbitrary: fc.Arbitrary<string>
) =>
  describe(name, () => {
    it("comes in as typed, goes out as kept", () => {
      fc.assert(
        fc.property(arbitrary, (value) => {
          const decoded = Schema.decodeUnknownSync(schema)(`  ${value} `)
          expect(decoded).toBe(value)
          expect(Schema.encodeSync(schema)(decoded)).toBe(value)
        })
      )
    })

    it("holds nothing that was not kept by its check", () => {
      const is = Schema.is(schema)
      fc.assert(
        fc.property(arbitrary, (value) => {
          expect(is(value)).toBe(true)
          expect(is(` ${value}`)).toBe(false)
          expect(is(`${value}\u0000`)).toBe(false)
        })
      )
    })

    it("says what it is, and a blank is refused by its problem code", () => {
      const { annotations } = Schema.typeSchema(schema).ast
      expect(annotations[SchemaAST.DescriptionAnnotationId]).toMatch(/\p{Script=Han}/u)
      expect(annotations[SchemaAST.IdentifierAnnotationId]).toBeTypeOf("string")
      expect(messages(schema, " ")).toEqual([["", "blank"]])
    })
  })

keepsItsLaw("UnifiedSocialCreditCode", UnifiedSocialCreditCode, unifiedSocialCreditCode)
keepsItsLaw("OrganizationCode", OrganizationCode, organizationCode)
keepsItsLaw("ResidentId", ResidentId, residentId())
keepsItsLaw("MobileNumber", MobileNumber, mobileNumber)
keepsItsLaw("BankCardNumber", BankCardNumber, bankCardNumber)
keepsItsLaw("PersonName", PersonName, personName)
keepsItsLaw("EnterpriseName", EnterpriseName, enterpriseName)
keepsItsLaw("Username", Username, username)
keepsItsLaw("MigratedUsername", MigratedUsername, username)

describe("what a refusal says", () => {
  it("is the problem code, and never the value", () => {
    expect(messages(UnifiedSocialCreditCode, "91350100M000100Y44")).toEqual([["", "check-character-mismatch"]])
    expect(messages(ResidentId, "110101199003070012")).toEqual([["", "check-character-mismatch"]])
    expect(messages(PersonName, "张\u202e伟")).toEqual([["", "bidirectional-character"]])
    expect(messages(Username, "123456")).toEqual([["", "no-letter"]])
  })
})

describe("D5: lenient codes", () => {
  it("are of the same brand and let the registry decide about the check character", () => {
    const code: UnifiedSocialCreditCode = Schema.decodeUnknownSync(LenientUnifiedSocialCreditCode)("91350211m0000xuf46")
    expect(code).toBe("91350211M0000XUF46")
    expect(messages(UnifiedSocialCreditCode, code)).toEqual([["", "check-character-mismatch"]])
    expect(Schema.decodeUnknownSync(LenientOrganizationCode)("MA1H8R7C-6")).toBe("MA1H8R7C6")
    expect(messages(LenientOrganizationCode, "PDY000010")).toEqual([["", "reserved-range"]])
  })
})

describe("names", () => {
  it("keep a compatibility ideograph as it is on the document", () => {
    expect(Schema.decodeUnknownSync(PersonName)("\u{2f800}娜 ")).toBe("\u{2f800}娜")
    expect(Schema.decodeUnknownSync(EnterpriseName)("\u{2f800}娜(集团)")).toBe("\u{2f800}娜（集团）")
  })
})

describe("IdentityDocument", () => {
  const numbers = {
    "resident-id": residentId(),
    passport: fc.oneof(prcPassport, sarPassport),
    "hk-macao-permit": hkMacaoPermit,
    "taiwan-permit": taiwanPermit,
    "hmt-residence": hmtResidence(),
    "foreigner-pr": foreignerPermanentResidence()
  }

  it.each(documentTypes)("of type %s takes the numbers of that type in any decoration", (type) => {
    const typed = numbers[type].chain((number) => decorated(number).map((text) => [number, text] as const))
    fc.assert(
      fc.property(typed, ([number, text]) => {
        const decoded = Schema.decodeUnknownSync(IdentityDocument)({ type, number: text })
        expect(decoded).toEqual({ type, number })
        expect(Schema.encodeSync(IdentityDocument)(decoded)).toEqual({ type, number })
      })
    )
  })

  it("says which field is wrong and why", () => {
    expect(messages(IdentityDocument, { type: "resident-id", number: "1" })).toEqual([["number", "wrong-length"]])
    expect(messages(IdentityDocument, { type: "passport", number: "TK1234567" })).toEqual([["number", "not-prc"]])
    expect(messages(IdentityDocument, { type: "__proto__", number: "1" }).every(([path]) => path === "type")).toBe(true)
  })
})

describe("ValidityPeriod", () => {
  it("comes in as typed, goes out as two dates", () => {
    fc.assert(
      fc.property(validityPeriod, ({ from, to }) => {
        const typed = { from: ` ${from}`, to: to === "00000000" ? "长期" : `${to} ` }
        const decoded = Schema.decodeUnknownSync(ValidityPeriod)(typed)
        expect(decoded).toEqual({ from, to })
        expect(Schema.encodeSync(ValidityPeriod)(decoded)).toEqual({ from, to })
      })
    )
  })

  it("says which date is wrong and why", () => {
    const period = (from: string, to: string) => messages(ValidityPeriod, { from, to })
    expect(period("20150230", "20250301")).toEqual([["from", "not-a-real-date"]])
    expect(period("20150301", "20250230")).toEqual([["to", "not-a-real-date"]])
    expect(period("", "20250301")).toEqual([["from", "blank"]])
    expect(period("20150301", "")).toEqual([["to", "blank"]])
    expect(period("00000000", "20250301")).toEqual([["from", "no-expiry-as-start"]])
    expect(period("20150301", "20150301")).toEqual([["to", "end-not-after-start"]])
    expect(period("20150301", "2025031x")).toEqual([["to", "digit-expected"]])
  })
})

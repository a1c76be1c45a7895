import { type MigratedColumn, type MigratedRow, migratedColumns, organizationPart } from "@single-window/core"
import {
  enterpriseName,
  foreignPassport,
  fullWidth,
  hkMacaoPermit,
  hostileNames,
  personName,
  prcPassport,
  residentId,
  unifiedSocialCreditCode,
  username
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"

export const today = "20220510"

export type FullRow = { readonly [Column in MigratedColumn]: string }

const holderDocument = fc.oneof(
  {
    weight: 3,
    arbitrary: residentId(fc.constantFrom("19700101", "19841231", "19900615")).map((documentNumber) => ({
      documentType: "resident-id",
      documentNumber,
      validFrom: "20180301",
      validTo: "20380301"
    }))
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(fc.tuple(fc.constant("passport"), prcPassport), fc.tuple(fc.constant("hk-macao-permit"), hkMacaoPermit))
      .map(([documentType, documentNumber]) => ({ documentType, documentNumber, validFrom: "", validTo: "" }))
  }
)

/** A row with nothing missing and nothing wrong, in canonical form. */
export const rightRow: fc.Arbitrary<FullRow> = fc
  .tuple(username, enterpriseName, unifiedSocialCreditCode, personName, personName, holderDocument)
  .map(([name, enterprise, code, representative, holder, document]) => ({
    username: name,
    source: "ciq",
    enterpriseName: enterprise,
    unifiedSocialCreditCode: code,
    organizationCode: organizationPart(code),
    legalRepresentativeName: representative,
    holderName: holder,
    ...document,
    mobile: "13800000001",
    email: "user@example.com",
    remark: ""
  }))

const half = (text: string) => `${text.slice(0, 8)}-${text.slice(8)}`

/** The same row as another system would write it: nothing of it means anything else. */
export const respelled = (row: FullRow): fc.Arbitrary<FullRow> =>
  fc.record({
    username: fc.constantFrom(row.username, ` ${row.username}`),
    source: fc.constant(row.source),
    enterpriseName: fc.constantFrom(
      row.enterpriseName,
      `${row.enterpriseName}\u3000`,
      row.enterpriseName.replaceAll("（", "(").replaceAll("）", ")")
    ),
    unifiedSocialCreditCode: fc.constantFrom(
      row.unifiedSocialCreditCode.toLowerCase(),
      fullWidth(row.unifiedSocialCreditCode)
    ),
    organizationCode: fc.constantFrom(half(row.organizationCode), half(row.organizationCode).toLowerCase()),
    legalRepresentativeName: fc.constantFrom(row.legalRepresentativeName, `\u200b${row.legalRepresentativeName} `),
    holderName: fc.constantFrom(row.holderName, row.holderName.replaceAll("·", "•")),
    documentType: fc.constantFrom(...(names[row.documentType] ?? [row.documentType])),
    documentNumber: fc.constantFrom(row.documentNumber.toLowerCase(), fullWidth(row.documentNumber)),
    validFrom: fc.constantFrom(row.validFrom, ...spellings(row.validFrom)),
    validTo: fc.constantFrom(row.validTo, ...spellings(row.validTo)),
    mobile: fc.constantFrom(row.mobile, `+86 ${row.mobile}`, fullWidth(row.mobile)),
    email: fc.constant(row.email),
    remark: fc.constant(row.remark)
  })

const names: Readonly<Record<string, ReadonlyArray<string>>> = {
  "resident-id": ["身份证", "居民身份证 ", "Resident ID", "二代身份证"],
  passport: ["护照", "中国护照"],
  "hk-macao-permit": ["回乡证", "港澳居民来往内地通行证"]
}

const spellings = (date: string): ReadonlyArray<string> =>
  date === ""
    ? []
    : [
        `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
        `${date.slice(0, 4)}/${Number(date.slice(4, 6))}/${Number(date.slice(6))}`,
        `${date.slice(0, 4)}年${Number(date.slice(4, 6))}月${Number(date.slice(6))}日`,
        `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)} 00:00:00`,
        fullWidth(date)
      ]

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 300 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileNames.map(({ text }) => text)) },
  { weight: 1, arbitrary: foreignPassport },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\ud800", "a\u0000b", "身份证", "军官证", "长期", "20200230", "x".repeat(1100))
  }
)

/** Anything at all: right rows in which any number of cells hold something else. */
export const anyRow: fc.Arbitrary<MigratedRow> = fc
  .tuple(rightRow, fc.dictionary(fc.constantFrom(...migratedColumns), cell), fc.boolean())
  .map(([row, others, sparse]) => {
    const mixed: Record<string, string> = { ...row, ...others }
    const kept = sparse ? Object.entries(mixed).filter(([key, text]) => key === "username" || text !== "") : undefined
    return { source: "", ...Object.fromEntries(kept ?? Object.entries(mixed)) } as unknown as MigratedRow
  })

import type { Enterprise } from "../../domain/Enterprise.js"
import type { Holder, StoredValidity } from "../../domain/Holder.js"
import {
  type Checked,
  checkDocument,
  checkEnterpriseName,
  checkMobileNumber,
  checkOrganizationCode,
  checkPersonName,
  checkUnifiedSocialCreditCode,
  checkValidityPeriod,
  isDocumentType,
  noExpiry
} from "../../identifiers/index.js"
import type { AccountEvent } from "../AccountEvent.js"
import { documentTypeNamed } from "./documentTypeNames.js"
import type { MigratedColumn } from "./MigratedRow.js"

type AccountMigrated = Extract<AccountEvent, { readonly _tag: "AccountMigrated" }>

/** The event that storing a row makes, but for the account's id. A password is set later: older systems hand none over. */
export type MigratedAccount = Omit<AccountMigrated, "id" | "passwordHash">

/** A row whose every cell may be stored. */
export type SafeRow = Readonly<Record<MigratedColumn, string>>

/** A form that stands for the same value where the check finds one, else the text as it was given. */
const written = (text: string, checked: Checked<{ readonly written: string }>): string =>
  checked.facts.written ?? (checked.normalized || text)

const enterpriseOf = (row: SafeRow): Enterprise => ({
  name: written(row.enterpriseName, checkEnterpriseName(row.enterpriseName)),
  unifiedSocialCreditCode:
    checkUnifiedSocialCreditCode(row.unifiedSocialCreditCode, { lenient: true }).normalized ||
    row.unifiedSocialCreditCode,
  organizationCode: checkOrganizationCode(row.organizationCode, { lenient: true }).normalized || row.organizationCode,
  legalRepresentativeName: written(row.legalRepresentativeName, checkPersonName(row.legalRepresentativeName))
})

const longTerm = new Set(["永久", "永久有效", "9999-12-31", "99991231"])

/** 2015年3月1日, 2015/3/1 and 2015-03-01 00:00:00 as YYYYMMDD; a date written in no such way stays as it is. */
const spelledOut = (date: string): string => {
  const half = date.normalize("NFKC")
  if (longTerm.has(half)) return noExpiry
  const parts =
    /^([0-9]{4})\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*日?(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?$/u.exec(
      half
    )
  return parts === null ? date : `${parts[1]}${parts[2]!.padStart(2, "0")}${parts[3]!.padStart(2, "0")}`
}

/** Each date by itself, so that one wrong date does not keep the other from being read. */
const validityOf = (row: SafeRow): StoredValidity => {
  const from = spelledOut(row.validFrom)
  const to = spelledOut(row.validTo)
  return {
    from: checkValidityPeriod(from, noExpiry).facts.from ?? from,
    to: checkValidityPeriod("00010101", to).facts.to ?? to
  }
}

/** Dates belong to a resident ID, and are kept with a type that is not known, for it may turn out to be one. */
const holderOf = (row: SafeRow): Holder => {
  const type = documentTypeNamed(row.documentType)
  const known = isDocumentType(type)
  const number = known
    ? checkDocument(type, row.documentNumber, { allowSar: true }).normalized || row.documentNumber
    : row.documentNumber
  const validity = validityOf(row)
  const dated = (!known || type === "resident-id") && (validity.from !== "" || validity.to !== "")
  return {
    name: written(row.holderName, checkPersonName(row.holderName)),
    document: { type, number },
    ...(dated ? { validity } : {})
  }
}

/**
 * What is stored of a row: every value in its canonical form where it has one (case, width, hyphens, 长期), and otherwise as it
 * was given, for its holder to mend. Nothing is guessed: a wrong value stays the wrong value.
 */
export const canonicalAccount = (row: SafeRow): MigratedAccount => ({
  _tag: "AccountMigrated",
  username: row.username,
  enterprise: enterpriseOf(row),
  holder: holderOf(row),
  mobile: checkMobileNumber(row.mobile).normalized || row.mobile,
  email: row.email,
  source: row.source,
  ...(row.remark === "" ? {} : { remark: row.remark })
})

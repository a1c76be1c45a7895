import type { MigratedColumn, MigratedRow } from "./MigratedRow.js"

/** The longest text that is stored of each column, in characters: well above anything that is right. */
export const longestText: Readonly<Record<MigratedColumn, number>> = {
  username: 64,
  source: 64,
  enterpriseName: 200,
  unifiedSocialCreditCode: 64,
  organizationCode: 64,
  legalRepresentativeName: 100,
  holderName: 100,
  documentType: 64,
  documentNumber: 64,
  validFrom: 32,
  validTo: 32,
  mobile: 32,
  email: 254,
  remark: 500
}

// what web pages and spreadsheets leave behind: it cannot be seen, and a code or name never holds it
const leftovers = /[\u00AD\u200B\u2060\uFEFF]/gu

/** Control characters, halves of characters, separators and marks that turn the direction of text: not to be stored at all. */
const unsafe = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u

export type TextFault = "unsafe-text" | "too-long"

/**
 * A cell as it can be kept: without margins and leftovers, the lines of a remark on one line. A user name keeps everything but
 * its margins, since it is what its holder types.
 */
export const safeText = (
  column: MigratedColumn,
  row: MigratedRow
): { readonly text: string; readonly fault?: TextFault } => {
  const given = row[column] ?? ""
  const whole = column === "username" ? given : given.replace(leftovers, "")
  const trimmed = whole.trim()
  const text = column === "remark" ? trimmed.replace(/\s*[\t\r\n]+\s*/gu, " ") : trimmed
  if (unsafe.test(text)) return { text, fault: "unsafe-text" }
  return Array.from(text).length > longestText[column] ? { text, fault: "too-long" } : { text }
}

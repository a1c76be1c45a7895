import type { AccountView } from "@single-window/core"
import { safeText } from "../../safeText.js"

const columns: ReadonlyArray<readonly [title: string, cell: (account: AccountView) => string]> = [
  ["username", ({ username }) => username],
  ["role", ({ role }) => role],
  ["origin", ({ origin }) => origin],
  ["source", ({ source }) => source ?? ""],
  ["status", ({ status }) => status],
  ["level", ({ level }) => level],
  ["enterpriseCertification", ({ certification }) => certification.enterprise],
  ["holderCertification", ({ certification }) => certification.holder],
  ["methods", ({ certification }) => certification.methods.join(" ")],
  ["cardBinding", ({ cardBinding }) => cardBinding],
  ["enterpriseName", ({ enterprise }) => enterprise.name],
  ["unifiedSocialCreditCode", ({ enterprise }) => enterprise.unifiedSocialCreditCode],
  ["organizationCode", ({ enterprise }) => enterprise.organizationCode],
  ["holderName", ({ holder }) => holder.name],
  ["documentType", ({ holder }) => holder.document.type],
  ["documentNumber", ({ holder }) => holder.document.number],
  ["mobile", ({ mobile }) => mobile],
  ["email", ({ email }) => email]
]

/** A cell that neither a terminal acts on nor a spreadsheet: one that begins like a formula, in any width, gets an apostrophe. */
const cell = (text: string): string => {
  const safe = safeText(text)
  const plain = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(safe) ? `'${safe}` : safe
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const line = (cells: ReadonlyArray<string>): string => `${cells.map(cell).join(",")}\r\n`

/** With a byte-order mark, without which spreadsheets read Chinese as something else (RFC 4180). */
export const csvHead = `\uFEFF${line(columns.map(([title]) => title))}`

/** An account as masked as it came. */
export const csvLine = (account: AccountView): string => line(columns.map(([, of]) => of(account)))

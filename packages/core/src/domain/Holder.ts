import * as Schema from "effect/Schema"
import { checkDocument, checkValidityPeriod, isDocumentType, personNameKey } from "../identifiers/index.js"
import { problemCode } from "./FieldInvalid.js"

/** A document as stored: `type` is one of the document types, or "" when a migrated account has none. */
export const StoredDocument = Schema.Struct({ type: Schema.String, number: Schema.String })
export type StoredDocument = typeof StoredDocument.Type

/** YYYYMMDD each; `to` may be 00000000 for no expiry (长期, R-56 R-57). */
export const StoredValidity = Schema.Struct({ from: Schema.String, to: Schema.String })
export type StoredValidity = typeof StoredValidity.Type

/** 账号归属人: the five fields of R-20. The validity period belongs to resident ID cards only. */
export const Holder = Schema.Struct({
  name: Schema.String,
  document: StoredDocument,
  validity: Schema.optional(StoredValidity)
})
export type Holder = typeof Holder.Type

export const holderFields = ["name", "documentType", "documentNumber", "validFrom", "validTo"] as const
export type HolderField = (typeof holderFields)[number]

export const blankHolder: Holder = { name: "", document: { type: "", number: "" } }

/** The form in which two document numbers are compared; one that is not valid is compared by its letters and digits. */
export const canonicalDocumentNumber = ({ type, number }: StoredDocument): string =>
  (isDocumentType(type) && checkDocument(type, number, { allowSar: true }).normalized) ||
  number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")

export const sameDocument = (a: StoredDocument, b: StoredDocument): boolean =>
  a.type === b.type && canonicalDocumentNumber(a) === canonicalDocumentNumber(b)

/** Dates belong to a resident ID alone: left-over dates of another document are nothing to compare. */
const canonicalValidity = ({ document, validity }: Holder): StoredValidity => {
  if (document.type !== "resident-id" || validity === undefined) return { from: "", to: "" }
  const { from, to } = checkValidityPeriod(validity.from, validity.to).facts
  return from === undefined || to === undefined ? { from: validity.from.trim(), to: validity.to.trim() } : { from, to }
}

/** The fields in which two holders really differ (R-22, D7). */
export const changedHolderFields = (before: Holder, after: Holder): ReadonlyArray<HolderField> => {
  const values = (holder: Holder): Record<HolderField, string> => {
    const { from, to } = canonicalValidity(holder)
    return {
      name: personNameKey(holder.name),
      documentType: holder.document.type,
      documentNumber: canonicalDocumentNumber(holder.document),
      validFrom: from,
      validTo: to
    }
  }
  const a = values(before)
  const b = values(after)
  return holderFields.filter((field) => a[field] !== b[field])
}

/** What is wrong with the two dates of a resident ID, each by its own field name; empty when both are right. */
export const validityProblems = (
  validity: StoredValidity | undefined,
  today: string
): ReadonlyArray<{ readonly field: "validity.from" | "validity.to"; readonly problem: string }> => {
  const from = validity?.from ?? ""
  const to = validity?.to ?? ""
  const missing = (
    [
      ["validity.from", from],
      ["validity.to", to]
    ] as const
  ).filter(([, date]) => date.trim() === "")
  if (missing.length > 0) return missing.map(([field]) => ({ field, problem: "missing" }))
  const { valid, problems } = checkValidityPeriod(from, to, { today })
  if (valid) return []
  const fromLength = Array.from(from).length
  const found = problems
    .filter(({ severity }) => severity === "error")
    .map((problem) => ({
      field: (problem.position ?? 1) <= fromLength ? ("validity.from" as const) : ("validity.to" as const),
      problem: problemCode(problem)
    }))
  // one problem a field is enough for a person to go on
  return found.filter(({ field }, index) => found.findIndex((other) => other.field === field) === index)
}

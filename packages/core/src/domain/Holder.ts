import * as Schema from "effect/Schema"

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

/** The fields in which two holders differ. */
export const changedHolderFields = (before: Holder, after: Holder): ReadonlyArray<HolderField> => {
  const values = (holder: Holder): Record<HolderField, string> => ({
    name: holder.name,
    documentType: holder.document.type,
    documentNumber: holder.document.number,
    validFrom: holder.validity?.from ?? "",
    validTo: holder.validity?.to ?? ""
  })
  const a = values(before)
  const b = values(after)
  return holderFields.filter((field) => a[field] !== b[field])
}

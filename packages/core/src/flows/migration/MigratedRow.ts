import * as Schema from "effect/Schema"

/** The columns of a file of migrated accounts, in the order in which we write them. */
export const migratedColumns = [
  "username",
  "source",
  "enterpriseName",
  "unifiedSocialCreditCode",
  "organizationCode",
  "legalRepresentativeName",
  "holderName",
  "documentType",
  "documentNumber",
  "validFrom",
  "validTo",
  "mobile",
  "email",
  "remark"
] as const
export type MigratedColumn = (typeof migratedColumns)[number]

/** Columns that must be there; any other may be left out, which is the same as leaving it blank. */
export const requiredColumns: ReadonlyArray<MigratedColumn> = ["username", "source"]

const text = Schema.optional(Schema.String)

/** One account as an older system hands it over: text only, and nothing about it believed yet. */
export const MigratedRow = Schema.Struct({
  username: Schema.String,
  source: Schema.String,
  enterpriseName: text,
  unifiedSocialCreditCode: text,
  organizationCode: text,
  legalRepresentativeName: text,
  holderName: text,
  documentType: text,
  documentNumber: text,
  validFrom: text,
  validTo: text,
  mobile: text,
  email: text,
  remark: text
})
export type MigratedRow = typeof MigratedRow.Type

/** Why a row of a file could not even be read. */
export const unreadableCodes = [
  /** More or fewer cells than the header has. */
  "cell-count",
  /** A quotation mark that is not closed, or is closed in the middle of a cell. */
  "quote",
  "not-json",
  "not-an-object",
  /** A value that is not text, such as a number, which would have lost digits. */
  "not-text",
  "unknown-column",
  /** Bytes that are no character in the encoding of the file. */
  "encoding",
  "row-too-long"
] as const
export type UnreadableCode = (typeof unreadableCodes)[number]

/** A row as it comes out of a file; `line` is where it begins, from 1. In a list without lines it is the position. */
export type RowRead =
  | { readonly line: number; readonly row: MigratedRow }
  | { readonly line: number; readonly unreadable: UnreadableCode; readonly field?: string }

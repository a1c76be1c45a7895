import { type UnreadableCode, unreadableCodes } from "./MigratedRow.js"

/** What would become of a row; each row has exactly one class. The gravest that applies is given, in this order from below. */
export const migrationClasses = ["ready", "fixable", "needs-administrator", "duplicate", "invalid"] as const
export type MigrationClass = (typeof migrationClasses)[number]

/** It cannot be stored. */
export const invalidCodes = [
  ...unreadableCodes,
  "username-missing",
  /** A user name that cannot be seen or typed as it stands. */
  "username-unusable",
  "source-missing",
  /** Control characters, halves of characters, marks that turn the direction of text. */
  "unsafe-text",
  "too-long"
] as const

/** Something of it is taken: by an earlier row, or by an account. */
export const duplicateCodes = [
  "username-taken",
  /** The name was migrated before and its account deleted; it stays its enterprise's for good. */
  "username-reserved",
  /** The same document in the same enterprise. */
  "document-in-enterprise",
  /** This very row was imported before. */
  "already-imported"
] as const

/** Its holder cannot get it certified alone; the enterprise's administrator admits or recreates it. */
export const administratorCodes = [
  /** A passport that is not PRC-issued cannot be entered. */
  "passport-not-prc",
  /** No method knows this kind of document, and its number is not one that another kind would have. */
  "document-type-unknown",
  /** Neither name nor document: nothing says whose account it is. */
  "no-identity",
  /** More of name, USCC and organization code are wrong than one save may change. */
  "edit-limit",
  /** Policy does not let migrated accounts certify here. */
  "not-in-scope"
] as const

/** Its holder mends it by editing. */
export const fixableCodes = ["field-missing", "field-wrong"] as const

export type ReasonCode =
  | UnreadableCode
  | (typeof invalidCodes)[number]
  | (typeof duplicateCodes)[number]
  | (typeof administratorCodes)[number]
  | (typeof fixableCodes)[number]

/** Of which row, by its line, or of which account. */
export type DuplicateOf =
  | { readonly line: number; readonly username: string }
  | { readonly account: string; readonly username: string }

/** One reason for a row's class. It names fields and never repeats a value, which may be somebody's number. */
export interface Reason {
  readonly code: ReasonCode
  /** A column, or a field as completeness names it: `enterprise.name`, `holder.document.number`. */
  readonly field?: string
  /** What is wrong with the field, as an identifier's problem code. */
  readonly problem?: string
  readonly of?: DuplicateOf
}

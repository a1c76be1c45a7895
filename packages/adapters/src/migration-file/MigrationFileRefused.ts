import * as Data from "effect/Data"

/** What can be wrong with a file as a whole; a bad row is never one of these. */
export type MigrationFileProblem =
  | "not-found"
  | "not-readable"
  | "not-a-file"
  | "empty"
  | "utf-16"
  | "spreadsheet"
  | "header-unreadable"
  | "unknown-column"
  | "duplicate-column"
  | "missing-column"

/** The file cannot be read as migrated accounts at all. `columns` are the header names that are at fault. */
export class MigrationFileRefused extends Data.TaggedClass("MigrationFileRefused")<{
  readonly problem: MigrationFileProblem
  readonly columns: ReadonlyArray<string>
}> {}

export const refuseFile = (problem: MigrationFileProblem, columns: ReadonlyArray<string> = []): MigrationFileRefused =>
  new MigrationFileRefused({ problem, columns })

import { type MigratedColumn, migratedColumns, requiredColumns } from "@single-window/core"

export type HeaderFault =
  | { readonly problem: "unknown-column"; readonly columns: ReadonlyArray<string> }
  | { readonly problem: "duplicate-column"; readonly columns: ReadonlyArray<string> }
  | { readonly problem: "missing-column"; readonly columns: ReadonlyArray<string> }

export const isMigratedColumn = (name: string): name is MigratedColumn =>
  (migratedColumns as ReadonlyArray<string>).includes(name)

const known: ReadonlySet<string> = new Set(migratedColumns.map((name) => name.toLowerCase()))

/** Whether somebody meant a header: a first line without any of the names may be anything, such as a key or a person's data. */
const isMeant = (names: ReadonlyArray<string>): boolean =>
  names.some((name) =>
    name
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => known.has(word))
  )

/**
 * Names exactly as they are defined, in any order; all that is wrong of the gravest kind, so that one correction is enough.
 * Nothing of a line that is no header is handed on.
 */
export const columnsOf = (names: ReadonlyArray<string>): ReadonlyArray<MigratedColumn> | HeaderFault => {
  const unknown = names.filter((name) => !isMigratedColumn(name))
  if (unknown.length > 0) return { problem: "unknown-column", columns: isMeant(names) ? unknown : [] }
  const duplicate = names.filter((name, index) => names.indexOf(name) !== index)
  if (duplicate.length > 0) return { problem: "duplicate-column", columns: [...new Set(duplicate)] }
  const missing = requiredColumns.filter((name) => !names.includes(name))
  if (missing.length > 0) return { problem: "missing-column", columns: missing }
  return names.filter(isMigratedColumn)
}

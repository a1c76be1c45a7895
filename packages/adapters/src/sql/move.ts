import { createHash } from "node:crypto"
import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import { columns } from "./columns.js"
import type { Execute } from "./commit.js"
import { migrationTable } from "./migrations.js"
import type { Raw } from "./rows.js"

/** A store as its rows: to be read in the order of their keys, and filled. */
export interface Tables {
  /** A question mark stands for a value. */
  readonly read: Execute
  readonly insert: (
    table: string,
    columns: ReadonlyArray<string>,
    rows: ReadonlyArray<Raw>
  ) => Effect.Effect<void, SqlError>
}

/** What a table holds, in few words: how many rows, and a hash over every value of every row in order. */
export interface TableSum {
  readonly table: string
  readonly rows: number
  readonly hash: string
}

/** Later ones refer to earlier ones. The key says in which order rows are read; both engines compare text by its bytes. */
const tables: ReadonlyArray<readonly [table: string, key: string]> = [
  ["heads", "stream"],
  ["events", "position"],
  ["claims", "claim"],
  ["answers", "key"],
  ["meta", "key"],
  ["positions", "name"]
]

/** A table that is in no list would stay behind; a test compares the two. */
export const movedTables: ReadonlyArray<string> = [...tables.map(([table]) => table), migrationTable]

/** PostgreSQL's large integers come as text. One that is not here would go over as text; a test compares with the tables. */
export const numeric: ReadonlySet<string> = new Set([
  "version",
  "position",
  "at",
  "deleted",
  "created_at",
  "updated_at",
  "until"
])

const columnsOf = (table: string) => columns.filter((column) => column.table === table).map(({ column }) => column)

const PAGE = 1000

/** Goes through a table page by page, so that memory stays flat however long it is. */
const walk = <E>(
  { read }: Tables,
  [table, key]: (typeof tables)[number],
  each: (rows: ReadonlyArray<Raw>) => Effect.Effect<void, E>
): Effect.Effect<TableSum, E | SqlError> =>
  Effect.gen(function* () {
    const names = columnsOf(table)
    const select = `SELECT ${names.join(", ")} FROM ${table}`
    const order = `ORDER BY ${key} LIMIT ${PAGE}`
    const hash = createHash("sha256")
    let count = 0
    let last: unknown
    for (;;) {
      const rows =
        count === 0 ? yield* read(`${select} ${order}`, []) : yield* read(`${select} WHERE ${key} > ? ${order}`, [last])
      for (const row of rows) {
        for (const name of names) if (numeric.has(name)) row[name] = Number(row[name])
        hash.update(`${JSON.stringify(names.map((name) => row[name]))}\n`)
      }
      count += rows.length
      last = rows.at(-1)?.[key]
      yield* each(rows)
      if (rows.length < PAGE) return { table, rows: count, hash: hash.digest("hex") }
    }
  })

const nothing = () => Effect.void

/** The sums of every table. */
export const sumsOf = (store: Tables): Effect.Effect<ReadonlyArray<TableSum>, SqlError> =>
  Effect.forEach(tables, (table) => walk(store, table, nothing))

export interface Moved {
  readonly from: ReadonlyArray<TableSum>
  readonly to: ReadonlyArray<TableSum>
}

/** Copies every row, then reads both ends of it: what was read from the one, and what lies in the other afterwards. */
export const move = (
  from: Tables,
  to: Tables,
  onRows: (rows: number) => Effect.Effect<void> = nothing
): Effect.Effect<Moved, SqlError> =>
  Effect.gen(function* () {
    const read = yield* Effect.forEach(tables, (table) =>
      walk(from, table, (rows) =>
        rows.length === 0
          ? Effect.void
          : Effect.zipRight(to.insert(table[0], columnsOf(table[0]), rows), onRows(rows.length))
      )
    )
    return { from: read, to: yield* sumsOf(to) }
  })

export const equal = ({ from, to }: Moved): boolean =>
  from.every(({ table, rows, hash }, index) => {
    const other = to[index]
    return other?.table === table && other.rows === rows && other.hash === hash
  })

/** How many rows there are to move. */
export const rowsIn = ({ read }: Tables): Effect.Effect<number, SqlError> =>
  Effect.map(
    Effect.forEach(tables, ([table]) => read(`SELECT count(*) AS rows FROM ${table}`, [])),
    (counts) => counts.reduce((sum, [row]) => sum + Number(row?.rows), 0)
  )

import type { MigratedColumn, RowRead } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type CsvRecord, csvReader, type TextLine } from "./csv.js"
import { inspect, linesIn, type MigrationFileLayout, textOf, whyUnreadable } from "./layout.js"
import type { Line } from "./lines.js"
import type { MigrationFileRefused } from "./MigrationFileRefused.js"
import { rowOfJson } from "./ndjson.js"

const decoded = (layout: MigrationFileLayout, { number, bytes }: Line): TextLine => {
  if (bytes === undefined) return { line: number, unreadable: "row-too-long" }
  const text = textOf(layout.encoding, number, bytes)
  return text === undefined ? { line: number, unreadable: "encoding" } : { line: number, text }
}

const rowOfCells = (columns: ReadonlyArray<MigratedColumn>, cells: ReadonlyArray<string>) => {
  const row: { -readonly [C in MigratedColumn]?: string } & { username: string; source: string } = {
    username: "",
    source: ""
  }
  for (let at = 0; at < columns.length; at++) row[columns[at]!] = cells[at]!
  return row
}

async function* csvRows(layout: MigrationFileLayout): AsyncGenerator<ReadonlyArray<RowRead>> {
  const header = layout.header ?? { line: 0, columns: [] }
  const reader = csvReader(header.columns.length)
  const rowOf = (record: CsvRecord): RowRead =>
    "cells" in record ? { line: record.line, row: rowOfCells(header.columns, record.cells) } : record
  for await (const batch of linesIn(layout.path)) {
    const rows: Array<RowRead> = []
    for (const line of batch) {
      if (line.number <= header.line) continue
      for (const record of reader.push(decoded(layout, line))) rows.push(rowOf(record))
    }
    yield rows
  }
  yield reader.end().map(rowOf)
}

async function* ndjsonRows(layout: MigrationFileLayout): AsyncGenerator<ReadonlyArray<RowRead>> {
  for await (const batch of linesIn(layout.path)) {
    const rows: Array<RowRead> = []
    for (const line of batch) {
      const found = decoded(layout, line)
      if ("unreadable" in found) rows.push(found)
      else if (found.text.trim() !== "") rows.push(rowOfJson(found.line, found.text))
    }
    yield rows
  }
}

/** The rows of a file whose layout is known, each with the line it begins in. */
export const rowsOf = (layout: MigrationFileLayout): Stream.Stream<RowRead, MigrationFileRefused> =>
  Stream.suspend(() =>
    Stream.fromAsyncIterable(layout.format === "csv" ? csvRows(layout) : ndjsonRows(layout), whyUnreadable)
  ).pipe(Stream.mapConcat((rows) => rows))

/**
 * Reads a file of migrated accounts (CSV with a header, or NDJSON; UTF-8 or GB 18030). Only the file as a whole can be refused;
 * a row that cannot be read is an element of the stream like any other and never moves those after it.
 */
export const read = (path: string): Stream.Stream<RowRead, MigrationFileRefused> =>
  Stream.unwrap(Effect.map(inspect(path), rowsOf))

import { longestRow } from "./lines.js"

/** A line that was decoded, or why it was not. */
export type TextLine =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly unreadable: "encoding" | "row-too-long" }

export type CsvRecord =
  | { readonly line: number; readonly cells: ReadonlyArray<string> }
  | { readonly line: number; readonly unreadable: "encoding" | "row-too-long" | "cell-count" | "quote" }

/** The cells of one record (RFC 4180); "open" when a quotation mark is not closed, "broken" when one closes inside a cell. */
export const cellsOf = (text: string): ReadonlyArray<string> | "open" | "broken" => {
  const cells: Array<string> = []
  let at = 0
  for (;;) {
    let cell = ""
    if (text.charAt(at) === '"') {
      let from = at + 1
      let quote = text.indexOf('"', from)
      while (quote >= 0 && text.charAt(quote + 1) === '"') {
        cell += text.slice(from, quote + 1)
        from = quote + 2
        quote = text.indexOf('"', from)
      }
      if (quote < 0) return "open"
      cell += text.slice(from, quote)
      at = quote + 1
      if (at < text.length && text.charAt(at) !== ",") return "broken"
    } else {
      const comma = text.indexOf(",", at)
      const end = comma < 0 ? text.length : comma
      cell = text.slice(at, end)
      at = end
    }
    cells.push(cell)
    if (at >= text.length) return cells
    at++
  }
}

/** How many lines one record may span: a remark has a few, a quotation mark that is never closed would take them all. */
const longestSpan = 32

const isBlank = (line: TextLine): boolean => "text" in line && line.text.trim() === ""

/**
 * Makes records of lines and finds its feet after a fault: where a quotation mark leads to no record of the right width,
 * only the line it stands in is lost, and reading goes on with the next. A general CSV parser would take the rest of the file
 * for one cell.
 */
export const csvReader = (width: number) => {
  let pending: Array<TextLine> = []

  /** The first record of what is pending, with the number of lines it took; `undefined` when more lines are needed. */
  const next = (first: TextLine, final: boolean): readonly [CsvRecord, number] | undefined => {
    if ("unreadable" in first) return [first, 1]
    let text = first.text
    let taken = 1
    let cells = cellsOf(text)
    while (cells === "open" && taken < longestSpan && text.length < longestRow) {
      const more = pending[taken]
      if (more === undefined) {
        if (!final) return undefined
        break
      }
      if ("unreadable" in more) break
      text += `\n${more.text}`
      taken++
      cells = cellsOf(text)
    }
    if (typeof cells === "string" || (taken > 1 && cells.length !== width)) {
      return [{ line: first.line, unreadable: "quote" }, 1]
    }
    return cells.length === width
      ? [{ line: first.line, cells }, taken]
      : [{ line: first.line, unreadable: "cell-count" }, taken]
  }

  const drain = (final: boolean): ReadonlyArray<CsvRecord> => {
    const records: Array<CsvRecord> = []
    for (;;) {
      pending = pending.slice(pending.findIndex((line) => !isBlank(line)))
      const first = pending[0]
      if (first === undefined || isBlank(first)) {
        pending = []
        return records
      }
      const found = next(first, final)
      if (found === undefined) return records
      records.push(found[0])
      pending = pending.slice(found[1])
    }
  }

  return {
    push: (line: TextLine): ReadonlyArray<CsvRecord> => {
      pending.push(line)
      return drain(false)
    },
    end: (): ReadonlyArray<CsvRecord> => drain(true)
  }
}

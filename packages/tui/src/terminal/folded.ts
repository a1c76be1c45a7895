import { type Row, row, type Span, span, widthOf, widthOfRow, wrapped } from "./Row.js"

const MOST_LINES = 4
/** A field is not made narrower than this. */
const NARROWEST = 12
const indentOf = (text: string): number => text.length - text.trimStart().length

/** A line whose fields give up blanks at their ends, so that their closing brackets and what stands behind them show. */
const squeezed = (line: Row, columns: number): Row => {
  let over = widthOfRow(line) - columns
  const narrower = (one: Span, text: string): Span => {
    const blanks = text.length - text.trimEnd().length
    const kept = Math.max(widthOf(text.trimEnd()), NARROWEST, (one.cursor ?? -1) + 1)
    const gone = Math.max(0, Math.min(over, blanks, widthOf(text) - kept))
    over -= gone
    return { ...one, text: text.slice(0, text.length - gone) }
  }
  return line.map((one, at) => {
    if (one.text.startsWith("[") && one.text.endsWith("]") && one.text.length > 2) {
      const inside = narrower({ ...one, text: one.text.slice(1, -1) }, one.text.slice(1, -1))
      return { ...one, text: `[${inside.text}]` }
    }
    return line[at - 1]?.text === "[" && line[at + 1]?.text === "]" ? narrower(one, one.text) : one
  })
}

const isWhole = (line: Row): boolean => line.some(({ whole, cursor }) => whole === true || cursor !== undefined)

/** What stands together between the gaps of a line, and how wide the gap before it is. */
interface Phrase {
  readonly gap: number
  readonly spans: ReadonlyArray<Span>
}

const phrases = (line: Row): ReadonlyArray<Phrase> => {
  const found: Array<{ gap: number; spans: Array<Span> }> = []
  let blanks = 0
  for (const one of line) {
    for (const piece of one.text.match(/ +|[^ ]+(?: [^ ]+)*/g) ?? []) {
      if (piece.trim() === "") {
        blanks += piece.length
        continue
      }
      const last = found.at(-1)
      const fresh = { ...one, text: piece }
      if (last === undefined || blanks > 1) found.push({ gap: blanks, spans: [fresh] })
      else last.spans.push({ ...fresh, text: " ".repeat(blanks) + piece })
      blanks = 0
    }
  }
  return found
}

/** Broken where the line has gaps: what belongs together stays together, and nothing of it is lost. */
const broken = (line: Row, columns: number): ReadonlyArray<Row> => {
  const all = phrases(line)
  const indent = all[0]?.gap ?? 0
  const lines: Array<Array<Span>> = []
  let width = 0
  for (const { gap, spans } of all) {
    const wide = widthOfRow(spans)
    const last = lines.at(-1)
    if (last !== undefined && width + gap + wide <= columns) {
      last.push(span(" ".repeat(gap)), ...spans)
      width += gap + wide
    } else if (indent + wide <= columns) {
      lines.push([span(" ".repeat(indent)), ...spans])
      width = indent + wide
    } else {
      const parts = wrapped(spans.map(({ text }) => text).join(""), columns - indent)
      for (const part of parts) lines.push([span(" ".repeat(indent)), span(part, spans[0]?.tone)])
      width = indent + widthOf(parts.at(-1) ?? "")
    }
  }
  return lines
}

/** A line that was laid out for a wider window, in as many lines as it needs here; a field or a line of a table stays one. */
export const folded = (line: Row, columns: number): ReadonlyArray<Row> => {
  if (widthOfRow(line) <= columns) return [line]
  if (isWhole(line)) return [squeezed(line, columns)]
  const text = line
    .map((one) => one.text)
    .join("")
    .trimEnd()
  const sentence = text.trimStart()
  const indent = indentOf(text)
  if (/ {2}/.test(sentence)) return broken(line, columns).slice(0, MOST_LINES)
  const main = [...line].sort((one, other) => widthOf(other.text) - widthOf(one.text))[0]
  return wrapped(sentence, columns - indent)
    .slice(0, MOST_LINES)
    .map((part) => row(" ".repeat(indent), span(part, main?.tone)))
}

/** Screens are laid out for a window of 80 columns. */
export const LAID_OUT = 79

/** The lines as the window has them: as they were laid out, or folded where there are fewer columns. */
export const foldedIn = (lines: ReadonlyArray<Row>, columns: number): ReadonlyArray<Row> =>
  columns < LAID_OUT ? lines.flatMap((line) => folded(line, columns)) : lines

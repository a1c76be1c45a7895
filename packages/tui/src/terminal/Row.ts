import stringWidth from "string-width"
import { safeText } from "../safeText.js"

/** How a piece of text stands out. Never by colour alone: a state is a word and a shape first. */
export type Tone = "plain" | "strong" | "focus" | "good" | "warn" | "bad" | "accent"

export interface Span {
  readonly text: string
  readonly tone?: Tone
  /** Where in the text the terminal's cursor stands, in columns. */
  readonly cursor?: number
  /** A field, or a line with columns of its own: not folded in a narrow window. */
  readonly whole?: boolean
}

/** One line of the screen. Whatever comes from data went through `data` or is made safe again when it is drawn. */
export type Row = ReadonlyArray<Span>

/** A line, from texts and spans. */
export const row = (...parts: ReadonlyArray<string | Span>): Row =>
  parts.map((part) => (typeof part === "string" ? { text: part } : part))

export const blank: Row = []

export const span = (text: string, tone: Tone = "plain"): Span => ({ text, tone })

/** Text out of data, as it may be measured and shown. */
export const data = (text: string): string => safeText(text)

const MOST_WIDTHS = 20_000
const widths = new Map<string, number>()

/** The same texts are measured at every key: looking one up is far less work than taking it apart. */
const measured = (text: string): number => {
  const known = widths.get(text)
  if (known !== undefined) return known
  const width = stringWidth(text)
  if (widths.size >= MOST_WIDTHS) widths.clear()
  if (text.length <= 100) widths.set(text, width)
  return width
}

/** ASCII, and Chinese, Japanese and full-width characters that are two columns everywhere and join with nothing. */
const plain = /^[ -~\u3001\u3002\u3008-\u3011\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uFF01-\uFF5E]*$/

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => {
  if (!plain.test(text)) return measured(text)
  let width = text.length
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) width++
  return width
}

export const widthOfRow = (line: Row): number => line.reduce((sum, { text }) => sum + widthOf(text), 0)

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" })

/** What a person counts as one character. */
export const graphemes = (text: string): ReadonlyArray<string> =>
  plain.test(text) ? Array.from(text) : Array.from(segmenter.segment(text), ({ segment }) => segment)

/** As much of a text as fits, whole graphemes only. */
export const cut = (text: string, columns: number): string => {
  if (widthOf(text) <= columns) return text
  let taken = ""
  let width = 0
  for (const grapheme of graphemes(text)) {
    width += widthOf(grapheme)
    if (width > columns) break
    taken += grapheme
  }
  return taken
}

/** A text in a column: cut with `..` where it is too long, padded where it is short. */
export const fitted = (text: string, columns: number): string => {
  const short = widthOf(text) <= columns ? text : columns <= 2 ? cut(text, columns) : `${cut(text, columns - 2)}..`
  return short + " ".repeat(Math.max(0, columns - widthOf(short)))
}

/** Signs of sentences that are two columns wide in some terminals, as ASCII of the same one column. */
const signs: Readonly<Record<string, string>> = {
  "\u201C": '"',
  "\u201D": '"',
  "\u2018": "'",
  "\u2019": "'",
  "\u2013": "-",
  "\u2014": "-",
  "\u2026": "."
}

const inAscii = (text: string): string =>
  text.replace(/[\u2013\u2014\u2018\u2019\u201C\u201D\u2026]/g, (sign) => signs[sign] ?? sign)

/** A line that is made safe and takes no more than so many columns. */
export const fitRow = (line: Row, columns: number): Row => {
  const spans: Array<Span> = []
  let left = columns
  for (const one of line) {
    if (left <= 0) break
    const text = cut(inAscii(safeText(one.text)), left)
    if (text !== "" || one.cursor !== undefined) spans.push({ ...one, text })
    left -= widthOf(text)
  }
  return spans
}

/** What closes a phrase, and does not begin a line. */
const closing = /^[\uFF0C\u3002\uFF1B\uFF1A\u3001\uFF01\uFF1F\uFF09\u300B,.;:!?)]/u

/** A text on as many lines as it needs: Chinese breaks anywhere, words stay whole. */
export const wrapped = (text: string, columns: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line: ReadonlyArray<string> = []
  let width = 0
  const begin = (pieces: ReadonlyArray<string>) => {
    lines.push(line.join("").trimEnd())
    line = pieces
    width = widthOf(pieces.join(""))
  }
  const pieces = (text.match(/[!-~]+|[\s\S]/gu) ?? []).flatMap((one) =>
    widthOf(one) > columns ? graphemes(one) : [one]
  )
  for (const piece of pieces) {
    if (width + widthOf(piece) > columns && line.length > 0) {
      // The character before it goes down with it.
      const last = line.slice(-1)
      const goes = closing.test(piece) && line.length > 1 && widthOf(last.join("") + piece) <= columns
      const carried = goes ? last : []
      line = line.slice(0, line.length - carried.length)
      begin(carried)
    }
    if (piece === " " && line.length === 0) continue
    line = [...line, piece]
    width += widthOf(piece)
  }
  if (line.join("").trimEnd() !== "") begin([])
  return lines
}

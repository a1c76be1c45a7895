import stringWidth from "string-width"
import { safeText } from "../safeText.js"

/** How a piece of text stands out. Never by colour alone: a state is a word and a shape first. */
export type Tone = "plain" | "strong" | "focus" | "good" | "warn" | "bad" | "accent"

export interface Span {
  readonly text: string
  readonly tone?: Tone
  /** Where in the text the terminal's cursor stands, in columns. */
  readonly cursor?: number
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

const ascii = /^[ -~]*$/

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => (ascii.test(text) ? text.length : stringWidth(text))

export const widthOfRow = (line: Row): number => line.reduce((sum, { text }) => sum + widthOf(text), 0)

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" })

/** What a person counts as one character. */
export const graphemes = (text: string): ReadonlyArray<string> =>
  ascii.test(text) ? Array.from(text) : Array.from(segmenter.segment(text), ({ segment }) => segment)

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

/** A line that is made safe and takes no more than so many columns. */
export const fitRow = (line: Row, columns: number): Row => {
  const spans: Array<Span> = []
  let left = columns
  for (const one of line) {
    if (left <= 0) break
    const text = cut(safeText(one.text), left)
    if (text !== "" || one.cursor !== undefined) spans.push({ ...one, text })
    left -= widthOf(text)
  }
  return spans
}

/** A text on as many lines as it needs: Chinese breaks anywhere, words stay whole. */
export const wrapped = (text: string, columns: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  const pieces = text.match(/[!-~]+|[\s\S]/gu) ?? []
  for (const piece of pieces.flatMap((one) => (widthOf(one) > columns ? graphemes(one) : [one]))) {
    // What closes a phrase does not begin a line.
    const closes = /^[，。；：、！？）”》]$/u.test(piece)
    if (widthOf(line) + widthOf(piece) > columns && !(closes && widthOf(line) + 2 <= columns + 2 && line !== "")) {
      lines.push(line.trimEnd())
      line = ""
    }
    if (line === "" && piece === " ") continue
    line += piece
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd())
  return lines.flatMap((one) =>
    widthOf(one) > columns ? [cut(one, columns), one.slice(cut(one, columns).length)] : [one]
  )
}

import { type Row, row, span, widthOf, widthOfRow, wrapped } from "./Row.js"

/** Columns stand apart by more than one space, and fields between brackets: such a line is no sentence, and folded it would say less. */
const columned = / {2}|\[ |\[\*/
const MOST_LINES = 4

/** A sentence that was laid out for a wider window, in as many lines as it needs here; any other line as it is. */
export const folded = (line: Row, columns: number): ReadonlyArray<Row> => {
  if (widthOfRow(line) <= columns || line.some(({ cursor }) => cursor !== undefined)) return [line]
  const text = line
    .map((one) => one.text)
    .join("")
    .trimEnd()
  const sentence = text.trimStart()
  if (columned.test(sentence)) return [line]
  const indent = text.length - sentence.length
  const main = [...line].sort((one, other) => widthOf(other.text) - widthOf(one.text))[0]
  return wrapped(sentence, columns - indent)
    .slice(0, MOST_LINES)
    .map((part) => row(" ".repeat(indent), span(part, main?.tone)))
}

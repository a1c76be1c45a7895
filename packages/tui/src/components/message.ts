import { data, type Row, row, span, type Tone, wrapped } from "../terminal/Row.js"

/** A paragraph in as many lines as it needs. */
export const message = (text: string, columns: number, tone: Tone = "plain", indent = 2): ReadonlyArray<Row> =>
  wrapped(data(text), columns - indent).map((line) => row(" ".repeat(indent), span(line, tone)))

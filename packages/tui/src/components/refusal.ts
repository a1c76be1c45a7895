import { type Language, type Refusal, remedySentence } from "@single-window/core"
import { type Row, row, span, wrapped } from "../terminal/Row.js"
import { sentenceOf } from "../text/sentenceOf.js"
import { terminalWords } from "../text/terminal/index.js"

/** A refusal in words with what can be done about it, as lines of the body. */
export const refusalRows = (refusal: Refusal, language: Language, columns: number): ReadonlyArray<Row> => {
  const sentence = wrapped(sentenceOf(refusal, language), columns - 4)
  return [
    ...sentence.map((line, at) => row(at === 0 ? "! " : "  ", span(line, "bad"))),
    ...(refusal.remedies.length === 0 ? [] : [row("  ", terminalWords[language].remedies)]),
    ...refusal.remedies.flatMap((remedy) =>
      wrapped(remedySentence(remedy, language), columns - 6).map((line, at) => row(at === 0 ? "  > " : "    ", line))
    )
  ]
}

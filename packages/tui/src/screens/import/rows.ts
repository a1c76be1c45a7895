import { basename } from "node:path"
import type { Language } from "@single-window/core"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { stepBar } from "../../components/stepBar.js"
import { blank, data, type Row, row } from "../../terminal/Row.js"
import { type FileFacts, type ImportState, items, next, type Problem, why } from "./model.js"
import type { ImportWords } from "./zhCN.js"

/** The file that is gone through, by its name and form. */
export const fileRow = ({ path, format, encoding, lines }: FileFacts, words: ImportWords): Row =>
  row("  ", words.file(data(basename(path)), format.toUpperCase(), encoding.toUpperCase(), lines))

/** Which file, and why. */
export const choosingRows = (state: ImportState, words: ImportWords, columns: number): ReadonlyArray<Row> => {
  const shape = { labelWidth: 8, width: columns < 70 ? 40 : 52 }
  return [
    stepBar(words.steps, 0, columns),
    blank,
    row(" ", ...field(items, state.form, "path", { ...shape, label: words.path, needed: true })),
    row("            ", words.pathNote),
    row(" ", ...field(items, state.form, "reason", { ...shape, label: words.reason })),
    row("            ", words.reasonNote),
    blank,
    row("            ", button(state.form, "screen", words.screen)),
    blank,
    ...words.hints.flatMap((line) => message(line, columns))
  ]
}

/** Why a line cannot be imported or certify, and what is to be done about it. */
export const problemRows = (
  problem: Problem,
  words: ImportWords,
  language: Language,
  columns: number
): ReadonlyArray<Row> => [
  ...message(`${words.why}  ${why(problem, language)}`, columns),
  ...message(`${words.next}  ${next(problem, language)}`, columns)
]

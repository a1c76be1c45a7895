import { message } from "../../components/message.js"
import { tick } from "../../components/tick.js"
import type { Action } from "../../keymap.js"
import { data, fitted, type Row, row, span, wrapped } from "../../terminal/Row.js"
import { adviceFor, cellsOf, type Obstacle, type Operator } from "./model.js"
import type { OperatorsWords } from "./zhCN.js"

/** Lines about the one in focus before his advice, at most. */
const MOST_SELECTED = 5
/** Columns that the whole table takes. */
export const WIDE = 79

export const why = (found: Obstacle, words: OperatorsWords): string =>
  found._tag === "Differs"
    ? words.differs(found.fields.map((name) => words.fields[name]).join(words.comma))
    : words.obstacles[found._tag]

export const detailRows = (operator: Operator, words: OperatorsWords, columns: number): ReadonlyArray<Row> => {
  const fields = Object.keys(words.fields) as ReadonlyArray<keyof OperatorsWords["fields"]>
  const role = words.roles[operator.role]
  const remark = operator.remark ?? words.noRemark
  const { name, document } = operator.holder
  const who = [operator.username, role, name, document.number].filter((part) => part !== "").join("  ")
  const cells = cellsOf(operator, words.cells)
  // What the table has no room for in a narrow window.
  const state = columns < WIDE ? [[words.columns.certification, cells.certification].join(" ")] : []
  const all = wrapped(
    data([`${words.selected}  ${who}`, ...state, `${words.remark} ${remark}`].join("   ")),
    columns - 2
  )
  // The rest of a very long remark needs a higher window.
  const [first = "", ...others] = all
    .map((line, at) =>
      at === MOST_SELECTED - 1 && all.length > MOST_SELECTED ? fitted(`${line}${all[at + 1]}`, columns - 2) : line
    )
    .slice(0, MOST_SELECTED)
  return [
    row("  ", span(first.slice(0, words.selected.length), "strong"), first.slice(words.selected.length)),
    ...others.map((line) => row("  ", line)),
    ...message(`${words.advice}  ${words.advices[adviceFor(operator)]}`, columns),
    row(
      `  ${words.premise}  `,
      ...fields.flatMap((name) => [tick(!operator.differs.includes(name)), span(` ${words.fields[name]}  `)])
    )
  ]
}

/** What cannot be done to whom is selected, with the reason, those with the same reason together. */
export const cannotRows = (
  deeds: ReadonlyArray<Action>,
  words: OperatorsWords,
  columns: number
): ReadonlyArray<Row> => {
  const reasons = [...new Set(deeds.flatMap(({ disabled }) => (disabled === undefined ? [] : [disabled])))]
  if (reasons.length === 0) return []
  const told = reasons.map((reason) => {
    const labels = deeds.filter(({ disabled }) => disabled === reason).map(({ label }) => label)
    return words.because(labels.join(words.comma), reason)
  })
  return message(`${words.cannot}  ${told.join("; ")}`, columns)
}

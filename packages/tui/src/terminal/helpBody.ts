import { type Action, globalKeys } from "../keymap.js"
import type { TerminalWords } from "../text/terminal/index.js"
import { blank, fitted, type Row, row, span } from "./Row.js"

interface Told {
  readonly keys: ReadonlyArray<string>
  readonly label: string
  readonly disabled?: string | undefined
}

/** The keys of every screen, from the table that the application obeys. */
export const everywhere = ({ keys }: TerminalWords): ReadonlyArray<Told> =>
  (Object.keys(globalKeys) as ReadonlyArray<keyof typeof globalKeys>).map((name) => ({
    keys: globalKeys[name],
    label: keys[name]
  }))

const typing = ({ keys }: TerminalWords): ReadonlyArray<Told> => [
  { keys: ["Tab", "Down"], label: keys.next },
  { keys: ["Shift-Tab", "Up"], label: keys.previous }
]

const cell = (told: Told | undefined, width: number, words: TerminalWords): string => {
  if (told === undefined) return " ".repeat(width)
  const label = told.disabled === undefined ? told.label : `(${told.label}) ${words.help.notNow(told.disabled)}`
  return fitted(`${fitted(told.keys.join(" "), 14)} ${label}`, width)
}

/** What the keys do here and everywhere, from the very table that is obeyed at this moment. */
export const helpBody = (
  actions: ReadonlyArray<Action>,
  inForm: boolean,
  words: TerminalWords,
  columns: number
): ReadonlyArray<Row> => {
  const left = everywhere(words)
  const right = [...(inForm ? typing(words) : []), ...actions]
  const wide = 34
  const other = Math.max(20, columns - wide - 4)
  return [
    row("  ", span(fitted(words.help.everywhere, wide), "strong"), "  ", span(words.help.here, "strong")),
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
      row("  ", cell(left[at], wide, words), "  ", cell(right[at], other, words))
    ),
    blank,
    ...words.help.rules.map((rule) => row("  ", rule))
  ]
}

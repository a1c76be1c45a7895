import { type Action, globalKeys } from "../keymap.js"
import { within } from "../text/initials.js"
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
  const label =
    told.disabled === undefined ? within(told.label) : `(${within(told.label)}) ${words.help.notNow(told.disabled)}`
  return fitted(`${fitted(told.keys.join(" "), 14)} ${label}`, width)
}

/** What the keys do here and everywhere, from the very table that is obeyed at this moment. Every key has its place before any advice. */
export const helpBody = (
  actions: ReadonlyArray<Action>,
  inForm: boolean,
  words: TerminalWords,
  { columns, rows }: { readonly columns: number; readonly rows: number }
): ReadonlyArray<Row> => {
  const here = [...(inForm ? typing(words) : []), ...actions]
  const lines = rows - 1
  // What does not fit on the right goes on below the keys of every screen.
  const below = here.slice(lines)
  const left = [...everywhere(words), ...(below.length === 0 ? [] : [undefined, ...below])]
  const right = here.slice(0, lines)
  const wide = 34
  const other = Math.max(20, columns - wide - 4)
  const keys = Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    row("  ", cell(left[at], wide, words), "  ", cell(right[at], other, words))
  )
  const advice = [blank, ...words.help.rules.map((rule) => row("  ", rule))]
  return [
    row("  ", span(fitted(words.help.everywhere, wide), "strong"), "  ", span(words.help.here, "strong")),
    ...keys,
    ...advice.slice(0, Math.max(0, lines - keys.length))
  ]
}

import { type Action, globalKeys } from "../keymap.js"
import { within } from "../text/initials.js"
import type { TerminalWords } from "../text/terminal/index.js"
import { blank, fitted, type Row, row, span, widthOf, wrapped } from "./Row.js"

interface Told {
  readonly keys: ReadonlyArray<string>
  readonly label: string
  readonly disabled?: string | undefined
}

/** The keys of every screen, from the table that the application obeys. */
const everywhere = ({ keys }: TerminalWords): ReadonlyArray<Told> =>
  (Object.keys(globalKeys) as ReadonlyArray<keyof typeof globalKeys>).map((name) => ({
    keys: globalKeys[name],
    label: keys[name]
  }))

const typing = ({ keys }: TerminalWords): ReadonlyArray<Told> => [
  { keys: ["Tab", "Down"], label: keys.next },
  { keys: ["Shift-Tab", "Up"], label: keys.previous }
]

/** The keys of a column and what they do; where a label goes on in another line, there are no keys before it. */
interface Column {
  readonly keys: number
  readonly width: number
}

const KEYS = 14
const WIDE = { left: 34, whole: 79 } as const

const labelOf = ({ label, disabled }: Told, words: TerminalWords): string =>
  disabled === undefined ? within(label) : `(${within(label)}) ${words.help.notNow(disabled)}`

const cells = (told: Told | undefined, { keys, width }: Column, words: TerminalWords): ReadonlyArray<string> =>
  told === undefined
    ? [""]
    : wrapped(labelOf(told, words), width - keys - 1).map((line, at) =>
        fitted(`${fitted(at === 0 ? told.keys.join(" ") : "", keys)} ${line}`, width)
      )

const oneLine = (told: Told | undefined, { keys, width }: Column, words: TerminalWords): string =>
  told === undefined ? "" : fitted(`${fitted(told.keys.join(" "), keys)} ${labelOf(told, words)}`, width)

const keysWidth = (all: ReadonlyArray<Told | undefined>): number =>
  Math.max(0, ...all.map((told) => widthOf(told?.keys.join(" ") ?? "")))

/** Both columns: as the window of 80 has them, and as narrow as their words in a narrower one. */
const columnsFor = (left: ReadonlyArray<Told | undefined>, right: ReadonlyArray<Told>, columns: number) => {
  if (columns >= WIDE.whole) {
    return [
      { keys: KEYS, width: WIDE.left },
      { keys: KEYS, width: columns - WIDE.left - 4 }
    ] as const
  }
  const keys = keysWidth(left)
  const width = keys + 1 + Math.max(0, ...left.map((told) => widthOf(within(told?.label ?? ""))))
  return [
    { keys, width },
    { keys: keysWidth(right), width: columns - width - 4 }
  ] as const
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
  const [sides, there] = columnsFor(left, here.slice(0, lines), columns)
  const whole = here.flatMap((told) => cells(told, there, words))
  // Reasons go on in lines of their own where there are enough lines; else the status line tells them.
  const right = whole.length <= lines ? whole : here.slice(0, lines).map((told) => oneLine(told, there, words))
  const keys = Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    row("  ", fitted(oneLine(left[at], sides, words), sides.width), "  ", right[at] ?? "")
  )
  let room = lines - keys.length - 1
  const advice = words.help.rules.flatMap((rule) => {
    const said = wrapped(rule, columns - 2)
    room -= said.length
    return room < 0 ? [] : said.map((line) => row("  ", line))
  })
  return [
    row("  ", span(fitted(words.help.everywhere, sides.width), "strong"), "  ", span(words.help.here, "strong")),
    ...keys,
    ...(advice.length === 0 ? [] : [blank, ...advice])
  ]
}

import type { ListState } from "../form/List.js"
import { data, fitted, type Row, row, span, type Tone } from "../terminal/Row.js"

export interface Column {
  readonly title: string
  /** In columns of the terminal; two for a Chinese character. */
  readonly width: number
}

export interface TableShape<Item> {
  readonly columns: ReadonlyArray<Column>
  /** How many lines of items show. */
  readonly height: number
  readonly list: ListState
  /** How many there are in all. */
  readonly count: number
  /** Only the items that show are asked for. */
  readonly item: (at: number) => Item | undefined
  readonly cells: (item: Item) => ReadonlyArray<string>
  readonly marked?: (item: Item) => boolean
  readonly tone?: (item: Item) => Tone
}

const line = (columns: ReadonlyArray<Column>, cells: ReadonlyArray<string>): string =>
  columns.map(({ width }, at) => fitted(data(cells[at] ?? ""), width)).join("  ")

/** A heading and the items in view. `>` is the line in focus, `*` one that is marked: never colour alone. */
export const table = <Item>({
  columns,
  height,
  list,
  count,
  item,
  cells,
  marked,
  tone
}: TableShape<Item>): ReadonlyArray<Row> => [
  row("   ", {
    ...span(
      line(
        columns,
        columns.map(({ title }) => title)
      ),
      "strong"
    ),
    whole: true
  }),
  ...Array.from({ length: height }, (_, shown): Row => {
    const at = list.from + shown
    const one = at < count ? item(at) : undefined
    if (one === undefined) return []
    const inFocus = at === list.at
    const sign = `${inFocus ? ">" : " "}${marked?.(one) === true ? "*" : " "} `
    return row({ ...span(sign + line(columns, cells(one)), inFocus ? "focus" : (tone?.(one) ?? "plain")), whole: true })
  })
]

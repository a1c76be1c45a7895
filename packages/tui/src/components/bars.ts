import { fitted, type Row, row, widthOf } from "../terminal/Row.js"

/** Columns beside label and bar: the gaps, the number, a share behind it. */
const BESIDE = 6 + 12

/** Numbers side by side: a label, a bar of `#`, the number itself; the bar is as narrow as the window wants. */
export const bars = (
  entries: ReadonlyArray<readonly [label: string, number: number]>,
  columns: number
): ReadonlyArray<Row> => {
  const most = Math.max(1, ...entries.map(([, number]) => number))
  const labels = Math.max(0, ...entries.map(([label]) => widthOf(label)))
  const width = Math.max(5, Math.min(30, columns - labels - BESIDE))
  return entries.map(([label, number]) => {
    // Whatever is there at all shows.
    const length = number === 0 ? 0 : Math.max(1, Math.round((number / most) * width))
    return row(`  ${fitted(label, labels)}  ${"#".repeat(length).padEnd(width)}  ${number}`)
  })
}

import { fitted, type Row, row, widthOf } from "../terminal/Row.js"

/** Numbers side by side: a label, a bar of `#`, the number itself. */
export const bars = (
  entries: ReadonlyArray<readonly [label: string, number: number]>,
  width = 30
): ReadonlyArray<Row> => {
  const most = Math.max(1, ...entries.map(([, number]) => number))
  const labels = Math.max(0, ...entries.map(([label]) => widthOf(label)))
  return entries.map(([label, number]) => {
    // Whatever is there at all shows.
    const length = number === 0 ? 0 : Math.max(1, Math.round((number / most) * width))
    return row(`  ${fitted(label, labels)}  ${"#".repeat(length).padEnd(width)}  ${number}`)
  })
}

/** How many single changes lead from one text to the other; two letters that changed places are one change. */
const distance = (a: string, b: string): number => {
  const rows: Array<Array<number>> = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (rows[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : change
      row.push(Math.min(change, swapped, (rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}

/** The name that was most likely meant; nothing when none is at all alike. */
export const nearest = (given: string, names: Iterable<string>): string | undefined => {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const found = distance(given.toLowerCase(), name.toLowerCase())
    if (found < least && found <= Math.max(2, Math.max(given.length, name.length) / 2)) {
      best = name
      least = found
    }
  }
  return best
}

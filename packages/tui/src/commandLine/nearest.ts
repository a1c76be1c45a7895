const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The name that was probably meant, if any is near. */
export const nearest = (given: string, names: ReadonlyArray<string>): string | undefined => {
  const low = given.slice(0, 64).toLowerCase()
  const [best] = names.map((name) => ({ name, far: distance(low, name.toLowerCase()) })).sort((a, b) => a.far - b.far)
  return best !== undefined && best.far <= Math.max(2, Math.floor(low.length / 4)) ? best.name : undefined
}

/** A small generator (mulberry32): the same seed gives the same sample, on every machine. */
export const seeded = (seed) => {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (below) => Math.floor(fraction() * below)
  const shuffled = (items) => {
    const copy = [...items]
    for (let at = copy.length - 1; at > 0; at--) {
      const other = int(at + 1)
      ;[copy[at], copy[other]] = [copy[other], copy[at]]
    }
    return copy
  }
  return { int, pick: (items) => items[int(items.length)], shuffled }
}

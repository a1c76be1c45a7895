/** Chance out of a seed: the same seed and the same questions give the same answers, on any machine. */
export interface Random {
  /** Evenly spread over [0, 1). */
  readonly next: () => number
  /** From 0 to below `end`. */
  readonly below: (end: number) => number
  readonly between: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <A>(list: ReadonlyArray<A>) => A
  /** By weight; the weights need not add up to anything. */
  readonly weighted: <A>(rows: ReadonlyArray<readonly [A, number]>) => A
  /** Another source that depends on the label and not on what was asked here, so that two people do not disturb each other. */
  readonly fork: (label: string) => Random
}

/** A text as 32 bits (FNV-1a, then the finishing of MurmurHash3). */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** sfc32: small, fast, and good enough for people who are made up. */
export const seeded = (seed: string): Random => {
  let [a, b, c, counter] = [hash(`${seed}|a`), hash(`${seed}|b`), hash(`${seed}|c`), 1]
  const bits = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm++) bits()
  const next = () => bits() / 2 ** 32
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
    weighted: (rows) => {
      let left = next() * rows.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of rows) {
        left -= weight
        if (left < 0) return value
      }
      return rows.at(-1)![0]
    },
    fork: (label) => seeded(`${seed}/${label}`)
  }
}

import type { AccountView } from "@single-window/core"

/** What one page of the query had of those that are meant. Its rows may have been let go; `after` brings them back. */
export interface Chunk {
  readonly after: string | undefined
  readonly count: number
  readonly rows: ReadonlyArray<AccountView> | undefined
}

/** A list that is read forward in pages, and of which only what is near is kept. */
export interface Paging {
  readonly chunks: ReadonlyArray<Chunk>
  /** Where to go on; undefined at the beginning and at the end. */
  readonly next: string | undefined
  readonly ended: boolean
  /** How many rows have been met so far. */
  readonly known: number
  /** How many accounts were looked through for them. */
  readonly scanned: number
}

/** Accounts that a page of the query has at most. */
export const PAGE = 200
/** Rows that are kept at most, besides the pages on the screen. */
export const KEPT = 2000

export const nothingYet: Paging = { chunks: [], next: undefined, ended: false, known: 0, scanned: 0 }

/** Lets go what is farthest from the line in focus and from the end. */
const letGo = (chunks: ReadonlyArray<Chunk>, focus: number): ReadonlyArray<Chunk> => {
  let start = 0
  const held = chunks.flatMap((chunk, at) => {
    const from = start
    start += chunk.count
    const far = focus < from ? from - focus : focus >= start ? focus - start + 1 : 0
    return chunk.rows === undefined || chunk.count === 0 ? [] : [{ at, far, count: chunk.count }]
  })
  let over = held.reduce((sum, { count }) => sum + count, 0) - KEPT
  const gone = new Set<number>()
  for (const { at, count } of held.sort((a, b) => b.far - a.far)) {
    if (over <= 0) break
    if (at === chunks.length - 1) continue
    gone.add(at)
    over -= count
  }
  return gone.size === 0 ? chunks : chunks.map((chunk, at) => (gone.has(at) ? { ...chunk, rows: undefined } : chunk))
}

/** One page more. */
export const appended = (
  paging: Paging,
  rows: ReadonlyArray<AccountView>,
  read: number,
  next: string | undefined,
  focus: number
): Paging => ({
  chunks: letGo([...paging.chunks, { after: paging.next, count: rows.length, rows }], focus),
  next,
  ended: next === undefined,
  known: paging.known + rows.length,
  scanned: paging.scanned + read
})

/** A page that had been let go, as it is now: others may have written meanwhile. */
export const refilled = (paging: Paging, at: number, rows: ReadonlyArray<AccountView>, focus: number): Paging => {
  const before = paging.chunks[at]
  if (before === undefined) return paging
  const chunks = paging.chunks.map((chunk, number) => (number === at ? { ...chunk, count: rows.length, rows } : chunk))
  return { ...paging, chunks: letGo(chunks, focus), known: paging.known + rows.length - before.count }
}

/** The row at a place; undefined where there is none or where it has been let go. */
export const rowAt = ({ chunks }: Paging, place: number): AccountView | undefined => {
  let start = 0
  for (const { count, rows } of chunks) {
    if (place < start + count) return rows?.[place - start]
    start += count
  }
  return undefined
}

/** The pages, let go, that have rows between two places. */
export const lacking = ({ chunks }: Paging, from: number, to: number): ReadonlyArray<number> => {
  let start = 0
  return chunks.flatMap(({ count, rows }, at) => {
    const [first, behind] = [start, start + count]
    start = behind
    return rows === undefined && first < to && behind > from ? [at] : []
  })
}

/** Every row, when all are here. */
export const allRows = ({ chunks, ended }: Paging): ReadonlyArray<AccountView> | undefined => {
  if (!ended || chunks.some(({ rows }) => rows === undefined)) return undefined
  return chunks.flatMap(({ rows }) => rows ?? [])
}

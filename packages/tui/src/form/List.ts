import type { listKeys } from "../keymap.js"

/** Where somebody is in a list: the line in focus and the first that shows. */
export interface ListState {
  readonly at: number
  readonly from: number
}

export const atTop: ListState = { at: 0, from: 0 }

/** The line in focus exists, and shows. */
export const within = ({ at, from }: ListState, count: number, height: number): ListState => {
  const held = Math.max(0, Math.min(at, count - 1))
  const first = Math.max(0, Math.min(from, count - height))
  return { at: held, from: Math.max(0, Math.min(Math.max(first, held - height + 1), held)) }
}

export type ListMove = keyof typeof listKeys

/** The list after one of the keys that move in it. */
export const movedBy = (move: ListMove, list: ListState, count: number, height: number): ListState => {
  const target: Readonly<Record<ListMove, number>> = {
    down: list.at + 1,
    up: list.at - 1,
    pageDown: list.at + height,
    pageUp: list.at - height,
    first: 0,
    last: count - 1
  }
  return within({ ...list, at: target[move] }, count, height)
}

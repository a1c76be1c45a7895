import { type Action, listKeys } from "../keymap.js"
import type { TerminalWords } from "../text/terminal/index.js"
import { type ListMove, type ListState, movedBy } from "./List.js"

/** The keys that move in a list, as actions: told by the help, not on the key line. */
export const listActions = (
  change: (next: (list: ListState) => ListState) => void,
  count: number,
  height: number,
  { keys }: TerminalWords
): ReadonlyArray<Action> =>
  (Object.keys(listKeys) as ReadonlyArray<ListMove>).map((move) => ({
    id: move,
    keys: listKeys[move],
    label: keys[move],
    quiet: true,
    run: () => change((list) => movedBy(move, list, count, height))
  }))

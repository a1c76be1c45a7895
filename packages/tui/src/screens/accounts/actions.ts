import type { AccountView } from "@single-window/core"
import { type Action, listKeys } from "../../keymap.js"
import type { TerminalWords } from "../../text/terminal/index.js"
import type { AccountsState } from "./model.js"
import type { AccountsWords } from "./zhCN.js"

type ListKey = keyof typeof listKeys

/** What each key of the list does. */
export interface Deeds {
  readonly open: () => void
  readonly filter: () => void
  readonly mark: () => void
  readonly sort: () => void
  readonly export: () => void
  readonly refresh: () => void
  readonly hit: (by: 1 | -1) => void
  readonly unmark: () => void
  readonly move: (name: ListKey) => void
}

/** The keys of the list, each with the reason why it does nothing where it does nothing. */
export const actionsOf = (
  inFocus: AccountView | undefined,
  { paging, marks, filter }: Pick<AccountsState, "paging" | "marks" | "filter">,
  deeds: Deeds,
  words: AccountsWords,
  { keys }: TerminalWords
): ReadonlyArray<Action> => {
  const absent = inFocus !== undefined ? undefined : paging.ended ? words.nothingHere : words.stillReading
  const noHit = filter === "" && marks.size === 0 ? words.nothingMarked : absent
  return [
    {
      id: "open",
      keys: ["Enter"],
      label: words.open,
      run: deeds.open,
      disabled: inFocus?.status === "deleted" ? words.deletedHasNoPage : absent
    },
    { id: "filter", keys: ["/"], label: words.refilter, run: deeds.filter },
    { id: "mark", keys: ["Space"], label: words.mark, run: deeds.mark, disabled: absent },
    { id: "sort", keys: ["s"], label: words.sort, run: deeds.sort, disabled: absent },
    { id: "export", keys: ["x"], label: words.exporting, run: deeds.export, disabled: absent },
    { id: "refresh", keys: ["r"], label: words.refresh, run: deeds.refresh },
    { id: "next", keys: ["n"], label: words.nextHit, quiet: true, run: () => deeds.hit(1), disabled: noHit },
    { id: "previous", keys: ["N"], label: words.previousHit, quiet: true, run: () => deeds.hit(-1), disabled: noHit },
    {
      id: "unmark",
      keys: ["U"],
      label: words.unmarkAll,
      quiet: true,
      run: deeds.unmark,
      disabled: marks.size === 0 ? words.nothingMarked : undefined
    },
    ...(Object.keys(listKeys) as ReadonlyArray<ListKey>).map(
      (name): Action => ({
        id: name,
        keys: listKeys[name],
        label: keys[name],
        quiet: true,
        run: () => deeds.move(name)
      })
    )
  ]
}

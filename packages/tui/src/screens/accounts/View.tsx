import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { table } from "../../components/table.js"
import { filterForm, filterItems, filterText } from "../../form/Filter.js"
import { formKeys } from "../../form/formKeys.js"
import { movedBy, within } from "../../form/List.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { LAID_OUT } from "../../terminal/folded.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { terminalWords } from "../../text/terminal/index.js"
import { actionsOf, type Deeds } from "./actions.js"
import { ExportBox } from "./ExportBox.js"
import { parsed } from "./filter.js"
import {
  type AccountsState,
  exportForm,
  hit,
  keyOf,
  nextSort,
  orderOf,
  resorted,
  rowsOf,
  toggled,
  withoutTyping
} from "./model.js"
import { KEPT } from "./paging.js"
import { cellsIn, columnsIn, problemText, selectedRows } from "./rows.js"
import { useAccounts } from "./useAccounts.js"
import type { AccountsWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Accounts" }>, AccountsState, AccountsWords>

export const AccountsView = ({ state, set, words }: Props) => {
  const { language, size, go, say } = useShell()
  const { columns, rows } = bodySize(size)
  // What is told of the one in focus takes more lines in a narrow window.
  const height = Math.max(1, rows - (columns < LAID_OUT ? 8 : 6))
  const { paging, marks, typing, exporting, sort } = state
  const { run, reading, ahead, find, again } = useAccounts(state, set, height, () =>
    say(words.tooManyToSort(KEPT), "warn")
  )
  const at = rowsOf(state)
  const list = within(state.list, paging.known, height)
  const inFocus = at(list.at)
  const known = paging.ended ? String(paging.known) : words.atLeast(paging.known)

  if (exporting !== undefined) return <ExportBox {...{ exporting, state, set, words }} />

  const move: Deeds["move"] = (name) => {
    if (name === "last") {
      return ahead(Number.POSITIVE_INFINITY, () =>
        set((now) => ({ ...now, list: movedBy("last", now.list, now.paging.known, height) }))
      )
    }
    const next = movedBy(name, list, paging.known, height)
    set((now) => ({
      ...now,
      list: movedBy(name, within(now.list, now.paging.known, height), now.paging.known, height)
    }))
    return ahead(next.at + height * 3)
  }

  const changeSort = () => {
    const next = nextSort(sort)
    const take = () =>
      set((now) => {
        const sorted = resorted(now, next)
        if (sorted === now) say(words.tooManyToSort(KEPT), "warn")
        return sorted
      })
    return next === "username" ? take() : ahead(KEPT + 1, take)
  }

  const heading =
    typing === undefined
      ? row(
          `  ${words.filter} `,
          span(state.filter === "" ? words.noFilter : `/${data(state.filter)}`, "accent"),
          `   ${words.counts(known, marks.size)}`,
          reading ? `   ${words.scanned(paging.scanned)}` : ""
        )
      : row(" ", ...field(filterItems, typing, "filter", { label: words.filter, labelWidth: 6, width: columns - 14 }))
  const listing = table({
    columns: columnsIn(words, columns),
    height: typing === undefined ? height : Math.max(1, height - 4),
    list,
    count: paging.known,
    item: at,
    cells: cellsIn(language),
    marked: (account) => marks.has(keyOf(account)),
    tone: ({ status }) => (status === "locked" ? "warn" : "plain")
  })

  if (typing !== undefined) {
    const apply = () => {
      const text = filterText(typing)
      const filter = parsed(text)
      if (!("_tag" in filter)) return find(text)
      set((now) => ({ ...now, problem: filter }))
      say(problemText(filter, words, language), "bad")
    }
    const { problem } = state
    return (
      <Frame
        body={[
          heading,
          ...words.filterHelp.map((line) => row("  ", line)),
          ...(problem === undefined ? [blank] : message(problemText(problem, words, language), columns, "bad")),
          ...listing
        ]}
        actions={[{ id: "apply", keys: ["Enter"], label: words.apply, run: apply }]}
        escape={() => {
          // What was wrong with it goes with it.
          say("")
          set(withoutTyping)
        }}
        {...formKeys(filterItems, typing, (next) =>
          set((now) => (now.typing === undefined ? now : { ...now, typing: next(now.typing) }))
        )}
      />
    )
  }

  const deeds: Deeds = {
    open: () => {
      if (inFocus !== undefined) go({ _tag: "Account", username: inFocus.username })
    },
    filter: () => set((now) => ({ ...now, typing: filterForm(now.filter) })),
    mark: () => set((now) => (inFocus === undefined ? now : toggled(now, inFocus))),
    sort: changeSort,
    export: () => set((now) => ({ ...now, exporting: exportForm("accounts.csv") })),
    refresh: again,
    hit: (by) => {
      set((now) => hit(now, by, height))
      ahead(list.at + height * 3)
    },
    unmark: () => set((now) => ({ ...now, marks: new Map() })),
    move
  }
  const refused = run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : []
  const body = [
    heading,
    ...listing,
    blank,
    ...(refused.length > 0
      ? refused
      : inFocus === undefined
        ? [row("  ", paging.ended ? words.none : terminalWords[language].processing)]
        : selectedRows(inFocus, words, language, columns))
  ]
  const last = Math.min(list.from + height, paging.known)
  return (
    <Frame
      body={body}
      actions={actionsOf(inFocus, state, deeds, words, terminalWords[language])}
      status={paging.known === 0 ? "" : words.position(list.from + 1, last, known, words.sorts[orderOf(state)])}
    />
  )
}

import { CurrentPolicy, type Refusal } from "@single-window/core"
import * as Effect from "effect/Effect"
import { field } from "../../components/field.js"
import { listHeight, listStatus } from "../../components/listStatus.js"
import { refusalRows } from "../../components/refusal.js"
import { table } from "../../components/table.js"
import { form, valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { atTop, within } from "../../form/List.js"
import { listActions } from "../../form/listActions.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, row } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { remarkIn } from "../../text/accounts/remarkIn.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import { terminalWords } from "../../text/terminal/index.js"
import {
  addedTo,
  cellsOf,
  columnNames,
  type Deed,
  filterItems,
  nextSort,
  type OperatorsState,
  obstacle,
  reloaded,
  shown,
  termsOf,
  toggled
} from "./model.js"
import { cannotRows, detailRows, WIDE, why } from "./rows.js"
import type { OperatorsWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Operators" }>, OperatorsState, OperatorsWords>

const widths = { username: 13, name: 8, document: 18, source: 9, certification: 10, password: 8 } as const
/** Lines of the body that are neither the table's items nor about the one in focus, and those that this one has at least. */
const AROUND = 4
const SAID = 6

const narrowNames = columnNames.filter((name) => name !== "document")

export const OperatorsView = ({ state, set, words }: Props) => {
  const { language, size, say, go } = useShell()
  const door = useDoor()
  const visibleOf = (of: OperatorsState) => {
    const operators = of.operators?.map((one) => ({ ...one, remark: remarkIn(one, language) || undefined }))
    return shown({ ...of, operators }, termsOf(valueOf(of.filter, "filter"), words.columns), words.cells)
  }
  const load = Effect.all({ policy: CurrentPolicy, found: door.ask("ListOperators", { includeDeleted: true }) })
  const { run, again } = useLoad(load, ({ policy: current, found }) =>
    set((now) => {
      const next = { ...reloaded(now, found), policy: current }
      const fresh = addedTo(now, found)
      const place = visibleOf(next).findIndex(({ username }) => username === fresh)
      return place < 0 ? next : { ...next, list: { ...next.list, at: place } }
    })
  )
  const { start } = useRun<unknown>()
  const { policy } = state
  // Right after the deletion the list is still on its way.
  const undoable = run._tag === "Done" ? state.lastDeleted : (state.deleting ?? state.lastDeleted)
  const { columns, rows } = bodySize(size)
  const visible = visibleOf(state)
  const all = (state.operators ?? []).filter(({ status }) => state.deletedToo || status !== "deleted").length
  const selected = visible[within(state.list, visible.length, 1).at]
  const named = selected?.username ?? ""

  const deed = (name: Deed): string | undefined => {
    const found = obstacle(selected, name, policy)
    return found === undefined ? undefined : why(found, words)
  }
  const done = (text: string) => ({
    done: () => {
      say(text, "good")
      again()
    },
    refused: (refusal: Refusal) => say(sentenceOf(refusal, language), "bad")
  })
  const restore = (account: string) =>
    start(door.execute("RestoreOperator", { account }), done(words.restored(data(account))))

  const marked = (state.operators ?? []).filter(
    ({ username, status }) => status !== "deleted" && state.marked.includes(username)
  )
  const markedWrong = marked.find((one) => obstacle(one, "reset", policy) !== undefined)
  const wrongOne = markedWrong === undefined ? undefined : obstacle(markedWrong, "reset", policy)
  const resetNot =
    marked.length === 0
      ? deed("reset")
      : markedWrong === undefined || wrongOne === undefined
        ? undefined
        : words.markedCannot(data(markedWrong.username), why(wrongOne, words))
  const deeds: ReadonlyArray<Action> = [
    {
      id: "delete",
      keys: ["d"],
      label: words.remove,
      disabled: deed("delete"),
      run: () => {
        set((now) => ({ ...now, deleting: named }))
        go({ _tag: "DeleteOperator", username: named })
      }
    },
    {
      id: "reset",
      keys: ["p"],
      label: marked.length > 1 ? words.resetMarked(marked.length) : words.reset,
      disabled: resetNot,
      run: () => {
        const usernames = marked.length === 0 ? [named] : marked.map(({ username }) => username)
        set((now) => ({ ...now, resetting: marked.length === 0 ? undefined : usernames }))
        go({ _tag: "ResetPassword", usernames })
      }
    },
    {
      id: "admit",
      keys: ["a"],
      label: words.admit,
      disabled: deed("admit"),
      run: () => start(door.execute("AdmitOperator", { account: named }), done(words.admitted(data(named))))
    },
    {
      id: "recreate",
      keys: ["c"],
      label: words.recreate,
      disabled: deed("recreate"),
      run: () => go({ _tag: "RecreateOperator", username: named })
    }
  ]
  const said =
    run._tag === "Refused"
      ? refusalRows(run.refusal, language, columns)
      : selected === undefined
        ? [row("  ", state.operators === undefined ? "" : all === 0 ? words.noOperators : words.empty)]
        : [...detailRows(selected, words, columns), ...cannotRows(deeds, words, columns)]
  const height = listHeight(rows - AROUND - SAID, rows - AROUND, said.length)
  const list = within(state.list, visible.length, height)
  const actions: ReadonlyArray<Action> = [
    { id: "add", keys: ["n"], label: words.add, run: () => go({ _tag: "AddOperator" }) },
    { id: "filter", keys: ["/"], label: words.filter, run: () => set((now) => ({ ...now, filtering: true })) },
    ...deeds,
    {
      id: "undo",
      keys: ["z"],
      label: words.undo,
      disabled: undoable === undefined ? words.nothingToUndo : undefined,
      run: () => restore(undoable ?? "")
    },
    {
      id: "restore",
      keys: ["u"],
      label: words.restore,
      disabled: deed("restore"),
      quiet: selected?.status !== "deleted",
      run: () => restore(named)
    },
    {
      id: "mark",
      keys: ["Space"],
      label: words.mark,
      disabled: selected?.status === "deleted" ? words.obstacles.DeletedAlready : undefined,
      quiet: true,
      run: () => set((now) => (selected === undefined ? now : toggled(now, selected)))
    },
    {
      id: "sort",
      keys: ["s"],
      label: words.sort,
      quiet: true,
      run: () => set((now) => ({ ...now, sort: nextSort(now.sort), list: atTop }))
    },
    {
      id: "deleted",
      keys: ["v"],
      label: state.deletedToo ? words.hideDeleted : words.showDeleted,
      quiet: true,
      run: () => set((now) => ({ ...now, deletedToo: !now.deletedToo }))
    },
    { id: "refresh", keys: ["r"], label: words.refresh, quiet: true, run: again },
    ...listActions(
      (next) => set((now) => ({ ...now, list: next(within(now.list, visible.length, height)) })),
      visible.length,
      height,
      terminalWords[language]
    )
  ]
  const summary = words.found(visible.length, all, marked.length, words.columns[state.sort])
  const filter = state.filtering
    ? [
        row(...field(filterItems, state.filter, "filter", { label: words.filter, labelWidth: 6, width: 24 })),
        row("  ", words.filterHint)
      ]
    : [
        row(
          "  ",
          summary,
          valueOf(state.filter, "filter") === "" ? "" : `   /${data(valueOf(state.filter, "filter"))}`
        ),
        blank
      ]
  const names = columns < WIDE ? narrowNames : columnNames
  const body = [
    ...filter,
    ...table({
      columns: names.map((name) => ({ title: words.columns[name], width: widths[name] })),
      height,
      list,
      count: visible.length,
      item: (at) => visible[at],
      cells: (operator) => {
        // Where exactly it came from stands in the remark below.
        const cells = { ...cellsOf(operator, words.cells), source: words.cells.origins[operator.origin] }
        return names.map((name) => cells[name])
      },
      marked: ({ username, status }) => status !== "deleted" && state.marked.includes(username),
      tone: ({ status }) => (status === "locked" ? "warn" : "plain")
    }),
    blank,
    ...said
  ]
  if (!state.filtering)
    return (
      <Frame
        body={body}
        actions={actions}
        status={listStatus(list, visible.length, height, terminalWords[language], { usual: words.usual })}
      />
    )
  const close = (now: OperatorsState): OperatorsState => ({ ...now, filtering: false })
  return (
    <Frame
      body={body}
      actions={[{ id: "filtered", keys: ["Enter"], label: words.filter, run: () => set(close) }]}
      escape={() => set((now) => ({ ...close(now), filter: form(filterItems) }))}
      {...formKeys(filterItems, state.filter, (next) =>
        set((now) => ({ ...now, filter: next(now.filter), list: atTop }))
      )}
    />
  )
}

import { type Language, rules } from "@single-window/core"
import { field } from "../../components/field.js"
import { listHeight, listStatus } from "../../components/listStatus.js"
import { message } from "../../components/message.js"
import { table } from "../../components/table.js"
import { filterForm, filterItems, filterText } from "../../form/Filter.js"
import { formKeys } from "../../form/formKeys.js"
import { atTop, within } from "../../form/List.js"
import { listActions } from "../../form/listActions.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { data, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { terminalWords } from "../../text/terminal/index.js"
import { type Covered, found, type RulesState } from "./model.js"
import type { RulesWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Rules" }>, RulesState, RulesWords>

/** Lines about the rule in focus, as most have. */
const DETAILS = 5

const placeOf = ({ enforced }: Covered, words: RulesWords, language: Language): string => {
  switch (enforced.in) {
    case "rule":
      return words.where(`rules/${enforced.module}`)
    case "elsewhere":
      return words.where(enforced.where)
    case "outside":
      return words.outside(enforced.why[language])
  }
}

export const RulesView = ({ state, set, words }: Props) => {
  const { language, size } = useShell()
  const { columns, rows } = bodySize(size)
  const all = found(state.filter, language)
  const one = all[within(state.list, all.length, 1).at]
  const said =
    one === undefined
      ? [row("  ", span(words.none, "warn"))]
      : [
          ...message(`${one.id}  ${one.says[language]}`, columns),
          ...message(`${words.basis[one.basis]}; ${placeOf(one, words, language)}`, columns)
        ]
  const height = listHeight(rows - 3 - DETAILS, rows - 3, said.length)
  const list = within(state.list, all.length, height)
  const { typing } = state
  const head =
    typing === undefined
      ? row(
          `  ${words.filter}  ${state.filter === "" ? "-" : data(state.filter)}   `,
          words.count(all.length, rules.coverage.length)
        )
      : row(" ", ...field(filterItems, typing, "filter", { label: words.filter, labelWidth: 6, width: 40 }))
  const body = [
    head,
    ...table({
      columns: [
        { title: words.columns[0] ?? "", width: 6 },
        { title: words.columns[1] ?? "", width: 8 },
        { title: words.columns[2] ?? "", width: Math.max(10, columns - 3 - 6 - 8 - 4) }
      ],
      height,
      list,
      count: all.length,
      item: (at) => all[at],
      cells: ({ id, section, says }: Covered) => [id, section, says[language]]
    }),
    row(""),
    ...said
  ]
  if (typing !== undefined) {
    const apply = () => set((now) => ({ list: atTop, filter: now.typing === undefined ? "" : filterText(now.typing) }))
    return (
      <Frame
        body={body}
        actions={[{ id: "apply", keys: ["Enter"], label: words.apply, run: apply }]}
        escape={() => set((now) => ({ ...now, typing: undefined }))}
        {...formKeys(filterItems, typing, (next) =>
          set((now) => (now.typing === undefined ? now : { ...now, typing: next(now.typing) }))
        )}
      />
    )
  }
  const actions: ReadonlyArray<Action> = [
    {
      id: "filter",
      keys: ["/"],
      label: words.refilter,
      run: () => set((now) => ({ ...now, typing: filterForm(now.filter) }))
    },
    ...listActions(
      (next) => set((now) => ({ ...now, list: next(within(now.list, all.length, height)) })),
      all.length,
      height,
      terminalWords[language]
    )
  ]
  return <Frame body={body} actions={actions} status={listStatus(list, all.length, height, terminalWords[language])} />
}

import type { ResultOf } from "@single-window/core"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { refusalRows } from "../../components/refusal.js"
import { tick } from "../../components/tick.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import { type DeleteOperatorState, items, notYet } from "./model.js"
import type { DeleteOperatorWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "DeleteOperator" }>, DeleteOperatorState, DeleteOperatorWords>

export const DeleteOperatorView = ({ route: { username }, state, set, words }: Props) => {
  const { language, size, say, back } = useShell()
  const { columns } = bodySize(size)
  const door = useDoor()
  useLoad(door.ask("ListOperators", {}), (found) =>
    set((now) => ({ ...now, operator: found.find((one) => one.username === username) }))
  )
  const { run, start } = useRun<ResultOf<"DeleteOperator">>()
  const missing = notYet(state, username)
  const typedNote = () => {
    if (missing?._tag === "Missing") return words.missing(missing.characters)
    return missing?._tag === "Differs" ? words.differs : words.exact
  }
  const disabled = missing === undefined ? undefined : missing._tag === "NoReason" ? words.noReason : typedNote()
  const remove = () =>
    start(door.execute("DeleteOperator", { account: username }, { reason: valueOf(state.form, "reason").trim() }), {
      done: () => {
        back()
        say(words.deleted(data(username)), "good")
      },
      refused: (refusal) => say(sentenceOf(refusal, language), "bad")
    })
  const actions: ReadonlyArray<Action> = [
    { id: "delete", keys: ["Ctrl-s"], label: words.remove, disabled, run: remove },
    { id: "cancel", keys: [], label: words.cancel, quiet: true, run: back }
  ]
  const { operator } = state
  const shape = { labelWidth: 18, width: 24 }
  const who = operator === undefined ? [] : [operator.holder.name, words.origins[operator.origin]].filter((one) => one)
  const isExact = missing === undefined || missing._tag === "NoReason"
  const body = [
    row(
      "  ",
      span(words.willDelete, "strong"),
      `  ${data(username)}${who.length === 0 ? "" : `  (${data(who.join(", "))})`}`
    ),
    blank,
    ...words.consequences.map((line, at) => row("  ", at === 0 ? words.consequence : "    ", "  ", line)),
    blank,
    row("   ", button(state.form, "cancel", words.cancel), `  Enter: ${words.cancelNote}`),
    blank,
    row(
      " ",
      ...field(items, state.form, "reason", { ...shape, label: words.reason, needed: true, note: words.reasonNote })
    ),
    row(" ", ...field(items, state.form, "typed", { ...shape, label: words.typed, needed: true })),
    row("                      ", tick(isExact), ` ${typedNote()}`),
    blank,
    row("   ", button(state.form, "delete", words.remove), disabled === undefined ? "" : `  (${disabled})`),
    blank,
    ...(run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : [])
  ]
  return (
    <Frame
      body={body}
      actions={actions}
      {...formKeys(items, state.form, (next) => set((now) => ({ ...now, form: next(now.form) })))}
    />
  )
}

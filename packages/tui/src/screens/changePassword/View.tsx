import { CurrentPolicy, type Policy, type ResultOf } from "@single-window/core"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { met } from "../../components/tick.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import { terminalWords } from "../../text/terminal/index.js"
import { type ChangePasswordState, checks, items, lengthOf, ready } from "./model.js"
import type { ChangePasswordWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "ChangePassword" }>, ChangePasswordState, ChangePasswordWords>

export const ChangePasswordView = ({ state, set, words }: Props) => {
  const { language, session, say, enter, back } = useShell()
  const door = useDoor()
  const { start } = useRun<ResultOf<"ChangePassword">>()
  useLoad<Policy>(CurrentPolicy, (policy) => set((now) => ({ ...now, policy })))
  const username = session?.name ?? ""
  const restricted = session?.restricted === true
  const logOut = () => enter(undefined, { _tag: "LogIn" })
  const submit = () =>
    start(
      door.execute("ChangePassword", { current: valueOf(state.form, "current"), next: valueOf(state.form, "next") }),
      {
        done: () => {
          logOut()
          say(words.changed, "good")
        },
        refused: (refusal) => say(sentenceOf(refusal, language), "bad")
      }
    )
  const actions: ReadonlyArray<Action> = [
    {
      id: "submit",
      keys: ["Enter"],
      label: words.submit,
      run: submit,
      disabled: ready(state, username) ? undefined : words.notYet
    },
    { id: "show", keys: ["F6"], label: words.show, run: () => undefined }
  ]
  const shape = { labelWidth: 9, width: 32 }
  const found = checks(state, username)
  const { minLength, characterClasses } = state.policy.password
  const told: ReadonlyArray<readonly [boolean, string]> = [
    [found.length, words.checks.length(minLength)],
    [found.notInitial, words.checks.notInitial],
    [found.notCurrent, words.checks.notCurrent],
    [found.notUsername, words.checks.notUsername],
    [found.classes, words.checks.classes(characterClasses)],
    [found.same, words.checks.same]
  ]
  const body = [
    restricted ? row("  ", span(words.forced, "warn")) : blank,
    blank,
    row("      ", ...field(items, state.form, "current", { ...shape, label: words.current })),
    row("      ", ...field(items, state.form, "next", { ...shape, label: words.next, note: `F6 ${words.show}` })),
    row(
      "      ",
      ...field(items, state.form, "again", {
        ...shape,
        label: words.again,
        note: words.length(lengthOf(valueOf(state.form, "next")))
      })
    ),
    blank,
    ...told.map(([holds, text]) => row("                 ", met(holds, terminalWords[language]), " ", text)),
    blank,
    row("                 ", button(state.form, "submit", words.submit))
  ]
  return (
    <Frame
      body={body}
      actions={actions}
      status={words.effect}
      {...formKeys(items, state.form, (next) => set((now) => ({ ...now, form: next(now.form) })))}
      escape={restricted ? logOut : back}
    />
  )
}

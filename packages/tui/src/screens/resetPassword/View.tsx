import { CurrentPolicy, type Policy } from "@single-window/core"
import * as Effect from "effect/Effect"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { tick } from "../../components/tick.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import { counted, itemsFor, type Outcome, type ResetPasswordState } from "./model.js"
import type { ResetPasswordWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "ResetPassword" }>, ResetPasswordState, ResetPasswordWords>

const HOUR = 60
/** Names that fit; the rest is told by its number. */
const NAMED = 12

export const ResetPasswordView = ({ route: { usernames }, state, set, words }: Props) => {
  const { language, size, back } = useShell()
  const { columns } = bodySize(size)
  const door = useDoor()
  useLoad<Policy>(CurrentPolicy, (policy) => set((now) => ({ ...now, policy })))
  const { start } = useRun<ReadonlyArray<Outcome>>()
  const items = itemsFor(usernames)
  const hours = Math.floor(state.policy.password.initialValidMinutes / HOUR)
  const same = counted(state.form, usernames)
  const reason = valueOf(state.form, "reason").trim()
  /** One that is refused stops nothing: each is a commit of its own. */
  const reset = () =>
    start(
      Effect.forEach(usernames, (username) =>
        door.execute("ResetOperatorPassword", { account: username }, reason === "" ? {} : { reason }).pipe(
          Effect.match({
            onSuccess: (): Outcome => ({ username }),
            onFailure: (refusal): Outcome => ({ username, refused: sentenceOf(refusal, language) })
          })
        )
      ),
      { done: (outcomes) => set((now) => ({ ...now, outcomes })) }
    )
  if (state.outcomes !== undefined) {
    const { outcomes } = state
    const good = outcomes.filter(({ refused }) => refused === undefined)
    const bad = outcomes.filter(({ refused }) => refused !== undefined)
    const body = [
      blank,
      ...(good.length === 0
        ? []
        : [
            row("  ", span(words.done, "good")),
            ...message(good.map(({ username }) => username).join("  "), columns, "strong", 4),
            blank,
            row("  ", words.doneWithin(hours)),
            row("  ", words.tell),
            blank
          ]),
      ...bad.flatMap(({ username, refused = "" }) =>
        message(`! ${username}  ${words.refused}: ${refused}`, columns, "bad")
      )
    ]
    return <Frame body={body} actions={[{ id: "back", keys: ["Enter"], label: words.goBack, run: back }]} />
  }
  const many = usernames.length > 1
  const actions: ReadonlyArray<Action> = [
    {
      id: "reset",
      keys: many ? ["Ctrl-s"] : ["Enter", "Ctrl-s"],
      label: words.reset,
      disabled: same ? undefined : words.countDiffers,
      run: reset
    },
    { id: "cancel", keys: [], label: words.cancel, quiet: true, run: back }
  ]
  const shape = { labelWidth: 18, width: 24 }
  const reasonRow = row(
    " ",
    ...field(items, state.form, "reason", { ...shape, label: words.reason, note: words.reasonNote })
  )
  const named = usernames.slice(0, NAMED).join("  ")
  const body = [
    ...message(`${words.willReset}  ${named}${many ? `  ${words.more(usernames.length)}` : ""}`, columns, "strong"),
    blank,
    ...words.consequences.map((line) => row("  ", line)),
    row("  ", words.within(hours)),
    blank,
    ...(many
      ? [
          row("   ", button(state.form, "cancel", words.cancel), `  Enter: ${words.cancelNote}`),
          reasonRow,
          row(
            " ",
            ...field(items, state.form, "count", {
              ...shape,
              width: 6,
              label: words.count(usernames.length),
              needed: true
            }),
            "  ",
            tick(same),
            ` ${same ? words.countSame : words.countDiffers}`
          ),
          row("   ", button(state.form, "reset", words.reset))
        ]
      : [
          reasonRow,
          blank,
          row("   ", button(state.form, "reset", words.reset), "   ", button(state.form, "cancel", words.cancel))
        ])
  ]
  return (
    <Frame
      body={body}
      actions={actions}
      {...formKeys(items, state.form, (next) => set((now) => ({ ...now, form: next(now.form) })))}
    />
  )
}

import { CurrentPolicy, chinaDate, type Language, type Refusal } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { select } from "../../components/select.js"
import { tick } from "../../components/tick.js"
import { withFocus } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLeave } from "../../hooks/useLeave.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, data, type Row, row, type Span, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import {
  type AddOperatorState,
  codeWords,
  countOf,
  emptied,
  type FieldName,
  type Finding,
  fieldNames,
  findings,
  firstWrong,
  isTyped,
  itemsOf,
  refusedBy,
  submission
} from "./model.js"
import type { AddOperatorWords } from "./zhCN.js"

interface Props {
  readonly state: AddOperatorState
  readonly set: (change: (state: AddOperatorState) => AddOperatorState) => void
  readonly words: AddOperatorWords
  /** The account that the new one takes the name of. */
  readonly replaced?: string
}

const HOUR = 60
const LABEL = 16
const WIDTH = 24

/** A finding in words, with the place where it was found. */
const saidOf = (found: Finding, words: AddOperatorWords, language: Language): string => {
  if (found._tag === "Wrong") {
    const what = codeWords(found.code, words.codes, language)
    return found.position === undefined ? what : words.at(found.position, what)
  }
  if (found._tag !== "Right") return ""
  if (found.note === "migrated") return words.migrated
  return found.code === undefined ? "" : codeWords(found.code, words.codes, language)
}

const noteOf = (name: FieldName, found: Finding, words: AddOperatorWords, language: Language): Row => {
  switch (found._tag) {
    case "Empty":
      return row(`  ${words.hints[name]}`)
    case "NotAsked":
      return row(`  ${words.notAsked}`)
    case "Right":
      if (name === "type") return row()
      return row("  ", tick(true), ` ${saidOf(found, words, language)}`)
    case "Wrong":
      return row("  ", tick(false), " ", span(saidOf(found, words, language), "warn"))
  }
}

/** The form of 新增无卡操作员, each field judged while it is typed; recreating an account uses the same. */
export const AddOperatorView = ({ state, set, words, replaced }: Props) => {
  const { language, size, back, say } = useShell()
  const { columns } = bodySize(size)
  const door = useDoor()
  const known = Effect.all({
    policy: CurrentPolicy,
    today: Effect.map(Clock.currentTimeMillis, chinaDate),
    operators: door.ask("ListOperators", { includeDeleted: true })
  })
  useLoad(known, (found) => set((now) => ({ ...now, ...found })))
  const { run, start } = useRun<unknown>()
  const escape = useLeave(state.form, isTyped(state))
  const items = itemsOf(state)
  const found = findings(state, replaced)
  const { needed, filled, wrong } = countOf(found)
  const hours = Math.floor(state.policy.password.initialValidMinutes / HOUR)
  const refused = (refusal: Refusal) => {
    set((now) => refusedBy(now, refusal))
    say(sentenceOf(refusal, language), "bad")
  }
  const save = () => {
    const first = firstWrong(found)
    if (first !== undefined) {
      set((now) => ({ ...now, form: withFocus(now.form, first) }))
      return say(words.incomplete(words.labels[first], found[first]._tag === "Wrong"), "warn")
    }
    const { username, ...rest } = submission(state)
    const added = { done: () => set((now) => emptied(now, username.trim())), refused }
    if (replaced === undefined) start(door.execute("AddCardlessOperator", { username, ...rest }), added)
    else start(door.execute("RecreateOperator", { account: replaced, ...rest }, { reason: words.replacing }), added)
  }
  if (state.added !== undefined) {
    const done = replaced === undefined ? words.added(data(state.added)) : words.recreated(data(state.added))
    const body = [
      blank,
      row("  ", span(done, "good")),
      blank,
      ...message(words.initialPassword(hours), columns),
      ...message(words.tell, columns)
    ]
    const again: Action = {
      id: "another",
      keys: ["n"],
      label: words.another,
      run: () => set((now) => emptied(now))
    }
    return (
      <Frame
        body={body}
        actions={[
          { id: "back", keys: ["Enter"], label: words.goBack, run: back },
          ...(replaced === undefined ? [again] : [])
        ]}
      />
    )
  }
  const shape = (name: FieldName) => ({
    label: words.labels[name],
    labelWidth: LABEL,
    needed: found[name]._tag !== "NotAsked"
  })
  const line = (name: FieldName): ReadonlyArray<Span> =>
    name === "type"
      ? select(items, state.form, name, { ...shape(name), names: words.types })
      : field(items, state.form, name, { ...shape(name), width: WIDTH })
  // Beside its field a long sentence is cut, so that of the field in focus stands below in full.
  const inFocus = fieldNames.find((name) => name === state.form.focus)
  const problem = inFocus === undefined ? "" : saidOf(found[inFocus], words, language)
  const body = [
    ...(replaced === undefined ? [] : [row("  ", span(words.typeTheName, "warn"))]),
    ...fieldNames.map((name) => row(" ", ...line(name), ...noteOf(name, found[name], words, language))),
    row("                   ", button(state.form, "save", words.save), `   ${words.count(needed, filled, wrong)}`),
    ...(inFocus === undefined || problem === ""
      ? [blank]
      : message(`${words.labels[inFocus]}: ${problem}`, columns, found[inFocus]._tag === "Wrong" ? "warn" : "plain")),
    ...(run._tag === "Refused"
      ? refusalRows(run.refusal, language, columns)
      : [
          row("  ", words.initialPassword(hours)),
          row("  ", words.unique),
          ...(replaced === undefined ? [] : message(words.fresh(replaced), columns))
        ])
  ]
  const actions: ReadonlyArray<Action> = [
    { id: "save", keys: ["Ctrl-s"], label: words.save, run: save },
    { id: "show", keys: ["F6"], label: words.show, run: () => undefined }
  ]
  return (
    <Frame
      body={body}
      actions={actions}
      escape={escape}
      {...formKeys(items, state.form, (next) => set((now) => ({ ...now, form: next(now.form) })))}
    />
  )
}

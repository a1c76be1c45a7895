import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, row, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { envelopeOf } from "../acting/model.js"
import { datesItems } from "./forms.js"
import { attemptsLeft, isAnswered, personOf, wantedAgain } from "./model.js"
import { personRows } from "./personRows.js"
import { barRow, fieldShape, refusedRows, sentenceRows, statusOf, warningRows } from "./rows.js"
import { type StepProps, useStep } from "./useStep.js"

/** 身份证认证: the dates make the four elements whole; a miss has two ways out. */
export const IdCardStep = (props: StepProps) => {
  const { route, state, set, words, subject } = props
  const { language, size } = useShell()
  const { door, busy, submit, abandon } = useStep(props)
  const own = words.person
  const person = personOf(state.step)
  const { dates, refusal } = state
  const items = datesItems(refusal)
  const answered = isAnswered(state)
  const validity = { from: valueOf(dates, "from"), to: valueOf(dates, "to") }
  const verify = () => submit(door.execute("VerifyPersonByIdCard", { subject: person, validity }, envelopeOf(route)))
  const toBankCard = () => set((now) => ({ ...now, way: "bank-card", refusal: undefined, ctid: false }))
  const offered = items.some(({ name }) => name === "ctid")
  const actions: ReadonlyArray<Action> = [
    {
      id: "next",
      keys: ["Enter"],
      label: words.next,
      run: verify,
      disabled:
        busy ??
        (validity.from.trim() === "" || validity.to.trim() === "" ? words.missing : answered ? words.same : undefined)
    },
    ...(answered ? [{ id: "again", keys: ["F5"], label: words.again, run: () => set(wantedAgain) }] : []),
    { id: "bank-card", keys: ["F10"], label: own.bankCard, run: toBankCard, disabled: busy },
    ...(offered
      ? [{ id: "ctid", keys: [], label: own.ctid, quiet: true, run: () => set((now) => ({ ...now, ctid: !now.ctid })) }]
      : []),
    ...(person === "legal-representative"
      ? [
          {
            id: "previous",
            keys: ["F7"],
            label: own.previous,
            run: () => set((now) => ({ ...now, back: true, refusal: undefined })),
            disabled: busy
          }
        ]
      : []),
    abandon
  ]
  const columns = bodySize(size).columns
  const left = attemptsLeft(subject, person, "id-card", Date.now())
  const date = (name: "from" | "to", note: string) =>
    row("   ", ...field(items, dates, name, { ...fieldShape, width: 10, label: own[name], note }))
  return (
    <Frame
      body={[
        barRow(route.method, state.step, words, columns),
        ...warningRows(state, words, columns),
        blank,
        ...personRows(props, person, language),
        date("from", own.dateHint),
        date("to", own.longTerm),
        row("                        ", button(dates, "next", words.next)),
        ...(refusal === undefined ? [blank, row("  ", own.all)] : []),
        // The ways out are buttons here, and say what the list of remedies would.
        ...(refusal === undefined
          ? []
          : offered
            ? [blank, ...sentenceRows(refusal, language, columns)]
            : refusedRows(refusal, language, columns)),
        ...(offered
          ? [
              row("    ", button(dates, "ctid", own.ctid)),
              ...(state.ctid ? own.ctidSteps.map((line) => row("        ", span(line, "accent"))) : []),
              row("    ", button(dates, "bank-card", own.bankCard))
            ]
          : [])
      ]}
      actions={actions}
      status={`${words.attemptsLeft(left)}   ${statusOf(subject, words)}`}
      {...formKeys(items, dates, (next) => set((now) => ({ ...now, dates: next(now.dates) })))}
    />
  )
}

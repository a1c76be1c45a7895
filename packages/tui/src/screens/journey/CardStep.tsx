import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, row } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { envelopeOf } from "../acting/model.js"
import { cardItems } from "./forms.js"
import type { JourneyState } from "./model.js"
import { pinBlock, pinTyped } from "./pin.js"
import { barRow, enterpriseRow, fieldShape, labelled, refusedRows, statusOf, triesRow } from "./rows.js"
import { useMockCard } from "./useMock.js"
import { type StepProps, useStep } from "./useStep.js"
import type { JourneyWords } from "./zhCN.js"

/** What the last answer said of reader and card: the port tells nothing before it is asked. */
const readerState = ({ refusal }: JourneyState, words: JourneyWords): string => {
  const { states, unknown } = words.card
  return refusal !== undefined && Object.hasOwn(states, refusal._tag)
    ? states[refusal._tag as keyof typeof states]
    : unknown
}

/** IC 卡认证: one key press, one PIN, one try. */
export const CardStep = (props: StepProps) => {
  const { route, state, set, words, subject } = props
  const { language, size, say } = useShell()
  const { door, busy, submit, abandon } = useStep(props)
  const mock = useMockCard(subject.details.enterprise.organizationCode, words)
  const { card } = state
  const why = pinBlock(card)
  const reasons = { empty: words.card.empty, spent: words.card.notAgain, consent: words.card.last }
  const pin = valueOf(card.form, "pin")
  const present = () => submit(door.execute("PresentCard", { pin }, envelopeOf(route)))
  const actions: ReadonlyArray<Action> = [
    {
      id: "submit",
      keys: ["Enter"],
      label: words.card.submit,
      run: present,
      disabled: busy ?? (why === undefined ? undefined : reasons[why])
    },
    {
      id: "again",
      keys: ["F5"],
      label: words.card.again,
      run: () => {
        set((now) => ({ ...now, refusal: undefined, card: { ...now.card, spent: false } }))
        say(words.card.rearmed)
      },
      disabled: busy
    },
    ...(card.attemptsLeft === 1
      ? [
          {
            id: "consent",
            keys: ["F10"],
            label: words.card.consent,
            run: () => set((now) => ({ ...now, card: { ...now.card, consent: true } }))
          }
        ]
      : []),
    ...mock,
    abandon
  ]
  const { enterprise } = subject.details
  return (
    <Frame
      body={[
        barRow(route.method, state.step, words, bodySize(size).columns),
        blank,
        labelled(words.card.state, readerState(state, words)),
        enterpriseRow(words.card.enterprise, enterprise.name, enterprise.organizationCode),
        blank,
        row(
          "   ",
          ...field(cardItems, card.form, "pin", {
            ...fieldShape,
            width: 20,
            label: words.card.pin,
            note: words.card.length(Array.from(pin).length)
          })
        ),
        row("                        ", button(card.form, "submit", words.card.submit)),
        ...triesRow(card, words),
        ...refusedRows(state.refusal, language, bodySize(size).columns),
        blank,
        row("  ", words.card.kinds),
        row("  ", words.card.once),
        row("  ", words.card.secret)
      ]}
      actions={actions}
      status={statusOf(subject, words)}
      {...formKeys(cardItems, card.form, (next) =>
        set((now) => ({ ...now, card: pinTyped(now.card, next(now.card.form)) }))
      )}
    />
  )
}

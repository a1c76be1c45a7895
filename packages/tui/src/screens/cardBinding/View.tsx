import type { AccountView, Refusal, ResultOf } from "@single-window/core"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { form, type Items, valueOf, withValue } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { withPin } from "../../outside/typedPin.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, fitted, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { Acting } from "../acting/Acting.js"
import { type ActingState, envelopeOf, mustSayForWhom } from "../acting/model.js"
import { en as journeyEn } from "../journey/en.js"
import { afterRefusal, type PinState, pinBlock, pinTyped } from "../journey/pin.js"
import { triesRow } from "../journey/rows.js"
import { useMockCard } from "../journey/useMock.js"
import { zhCN as journeyZh } from "../journey/zhCN.js"
import type { CardBindingWords } from "./zhCN.js"

export type BindingName = "pin" | "bind" | "unbind"

const items: Items<BindingName> = [
  { kind: "text", name: "pin", secret: true, most: 64 },
  { kind: "button", name: "bind" },
  { kind: "button", name: "unbind" }
]

export const noPin: PinState<BindingName> = { form: form(items), spent: false, consent: false }

export interface CardBindingState {
  readonly acting: ActingState
  readonly details?: AccountView
  readonly refusal?: Refusal | undefined
  readonly card: PinState<BindingName>
  /** Unbinding was asked for once. */
  readonly sure: boolean
}

type Props = ScreenProps<Extract<Route, { _tag: "CardBinding" }>, CardBindingState, CardBindingWords>

export const CardBindingView = (props: Props) => {
  const { session, replace } = useShell()
  const { route, state, set } = props
  if (mustSayForWhom(session, route)) {
    return (
      <Acting
        state={state.acting}
        set={(next) => set((now) => ({ ...now, acting: next(now.acting) }))}
        go={(who) => replace({ ...route, ...who })}
      />
    )
  }
  return <Binding {...props} />
}

/** 绑卡: the command has no PIN of its own, so the one that is typed here is handed to the reader beside it. */
const Binding = ({ route, state, set, words }: Props) => {
  const { language, size, say } = useShell()
  const door = useDoor()
  const { run: reading, again } = useLoad(door.ask("AccountDetails", {}, route.account), (details: AccountView) =>
    set((now) => ({ ...now, details }))
  )
  const { run, start } = useRun<ResultOf<"BindCard"> | ResultOf<"UnbindCard">>()
  const { details, card } = state
  const journey = { zh: journeyZh, en: journeyEn }[language]
  const mock = useMockCard(details?.enterprise.organizationCode ?? "", journey)
  const pin = valueOf(card.form, "pin")
  const why = pinBlock(card)
  const reasons = { empty: journey.card.empty, spent: journey.card.notAgain, consent: journey.card.last }
  // A card that has turned a PIN away is asked nothing before another one is typed.
  const wrong = state.refusal?._tag === "CardPinWrong"
  const refused = (refusal: Refusal) =>
    set((now) => ({ ...now, refusal, sure: false, card: afterRefusal(now.card, refusal) }))
  const done = (text: string) => {
    set((now) => ({
      ...now,
      refusal: undefined,
      sure: false,
      card: { ...noPin, form: withValue(now.card.form, "pin", "") }
    }))
    say(text, "good")
    again()
  }
  const busy = run._tag === "Running" ? words.working : undefined
  const bind = () =>
    start(withPin(pin)(door.execute("BindCard", {}, envelopeOf(route))), { done: () => done(words.bound), refused })
  const unbind = () => {
    if (state.sure) {
      start(door.execute("UnbindCard", {}, envelopeOf(route)), { done: () => done(words.unbound), refused })
      return
    }
    set((now) => ({ ...now, sure: true }))
    say(words.question, "warn")
  }
  const actions: ReadonlyArray<Action> = [
    {
      id: "bind",
      keys: ["Enter"],
      label: words.bind,
      run: bind,
      // Where nothing is typed, the reader asks for the PIN itself.
      disabled: busy ?? (why === undefined || (why === "empty" && !wrong) ? undefined : reasons[why])
    },
    {
      id: "unbind",
      keys: ["F8"],
      label: words.unbind,
      run: unbind,
      disabled: busy ?? (details?.cardBinding === "bound" ? undefined : words.notBound)
    },
    ...mock,
    ...(card.spent && (pin !== "" || wrong)
      ? [
          {
            id: "again",
            keys: ["F5"],
            label: journey.card.again,
            run: () => {
              set((now) => ({ ...now, refusal: undefined, card: { ...now.card, spent: false } }))
              say(journey.card.rearmed)
            }
          }
        ]
      : []),
    ...(card.attemptsLeft === 1
      ? [
          {
            id: "consent",
            keys: ["F10"],
            label: journey.card.consent,
            run: () => set((now) => ({ ...now, card: { ...now.card, consent: true } }))
          }
        ]
      : [])
  ]
  const columns = bodySize(size).columns
  const binding = details?.cardBinding ?? "none"
  const refusal = reading._tag === "Refused" ? reading.refusal : state.refusal
  return (
    <Frame
      body={[
        ...message(words.about, columns),
        blank,
        ...(details === undefined
          ? []
          : [
              row(`  ${data(details.username)}   ${fitted(data(details.enterprise.name), 50).trimEnd()}`),
              row(`  ${words.now}  `, span(`[${words.states[binding]}]`, binding === "bound" ? "good" : "warn"))
            ]),
        blank,
        row(
          " ",
          ...field(items, card.form, "pin", {
            labelWidth: 8,
            width: 20,
            label: journey.card.pin,
            note: journey.card.length(Array.from(pin).length)
          })
        ),
        ...message(words.pad, columns, "plain", 11),
        ...message(journey.card.secret, columns, "plain", 11),
        row("           ", button(card.form, "bind", words.bind), "   ", button(card.form, "unbind", words.unbind)),
        ...triesRow(card, journey),
        ...(refusal === undefined ? [] : [blank, ...refusalRows(refusal, language, columns)])
      ]}
      actions={actions}
      status={words.title}
      {...formKeys(items, card.form, (next) =>
        set((now) => ({ ...now, card: pinTyped(now.card, next(now.card.form)) }))
      )}
    />
  )
}

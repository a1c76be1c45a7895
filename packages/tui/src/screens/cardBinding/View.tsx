import type { AccountView, Refusal, ResultOf } from "@single-window/core"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, fitted, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { Acting } from "../acting/Acting.js"
import { type ActingState, envelopeOf, mustSayForWhom } from "../acting/model.js"
import { en as journeyEn } from "../journey/en.js"
import { useMockCard } from "../journey/useMock.js"
import { zhCN as journeyZh } from "../journey/zhCN.js"
import type { CardBindingWords } from "./zhCN.js"

export interface CardBindingState {
  readonly acting: ActingState
  readonly details?: AccountView
  readonly refusal?: Refusal | undefined
  /** `u` was pressed once. */
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

/** 绑卡: the reader asks for the PIN itself, so none is typed here. */
const Binding = ({ route, state, set, words }: Props) => {
  const { language, size, say } = useShell()
  const door = useDoor()
  const { run: reading, again } = useLoad(door.ask("AccountDetails", {}, route.account), (details: AccountView) =>
    set((now) => ({ ...now, details }))
  )
  const { run, start } = useRun<ResultOf<"BindCard"> | ResultOf<"UnbindCard">>()
  const { details } = state
  const mock = useMockCard(details?.enterprise.organizationCode ?? "", { zh: journeyZh, en: journeyEn }[language])
  const refused = (refusal: Refusal) => set((now) => ({ ...now, refusal, sure: false }))
  const done = (text: string) => {
    set((now) => ({ ...now, refusal: undefined, sure: false }))
    say(text, "good")
    again()
  }
  const busy = run._tag === "Running" ? words.working : undefined
  const actions: ReadonlyArray<Action> = [
    {
      id: "bind",
      keys: ["Enter"],
      label: words.bind,
      run: () => start(door.execute("BindCard", {}, envelopeOf(route)), { done: () => done(words.bound), refused }),
      disabled: busy
    },
    {
      id: "unbind",
      keys: ["u"],
      label: words.unbind,
      run: () => {
        if (state.sure) {
          start(door.execute("UnbindCard", {}, envelopeOf(route)), { done: () => done(words.unbound), refused })
          return
        }
        set((now) => ({ ...now, sure: true }))
        say(words.question, "warn")
      },
      disabled: busy ?? (details?.cardBinding === "bound" ? undefined : words.notBound)
    },
    ...mock
  ]
  const columns = bodySize(size).columns
  const binding = details?.cardBinding ?? "none"
  const refusal = reading._tag === "Refused" ? reading.refusal : state.refusal
  return (
    <Frame
      body={[
        blank,
        ...message(words.about, columns),
        blank,
        ...(details === undefined
          ? []
          : [
              row(`  ${data(details.username)}   ${fitted(data(details.enterprise.name), 50).trimEnd()}`),
              row(`  ${words.now}  `, span(`[${words.states[binding]}]`, binding === "bound" ? "good" : "warn"))
            ]),
        ...(refusal === undefined ? [] : [blank, ...refusalRows(refusal, language, columns)])
      ]}
      actions={actions}
      status={words.title}
    />
  )
}

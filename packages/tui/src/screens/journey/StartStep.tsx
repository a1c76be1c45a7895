import { banks, type Language, plannedStepSentence, type QueryResultOf } from "@single-window/core"
import { button } from "../../components/button.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { select } from "../../components/select.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { useLoad } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, row, span } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { envelopeOf } from "../acting/model.js"
import { insteadOf, startItems } from "./forms.js"
import { barRow } from "./rows.js"
import { type StepProps, useStep } from "./useStep.js"

/** The names of the banks in words; one that the host added is its code. */
export const bankNames = (codes: ReadonlyArray<string>, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code) => [code, banks.find((one) => one.code === code)?.name[language] ?? code]))

/** Before a journey: what to have in hand, and for a bank which one. */
export const StartStep = (props: StepProps) => {
  const { route, state, set, words, subject } = props
  const { language, size, replace } = useShell()
  const { door, busy, submit } = useStep(props)
  const { run } = useLoad<QueryResultOf<"PlanTo">>(
    door.ask("PlanTo", { level: subject.policy.certification.levels[route.method] }, route.account),
    () => undefined
  )
  const way = run._tag === "Done" ? run.value.ways.find(({ method }) => method === route.method) : undefined
  const { refusal } = state
  const ways = insteadOf(refusal, route.method)
  const items = startItems(route.method, subject.policy, refusal)
  const bank = valueOf(state.start, "bank")
  const begin = () =>
    submit(
      door.execute(
        "StartCertification",
        { method: route.method, ...(route.method === "bank-ukey" ? { bank } : {}) },
        envelopeOf(route)
      ),
      (next, { redirect }) => ({ ...next, redirect, listened: false, startAt: undefined })
    )
  const other = subject.details.journey
  const columns = bodySize(size).columns
  return (
    <Frame
      body={[
        barRow(route.method, "start", words, columns),
        blank,
        ...(refusal !== undefined || way === undefined
          ? []
          : [
              row("  ", span(words.start.needs, "strong")),
              ...way.steps.flatMap((step) => message(`- ${plannedStepSentence(step, language)}`, columns, "plain", 4)),
              blank
            ]),
        ...(refusal === undefined ? [] : [...refusalRows(refusal, language, columns), blank]),
        ...ways.map((method) => row("    ", button(state.start, method, words.instead[method]))),
        ...(other !== undefined && other.method !== route.method
          ? [row("  ", span(words.start.other(words.titles[other.method]), "warn")), blank]
          : []),
        ...(route.method === "bank-ukey"
          ? [
              row(
                "   ",
                ...select(items, state.start, "bank", {
                  label: words.bank.bank,
                  labelWidth: 10,
                  names: bankNames(subject.policy.certification.banks, language)
                })
              ),
              blank
            ]
          : []),
        row("    ", button(state.start, "begin", words.start.begin))
      ]}
      actions={[
        {
          id: "begin",
          keys: ["Enter"],
          label: route.method === "bank-ukey" ? words.bank.start : words.start.begin,
          run: begin,
          disabled: busy
        },
        ...ways.map(
          (method): Action => ({
            id: method,
            keys: [],
            label: words.instead[method],
            quiet: true,
            run: () => replace({ ...route, method })
          })
        )
      ]}
      status={words.start.none}
      {...formKeys(items, state.start, (next) => set((now) => ({ ...now, start: next(now.start) })))}
    />
  )
}

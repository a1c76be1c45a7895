import { useEffect, useRef } from "react"
import { useClock } from "../../hooks/useClock.js"
import { useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { copy, mayCopy } from "../../terminal/clipboard.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, data, type Row, row, span, wrapped } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { envelopeOf } from "../acting/model.js"
import { type Subject, subjectOf } from "../acting/subject.js"
import { listening } from "./bankReturn.js"
import { clock, loaded } from "./model.js"
import { barRow, enterpriseRow, labelled, refusedRows } from "./rows.js"
import { bankNames } from "./StartStep.js"
import { useMockBank } from "./useMock.js"
import { type Answer, type StepProps, useStep } from "./useStep.js"

/** The address to open, whole: it begins at the margin and breaks only where a line is full. */
const addressRows = ({ state, words }: StepProps, columns: number): ReadonlyArray<Row> => {
  const { redirect, startAt } = state
  if (redirect === undefined) return [row("  ", words.bank.gone)]
  const address = startAt ?? redirect.url
  const byForm = startAt === undefined && redirect.method === "POST"
  return [
    row("  ", span(words.bank.open, "strong")),
    ...wrapped(data(address), columns).map((line) => row(span(line, "accent"))),
    ...(byForm ? [row("  ", span(words.bank.form, "warn"))] : [])
  ]
}

/** 银行 UKEY 认证: the address to open, and the wait for the browser to come back. */
export const BankStep = (props: StepProps) => {
  const { route, state, set, words, subject } = props
  const { language, size, say } = useShell()
  const { door, submit, accept, refuse, abandon } = useStep(props)
  const waiting = useRun<Answer | undefined>()
  const look = useRun<Subject>()
  const own = words.bank
  const { facts, policy, details } = subject
  const until = facts.requestExpiresAt ?? 0
  const now = useClock(until)
  const bank = facts.bank ?? ""
  const complete = (parameters: Readonly<Record<string, string>>) =>
    door.execute("CompleteBankUkey", { parameters }, envelopeOf(route))
  const { redirect } = state
  const begun = useRef<string | undefined>(undefined)
  const ready = (startAt: string | undefined) => set((then) => ({ ...then, listened: true, startAt }))
  const wait = () => {
    if (redirect === undefined && until <= Date.now()) return
    waiting.start(listening(bank, redirect, Math.max(1000, until - Date.now()), ready, complete), {
      anew: true,
      done: (answer) => answer !== undefined && accept(answer),
      refused: refuse
    })
  }
  const latest = useRef(wait)
  latest.current = wait
  // Once for each request; whoever left and came back has the same request, and waits for it again. So does a program that was
  // opened anew: its address is gone, but a browser may be at the bank already.
  useEffect(() => {
    const request = redirect?.url ?? ""
    if (bank === "" || begun.current === request) return
    begun.current = request
    latest.current()
  }, [redirect, bank])
  const restart = () =>
    submit(door.execute("StartCertification", { method: "bank-ukey", bank }, envelopeOf(route)), (next, answer) => ({
      ...next,
      redirect: answer.redirect,
      startAt: undefined
    }))
  const mock = useMockBank(words, (parameters) => submit(complete(parameters)))
  // The configuration sends the browser back to this machine, and somebody listens there now.
  const here = state.listened
  const listens = here && waiting.run._tag === "Running"
  const address = state.startAt ?? redirect?.url
  const actions: ReadonlyArray<Action> = [
    {
      id: "refresh",
      keys: ["r", "Enter"],
      label: own.refresh,
      run: () =>
        look.start(subjectOf(door, route.account), {
          done: (found) => {
            set((then) => loaded(then, found, route.method))
            if (found.details.journey?.step === "bank") say(own.still)
          }
        })
    },
    {
      id: "copy",
      keys: ["y"],
      label: own.copy,
      run: () => {
        copy(address ?? "")
        say(own.copied)
      },
      disabled: address === undefined ? own.gone : mayCopy() ? undefined : own.noCopy
    },
    { id: "again", keys: ["n"], label: own.again, run: restart },
    {
      id: "wait",
      keys: ["w"],
      label: own.wait,
      run: wait,
      quiet: !here,
      disabled: here ? (listens ? own.listening : undefined) : own.notHere
    },
    abandon,
    ...mock
  ]
  const columns = bodySize(size).columns
  const { enterprise } = details
  return (
    <Frame
      body={[
        barRow(route.method, state.step, words, columns),
        blank,
        labelled(own.bank, bankNames(policy.certification.banks, language)[bank] ?? bank),
        enterpriseRow(own.enterprise, enterprise.name, enterprise.unifiedSocialCreditCode),
        row("    ", span(until > now ? own.waiting(clock(until - now)) : own.over, until > now ? "strong" : "bad")),
        ...addressRows(props, columns),
        blank,
        row("  ", listens ? own.listening : here ? span(own.stopped, "warn") : own.notListening),
        row("  ", own.privacy),
        ...refusedRows(state.refusal, language, columns)
      ]}
      actions={actions}
      status={own.forged}
    />
  )
}

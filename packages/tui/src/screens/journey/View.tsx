import { button } from "../../components/button.js"
import { refusalRows } from "../../components/refusal.js"
import { formKeys } from "../../form/formKeys.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { blank, data, row, span } from "../../terminal/Row.js"
import { isStaff } from "../../terminal/Session.js"
import { useShell } from "../../terminal/Shell.js"
import { Acting } from "../acting/Acting.js"
import { envelopeOf, mustSayForWhom } from "../acting/model.js"
import { type Subject, subjectOf } from "../acting/subject.js"
import { BankCardStep } from "./BankCardStep.js"
import { BankStep } from "./BankStep.js"
import { CardStep } from "./CardStep.js"
import { EnterpriseStep } from "./EnterpriseStep.js"
import { abandonItems } from "./forms.js"
import { IdCardStep } from "./IdCardStep.js"
import { IdentityStep } from "./IdentityStep.js"
import { loaded, wayOf } from "./model.js"
import { barRow, refusedRows, warningRows } from "./rows.js"
import { StartStep } from "./StartStep.js"
import type { JourneyProps, StepProps } from "./useStep.js"

export const JourneyScreen = (props: JourneyProps) => {
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
  return <Loaded {...props} />
}

const Loaded = (props: JourneyProps) => {
  const { language, size } = useShell()
  const { route, state, set } = props
  const { run, again } = useLoad(subjectOf(useDoor(), route.account), (subject: Subject) =>
    set((now) => loaded(now, subject, route.method))
  )
  const { subject } = state
  if (subject === undefined) {
    const body = run._tag === "Refused" ? refusalRows(run.refusal, language, bodySize(size).columns) : []
    return <Frame body={[blank, ...body]} actions={[]} />
  }
  const step: StepProps = { ...props, subject, reload: again }
  if (state.abandoning !== undefined) return <Abandon {...step} abandoning={state.abandoning} />
  return <Step {...step} />
}

const Step = (props: StepProps) => {
  const { route, state, subject } = props
  if (state.back) return <EnterpriseStep {...props} />
  switch (state.step) {
    case "start":
      return <StartStep {...props} />
    case "card":
      return <CardStep {...props} />
    case "enterprise":
      return <EnterpriseStep {...props} />
    case "bank":
      return <BankStep {...props} />
    case "done":
      return <Done {...props} />
    case "legal-representative":
    case "account-holder": {
      const way = wayOf(state, subject, route.method, Date.now())
      if (way === "bank-card") return <BankCardStep {...props} />
      return way === "identity" && state.identity !== undefined ? (
        <IdentityStep {...props} identity={state.identity} />
      ) : (
        <IdCardStep {...props} />
      )
    }
  }
}

/** 您已完成实名认证, with the level that it gave. */
const Done = ({ route, state, words, subject }: StepProps) => {
  const { back, size, session } = useShell()
  const own = words.done
  const title = isStaff(session) ? own.titleOf(data(subject.details.username)) : own.title
  const level = state.level ?? subject.details.level
  return (
    <Frame
      body={[
        barRow(route.method, "done", words, bodySize(size).columns),
        blank,
        row("  ", span(title, "good")),
        blank,
        row("  ", span(own.level(words.levels[level]), "strong")),
        ...warningRows(state, words, bodySize(size).columns),
        ...(route.method === "bank-ukey" ? [blank, row("  ", own.close)] : [])
      ]}
      actions={[{ id: "back", keys: ["Enter"], label: own.back, run: back }]}
      status={title}
    />
  )
}

type AbandonProps = StepProps & { readonly abandoning: NonNullable<StepProps["state"]["abandoning"]> }

/** Giving up is asked about, and what changes nothing is in focus first. */
const Abandon = ({ route, set, words, abandoning, state, reload }: AbandonProps) => {
  const { language, size, say } = useShell()
  const door = useDoor()
  const { run, start } = useRun<unknown>()
  const own = words.abandon
  const stay = () => set((now) => ({ ...now, abandoning: undefined }))
  const go = () =>
    start(door.execute("AbandonCertification", {}, envelopeOf(route)), {
      done: () => {
        set((now) => ({
          ...now,
          abandoning: undefined,
          step: "start",
          refusal: undefined,
          redirect: undefined,
          startAt: undefined,
          way: undefined,
          sent: undefined
        }))
        say(own.done)
        reload()
      }
    })
  return (
    <Frame
      body={[
        barRow(route.method, state.step, words, bodySize(size).columns),
        blank,
        row("  ", span(own.question, "strong")),
        blank,
        row("  ", own.effect),
        blank,
        row("  ", button(abandoning, "stay", own.stay), "   ", button(abandoning, "abandon", own.go)),
        ...refusedRows(run._tag === "Refused" ? run.refusal : undefined, language, bodySize(size).columns)
      ]}
      actions={[
        { id: "stay", keys: ["F7"], label: own.stay, run: stay },
        {
          id: "abandon",
          keys: [],
          label: own.go,
          quiet: true,
          run: go,
          disabled: run._tag === "Running" ? words.working : undefined
        }
      ]}
      status={own.effect}
      escape={stay}
      {...formKeys(abandonItems, abandoning, (next) =>
        set((now) => (now.abandoning === undefined ? now : { ...now, abandoning: next(now.abandoning) }))
      )}
    />
  )
}

import type { JourneyView, Refusal } from "@single-window/core"
import type * as Effect from "effect/Effect"
import { type Door, useDoor } from "../../hooks/useDoor.js"
import { useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import type { Everything } from "../../Live.js"
import type { Route } from "../../terminal/Route.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import type { Subject } from "../acting/subject.js"
import { advanced, type JourneyState, refused } from "./model.js"
import type { JourneyWords } from "./zhCN.js"

export type JourneyProps = ScreenProps<Extract<Route, { _tag: "Journey" }>, JourneyState, JourneyWords>

export interface StepProps extends JourneyProps {
  readonly subject: Subject
  /** Reads again where the account stands. */
  readonly reload: () => void
}

export type Answer = JourneyView & { readonly warnings?: ReadonlyArray<string | { readonly code: string }> | undefined }

const codesOf = (warnings: Answer["warnings"]): ReadonlyArray<string> =>
  (warnings ?? []).map((warning) => (typeof warning === "string" ? warning : warning.code))

export interface StepRun {
  readonly door: Door
  /** Why nothing can be submitted: something was, and is not answered yet. */
  readonly busy: string | undefined
  readonly submit: <A extends Answer>(
    work: Effect.Effect<A, Refusal, Everything>,
    then?: (state: JourneyState, answer: A) => JourneyState
  ) => void
  /** What `submit` does with an answer and with a refusal, for work that is not begun by a key. */
  readonly accept: (answer: Answer) => void
  readonly refuse: (refusal: Refusal) => void
  readonly abandon: Action
}

/** What every step does with an answer: go on where the front door says, or stay with all that was typed. */
export const useStep = ({ set, reload, words, state }: StepProps): StepRun => {
  const { say } = useShell()
  const door = useDoor()
  const { run, start } = useRun<Answer>()
  const accept = (answer: Answer, then: (state: JourneyState) => JourneyState = (next) => next) => {
    set((now) => then(advanced(now, answer, codesOf(answer.warnings))))
    say("")
    reload()
  }
  const refuse = (refusal: Refusal) => {
    set((now) => refused(now, refusal))
    reload()
  }
  const submit: StepRun["submit"] = (work, then) =>
    start(work, {
      done: (answer) => {
        // The work that was started is what answers.
        accept(answer, (next) => (then === undefined ? next : then(next, answer as Parameters<typeof then>[1])))
      },
      refused: refuse
    })
  const abandon: Action = {
    id: "abandon",
    keys: ["F9"],
    label: words.abandon.label,
    run: () => set((now) => ({ ...now, abandoning: { focus: "stay", texts: {}, choices: {}, shown: [] } })),
    disabled: state.step === "start" ? words.start.none : undefined
  }
  return { door, busy: run._tag === "Running" ? words.working : undefined, submit, accept, refuse, abandon }
}

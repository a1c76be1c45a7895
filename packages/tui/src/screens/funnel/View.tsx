import { messages } from "@single-window/core"
import * as Effect from "effect/Effect"
import { useEffect, useRef } from "react"
import { bars } from "../../components/bars.js"
import { refusalRows } from "../../components/refusal.js"
import { within } from "../../form/List.js"
import { listActions } from "../../form/listActions.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useRun } from "../../hooks/useRun.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, type Row, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { accountWords } from "../../text/accounts/index.js"
import { beijing } from "../../text/events/index.js"
import { terminalWords } from "../../text/terminal/index.js"
import { everyone } from "../accounts/filter.js"
import { readAll } from "../accounts/reading.js"
import { counted, type FunnelState, initial, levels, methods, nobody, reasons } from "./model.js"
import type { FunnelWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Funnel" }>, FunnelState, FunnelWords>

/** Numbers on the screen change no more often than this. */
const SHOWN_EVERY = 1000

export const FunnelView = ({ state, set, words }: Props) => {
  const { language, size } = useShell()
  const { columns, rows } = bodySize(size)
  const door = useDoor()
  const { run, start } = useRun<number>()
  const count = () => {
    let counts = nobody
    let shown = Date.now()
    set(() => initial)
    start(
      readAll(door, everyone, (accounts) =>
        Effect.sync(() => {
          counts = accounts.reduce(counted, counts)
          if (Date.now() - shown < SHOWN_EVERY) return
          shown = Date.now()
          const soFar = counts
          set((now) => ({ ...now, counts: soFar }))
        })
      ),
      { anew: true, done: () => set((now) => ({ ...now, counts, at: Date.now() })) }
    )
  }
  // Counted once; whoever comes back finds the numbers that were there.
  const begun = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (begun.current || state.at !== undefined) return
    begun.current = true
    count()
  }, [])

  const { counts, at } = state
  const names = accountWords[language]
  const title = (text: string): Row => row("  ", span(text, "strong"))
  const share = (number: number) =>
    counts.all === 0 ? "" : ` ${words.percent(Math.round((number / counts.all) * 100))}`
  const funnel = (["all", "complete", "begun", "certified"] as const).map(
    (step) => [words.steps[step], counts[step]] as const
  )
  const steps = messages[language].steps as Readonly<Record<string, string>>
  const journeys = Object.entries(counts.steps)
    .sort(([, a], [, b]) => b - a)
    .map(([step, number]) => [steps[step] ?? step, number] as const)
  const stopped = begun.current && run._tag !== "Running" && at === undefined
  const lines = [
    // The status line tells of the Esc itself; that the numbers are not whole must stay where they are.
    [...title(words.funnel), ...(stopped ? [span(`  ${words.stopped(counts.all)}`, "warn")] : [])],
    ...bars(funnel, columns).map((line, index): Row => [...line, span(share(funnel[index]?.[1] ?? 0))]),
    blank,
    title(words.levels),
    ...bars(
      levels.map((level) => [names.level[level], counts.levels[level]]),
      columns
    ),
    blank,
    title(words.stuck),
    ...bars(
      reasons.map((reason) => [words.reasons[reason], counts.stuck[reason]]),
      columns
    ),
    ...(journeys.length === 0 ? [] : [blank, title(words.stuckAt), ...bars(journeys, columns)]),
    blank,
    title(words.methods),
    ...bars(
      methods.map((method) => [names.method[method], counts.methods[method]]),
      columns
    )
  ]
  const last = Math.max(1, lines.length - rows + 1)
  const { at: from } = within({ at: state.from, from: state.from }, last, 1)
  const below = from < last - 1 ? terminalWords[language].below(last - 1 - from) : ""
  const status =
    run._tag === "Running"
      ? words.counting(counts.all)
      : at === undefined
        ? ""
        : words.counted(counts.all, beijing(new Date(at).toISOString(), 19)) + below
  return (
    <Frame
      body={run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : lines.slice(from, from + rows)}
      status={status}
      actions={[
        { id: "again", keys: ["r"], label: words.again, run: count },
        ...listActions(
          (next) => set((now) => ({ ...now, from: next(within({ at: now.from, from: now.from }, last, 1)).at })),
          last,
          rows,
          terminalWords[language]
        )
      ]}
    />
  )
}

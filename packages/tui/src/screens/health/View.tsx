import type { Refusal } from "@single-window/core"
import * as Effect from "effect/Effect"
import { useMemo } from "react"
import { Settings } from "../../commandLine/Settings.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { table } from "../../components/table.js"
import { within } from "../../form/List.js"
import { listActions } from "../../form/listActions.js"
import { useLoad } from "../../hooks/useRun.js"
import type { Everything } from "../../Live.js"
import { type Check, checksInside, nodeCheck } from "../../outside/checks.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { type Opened, useShell } from "../../terminal/Shell.js"
import { beijing } from "../../text/events/index.js"
import { terminalWords } from "../../text/terminal/index.js"
import { wordsIn } from "../../text/Words.js"
import { counted, type HealthState } from "./model.js"
import type { HealthWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Health" }>, HealthState, HealthWords>

/** The checks of `doctor`; what they found is put into words where it shows. */
const checked = (opened: Promise<Opened>): Effect.Effect<ReadonlyArray<Check>, Refusal, Everything> =>
  Effect.gen(function* () {
    const { settings } = yield* Effect.promise(() => opened)
    if (settings === undefined) return [nodeCheck()]
    return [nodeCheck(), ...(yield* Effect.provideService(checksInside(settings.configFile), Settings, settings))]
  })

const tones = { ok: "good", warning: "warn", failed: "bad", "not-configured": "plain" } as const

export const HealthView = ({ state, set, words }: Props) => {
  const { language, size, opened } = useShell()
  const { columns, rows } = bodySize(size)
  const work = useMemo(() => checked(opened), [opened])
  const { run, again } = useLoad(work, (checks) => set((now) => ({ ...now, checks, at: Date.now() })))
  const { checks, at } = state
  const height = Math.max(1, rows - 6)
  const list = within(state.list, checks.length, height)
  const one = checks[list.at]
  const { failed, warned } = counted(checks)
  const foundIn = ({ message: found }: Check) => found(wordsIn[language])
  const nameOf = ({ check }: Check) => words.names[check] ?? check
  const body = [
    ...table({
      columns: [
        { title: words.columns[0] ?? "", width: 16 },
        { title: words.columns[1] ?? "", width: 12 },
        { title: words.columns[2] ?? "", width: Math.max(10, columns - 3 - 16 - 12 - 4) }
      ],
      height,
      list,
      count: checks.length,
      item: (place) => checks[place],
      cells: (check) => [nameOf(check), words.badges[check.status], foundIn(check)],
      tone: ({ status }) => (status === "ok" ? "plain" : tones[status])
    }),
    blank,
    ...(run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : []),
    ...(checks.length === 0
      ? [row("  ", run._tag === "Running" ? words.probing : words.none)]
      : [row("  ", span(words.sum(failed, warned), failed > 0 ? "bad" : warned > 0 ? "warn" : "good"))]),
    ...(one === undefined ? [] : message(`${words.selected} ${nameOf(one)}: ${foundIn(one)}`, columns).slice(0, 3))
  ]
  const status =
    run._tag === "Running"
      ? words.probing
      : at === undefined
        ? ""
        : words.checked(beijing(new Date(at).toISOString(), 19))
  return (
    <Frame
      body={body}
      status={status}
      actions={[
        { id: "probe", keys: ["p", "r"], label: words.probe, run: again },
        ...listActions(
          (next) => set((now) => ({ ...now, list: next(within(now.list, checks.length, height)) })),
          checks.length,
          height,
          terminalWords[language]
        )
      ]}
    />
  )
}

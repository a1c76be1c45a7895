import * as Effect from "effect/Effect"
import { useEffect, useLayoutEffect, useRef } from "react"
import { listStatus } from "../../components/listStatus.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { table } from "../../components/table.js"
import { within } from "../../form/List.js"
import { listActions } from "../../form/listActions.js"
import { type Door, useDoor } from "../../hooks/useDoor.js"
import { useLoad } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { foldedIn } from "../../terminal/folded.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, fitted, type Row, row } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { terminalWords } from "../../text/terminal/index.js"
import { mayEdit } from "../acting/model.js"
import { certifyWords } from "../certify/words.js"
import { CorrectBox, RevealBox, UnlockBox } from "./Boxes.js"
import { type Drawing, eventCells, newestFirst, nextRows, overviewRows, pictureRows, whyRows } from "./bodies.js"
import {
  type AccountState,
  boxes,
  hidden,
  levelAbove,
  type Part,
  parts,
  revealSeconds,
  type Seen,
  shown
} from "./model.js"
import type { AccountWordsHere } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Account" }>, AccountState, AccountWordsHere>

const seenOf = (door: Door, account: string | undefined) =>
  Effect.gen(function* () {
    const details = yield* door.ask("AccountDetails", {}, account)
    return {
      details,
      explained: yield* door.ask("Explain", {}, account),
      completeness: yield* door.ask("Completeness", {}, account),
      plan: yield* door.ask("PlanTo", { level: levelAbove(details.level) }, account),
      history: yield* door.ask("History", {}, account)
    } satisfies Seen
  })

/** Whatever is in clear is hidden when its time is over, when the window changes its size, and when the screen is left. */
const useHiding = ({ revealed }: AccountState, set: Props["set"]) => {
  const { size } = useShell()
  const last = useRef({ size, set })
  const until = revealed?.until
  useEffect(() => {
    if (until === undefined) return
    const timer = setTimeout(() => last.current.set(hidden), Math.max(0, until - Date.now()))
    return () => clearTimeout(timer)
  }, [until])
  // With the frame itself, not some time after it: by then somebody may have unlocked what was locked.
  useLayoutEffect(() => {
    const changed = last.current.size !== size
    last.current = { size, set }
    if (changed) set(hidden)
  }, [size, set])
  useLayoutEffect(() => () => last.current.set(hidden), [])
}

const keysOf: Readonly<Record<Exclude<Part, "overview">, string>> = { timeline: "t", why: "w", next: "p" }

export const AccountView = ({ route, state, set, words }: Props) => {
  const { language, size, session, screenReader, askAgain, go } = useShell()
  const { columns, rows } = bodySize(size)
  const door = useDoor()
  const account = route.username === "" ? undefined : route.username
  const read = seenOf(door, account)
  const { run, again } = useLoad(read, (seen) => set((now) => ({ ...now, seen })))
  useHiding(state, set)
  const { seen, box, part } = state
  const seconds = revealSeconds(process.env)

  if (box !== undefined && seen !== undefined) {
    const props = { account: seen.details.username, set, words, again }
    switch (box._tag) {
      case "Reveal":
        return <RevealBox box={box} seconds={seconds} read={read} {...props} />
      case "Unlock":
        return <UnlockBox box={box} {...props} />
      case "Correct":
        return <CorrectBox box={box} {...props} />
    }
  }

  const drawing: Drawing = { words, language, columns, now: Date.now(), seconds }
  const whose = seen?.details.username ?? ""
  const entries = seen === undefined ? [] : newestFirst(seen)
  const linesOf = (of: Seen): ReadonlyArray<Row> => {
    if (part === "overview") return overviewRows(state, of, drawing, rows)
    return part === "why" ? whyRows(of, drawing) : part === "next" ? nextRows(of, drawing) : []
  }
  const lines = seen === undefined ? [] : foldedIn(linesOf(seen), columns)
  const timelineHeight = Math.max(1, rows - 10)
  const [count, height] = part === "timeline" ? [entries.length, timelineHeight] : [lines.length, rows]
  // Text is scrolled by lines: its last page is as far as it goes.
  const list = within(state.list, count, height)

  const timeline = (of: Seen): ReadonlyArray<Row> => {
    const entry = entries[list.at]
    return [
      ...pictureRows(of, drawing),
      ...table({
        columns: [
          { title: words.columns[0] ?? "", width: 16 },
          { title: words.columns[1] ?? "", width: columns - 3 - 16 - 22 - 4 },
          { title: words.columns[2] ?? "", width: 22 }
        ],
        height: timelineHeight,
        list,
        count: entries.length,
        item: (at) => entries[at],
        cells: (one) => eventCells(one, whose, language)
      }),
      blank,
      ...(entry === undefined
        ? []
        : [
            ...message(
              [words.version(entry.version, entries.length), ...eventCells(entry, whose, language).slice(1)].join(
                "   "
              ),
              columns
            ),
            ...(entry.reason === undefined ? [] : message(words.reason(entry.reason), columns))
          ])
    ]
  }

  const body = (): ReadonlyArray<Row> => {
    if (seen === undefined) {
      return run._tag === "Refused"
        ? refusalRows(run.refusal, language, columns)
        : [row("  ", terminalWords[language].processing)]
    }
    switch (part) {
      case "timeline":
        return timeline(seen)
      case "overview":
      case "why":
      case "next":
        return lines.slice(list.at, list.at + rows)
    }
  }

  const supervisor = session?.role === "supervisor" && session.actor._tag === "Staff"
  const unread = seen === undefined ? words.notRead : undefined
  const mayNot = supervisor ? unread : words.supervisorOnly
  const locked = seen?.details.status === "locked"
  const refresh = () => {
    set(hidden)
    again()
  }
  const toPart = (to: Exclude<Part, "overview">): Action => ({
    id: to,
    keys: [keysOf[to]],
    label: part === to ? words.overview : words[to],
    run: () => set((now) => shown(now, to)),
    disabled: unread
  })
  const actions: ReadonlyArray<Action> = [
    ...parts.flatMap((one) => (one === "overview" ? [] : [toPart(one)])),
    {
      id: "reveal",
      keys: ["F3"],
      label: state.revealed === undefined ? words.reveal : words.hide,
      run: () => set((now) => (now.revealed === undefined ? { ...now, box: boxes.reveal() } : hidden(now))),
      disabled: mayNot ?? (screenReader ? words.noScreenReader : askAgain === undefined ? words.noGate : undefined)
    },
    {
      id: "unlock",
      keys: ["u"],
      label: words.unlock,
      run: () => set((now) => ({ ...hidden(now), box: boxes.unlock() })),
      disabled: mayNot ?? (locked ? undefined : words.notLocked)
    },
    {
      id: "correct",
      keys: ["e"],
      label: words.correct,
      run: () =>
        set((now) => (now.seen === undefined ? now : { ...hidden(now), box: boxes.correct(now.seen.details) })),
      disabled: mayNot
    },
    ...(session !== undefined && mayEdit(session)
      ? [
          {
            id: "certify",
            keys: ["c"],
            label: certifyWords[language].title,
            run: () => go({ _tag: "Certify", ...(account === undefined ? {} : { account }) }),
            disabled: unread
          }
        ]
      : []),
    { id: "refresh", keys: ["r"], label: words.refresh, run: refresh },
    ...(part === "overview" && lines.length <= rows
      ? []
      : listActions(
          (next) => set((now) => ({ ...now, list: next(within(now.list, count, height)) })),
          part === "timeline" ? count : Math.max(1, count - rows + 1),
          height,
          terminalWords[language]
        ))
  ]
  const escape =
    state.revealed !== undefined
      ? () => set(hidden)
      : part !== "overview"
        ? () => set((now) => shown(now, part))
        : undefined
  const below = part === "timeline" ? 0 : Math.max(0, lines.length - rows)
  const more = below <= list.at ? "" : terminalWords[language].below(below - list.at)
  const here = `${words[part]}   ${fitted(data(whose), 40).trimEnd()}`
  const refusedLater = seen !== undefined && run._tag === "Refused"
  return (
    <Frame
      body={refusedLater ? [...refusalRows(run.refusal, language, columns), ...body()] : body()}
      actions={actions}
      escape={escape}
      status={
        seen === undefined
          ? ""
          : part === "timeline"
            ? listStatus(list, count, height, terminalWords[language], { usual: here })
            : `${here}${more}`
      }
    />
  )
}

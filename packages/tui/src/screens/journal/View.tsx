import { Store } from "@single-window/core"
import * as Effect from "effect/Effect"
import { field } from "../../components/field.js"
import { listHeight, listStatus } from "../../components/listStatus.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { table } from "../../components/table.js"
import { filterForm, filterItems, filterText } from "../../form/Filter.js"
import { formKeys } from "../../form/formKeys.js"
import { atTop, within } from "../../form/List.js"
import { listActions } from "../../form/listActions.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useLoad, useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import { foldedIn, LAID_OUT } from "../../terminal/folded.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, row, span, wrapped } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { isStaff } from "../../terminal/Session.js"
import { useShell } from "../../terminal/Shell.js"
import { terminalWords } from "../../text/terminal/index.js"
import { cellsOf, fieldNames, found, type JournalState, matcher, type UnknownField } from "./model.js"
import { type Read, readJournal, type Scope, scopeFor } from "./reading.js"
import type { JournalWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Journal" }>, JournalState, JournalWords>

const scopeText = (scope: Scope, username: string, words: JournalWords): string => {
  switch (scope) {
    case "all":
      return words.scopeAll
    case "enterprise":
      return words.scopeEnterprise
    case "one":
      return words.scopeOne(data(username))
    case "own":
      return words.scopeOwn
  }
}

export const JournalView = ({ route, state, set, words }: Props) => {
  const { language, size, session, say, go } = useShell()
  const { columns, rows } = bodySize(size)
  const door = useDoor()
  const { username } = route
  const reading =
    session === undefined ? Effect.succeed({ lines: [], before: undefined }) : readJournal(door, session, username)
  const { run, again } = useLoad(reading, (read: Read) => set((now) => ({ ...now, ...read, loaded: true })))
  const more = useRun<Read>()
  const chain = useRun<unknown>()
  const lines = found(state, language)
  const { typing } = state
  const scope = session === undefined ? "own" : scopeFor(session, username)
  const read = state.before === undefined ? String(state.lines.length) : words.atLeast(state.lines.length)
  const heading =
    typing === undefined
      ? row(
          `  ${words.filter} `,
          span(state.filter === "" ? words.noFilter : `/${data(state.filter)}`, "accent"),
          `   ${words.hits(lines.length, read)}   ${scopeText(scope, username, words)}`
        )
      : row(" ", ...field(filterItems, typing, "filter", { label: words.filter, labelWidth: 6, width: columns - 14 }))
  const one = lines[within(state.list, lines.length, 1).at]
  const details = () => {
    if (one === undefined) return [row("  ", state.loaded ? words.nothing : terminalWords[language].processing)]
    const [at = "", by = "", what = "", whose = ""] = cellsOf(one, language)
    const why = one.reason === undefined ? "" : `  ${words.reason(data(one.reason))}`
    const [first = "", ...others] = wrapped(`${words.details}  ${at}  ${data(by)} -> ${data(whose)}`, columns - 2)
    return [
      row("  ", span(first.slice(0, words.details.length), "strong"), first.slice(words.details.length)),
      ...others.map((line) => row("  ", line)),
      ...message(`${words.flow(one.version)}: ${data(what)}${why}`, columns)
    ]
  }
  const said = run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : details()
  const room = rows - 2 - foldedIn([heading], columns).length - (typing === undefined ? 0 : words.filterHelp.length)
  const height = listHeight(room - 3, room, said.length)
  const list = within(state.list, lines.length, height)
  const unknown = ({ field: name, near }: UnknownField) => words.unknownField(name, near, fieldNames[language])

  const older = () => {
    const { before } = state
    if (session === undefined || before === undefined) return
    more.start(readJournal(door, session, username, before), {
      done: (next) =>
        set((now) =>
          now.before === before ? { ...now, lines: [...now.lines, ...next.lines], before: next.before } : now
        )
    })
  }
  const verify = () => {
    say(words.verifying)
    chain.start(
      Effect.flatMap(Store, (store) => store.verifyJournal),
      {
        done: (answer) => {
          const report = answer as Effect.Effect.Success<Store["Type"]["verifyJournal"]>
          const { firstBad } = report
          const staff = isStaff(session)
          if (firstBad === undefined)
            return say(staff ? words.whole(report.events, report.streams) : words.wholeShort, "good")
          const { stream, version, fault } = firstBad
          return say(staff ? words.broken(stream, version, fault) : words.brokenShort, "bad")
        }
      }
    )
  }

  // In a narrow window the seconds go first, and the details below tell them.
  const [when, who, name] = columns < LAID_OUT ? [11, 10, 14] : [14, 20, 18]
  const listing = table({
    columns: [
      { title: words.columns[0] ?? "", width: when },
      { title: words.columns[1] ?? "", width: who },
      { title: words.columns[2] ?? "", width: columns - 3 - when - who - name - 6 },
      { title: words.columns[3] ?? "", width: name }
    ],
    height,
    list,
    count: lines.length,
    item: (at) => lines[at],
    cells: (line) => {
      const [at = "", ...others] = cellsOf(line, language)
      return [at.slice(5, 5 + when), ...others]
    }
  })
  if (typing !== undefined) {
    const apply = () => {
      const text = filterText(typing)
      const matches = matcher(text, language)
      if ("field" in matches) {
        set((now) => ({ ...now, problem: matches }))
        return say(unknown(matches), "bad")
      }
      return set((now) => ({ ...now, filter: text, list: atTop, typing: undefined, problem: undefined }))
    }
    return (
      <Frame
        body={[
          heading,
          ...words.filterHelp.map((line) => row("  ", line)),
          state.problem === undefined ? blank : row("  ", span(unknown(state.problem), "bad")),
          ...listing
        ]}
        actions={[{ id: "apply", keys: ["Enter"], label: words.apply, run: apply }]}
        escape={() => set((now) => ({ ...now, typing: undefined, problem: undefined }))}
        {...formKeys(filterItems, typing, (next) =>
          set((now) => (now.typing === undefined ? now : { ...now, typing: next(now.typing) }))
        )}
      />
    )
  }

  const opens = isStaff(session) || one?.username === session?.name
  const actions: ReadonlyArray<Action> = [
    {
      id: "open",
      keys: ["Enter"],
      label: words.open,
      run: () => {
        if (one !== undefined) go({ _tag: "Account", username: one.username })
      },
      disabled: one === undefined ? words.nothing : opens ? undefined : words.mayNotOpen
    },
    {
      id: "filter",
      keys: ["/"],
      label: words.refilter,
      run: () => set((now) => ({ ...now, typing: filterForm(now.filter) }))
    },
    { id: "verify", keys: ["c"], label: words.verify, run: verify },
    {
      id: "older",
      keys: ["o"],
      label: words.older,
      run: older,
      disabled: state.before === undefined ? words.noneOlder : undefined
    },
    { id: "refresh", keys: ["r"], label: words.refresh, run: again },
    ...listActions(
      (next) => set((now) => ({ ...now, list: next(within(now.list, lines.length, height)) })),
      lines.length,
      height,
      terminalWords[language]
    )
  ]
  return (
    <Frame
      body={[heading, ...listing, blank, ...said]}
      actions={actions}
      status={listStatus(list, lines.length, height, terminalWords[language], { of: read, usual: words.appendOnly })}
    />
  )
}

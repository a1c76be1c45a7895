import { homedir } from "node:os"
import { basename } from "node:path"
import { Actor, type MigrationClass, migrationClassNames, type Refusal } from "@single-window/core"
import * as Effect from "effect/Effect"
import { migrationFiles } from "../../commandLine/migrationFile.js"
import { listStatus } from "../../components/listStatus.js"
import { message } from "../../components/message.js"
import { type Progress, progressBar } from "../../components/progressBar.js"
import { stepBar } from "../../components/stepBar.js"
import { table } from "../../components/table.js"
import { valueOf, withFocus } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { atTop, within } from "../../form/List.js"
import { listActions } from "../../form/listActions.js"
import { useRun } from "../../hooks/useRun.js"
import type { Action } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import { terminalWords } from "../../text/terminal/index.js"
import { en } from "./en.js"
import {
  already,
  type FileFacts,
  type ImportState,
  importable,
  initial,
  items,
  KEPT,
  left,
  nextFilter,
  pathOf,
  shown,
  shownUsername,
  why
} from "./model.js"
import { choosingRows, fileRow, problemRows } from "./rows.js"
import {
  type Compared,
  type FileWrong,
  type Imported,
  importFile,
  type Screened,
  screenFile,
  writeErrors
} from "./work.js"
import { type ImportWords, zhCN } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Import" }>, ImportState, ImportWords>

/** Lines of the body that are not the table's. */
const AROUND = 11
const classes: ReadonlyArray<MigrationClass> = ["ready", "fixable", "needs-administrator", "duplicate", "invalid"]

const at = { choose: 0, screen: 1, screened: 1, import: 2, imported: 3 } as const

export const ImportView = ({ state, set, words }: Props) => {
  const { language, session, size, say: tellPerson, screenReader, kept, setBackground, park, at: where } = useShell()
  const { run, start } = useRun<Screened | Imported | string | FileWrong>()
  const { columns, rows } = bodySize(size)
  const here = () => where()._tag === "Import"
  // What goes on without this screen is told in its own words when it ends, and nothing of the file elsewhere.
  const say: typeof tellPerson = (text, tone) => (here() ? tellPerson(text, tone) : tellPerson(words.endedElsewhere))
  const importing = state.busy && kept.current.size > 0
  const running = run._tag === "Running" || importing
  const { file, phase, progress } = state
  const supervisor = session?.role === "supervisor"
  const [compared, usual]: readonly [Compared, string | undefined] = supervisor
    ? ["with-the-store", undefined]
    : ["within-the-file", words.withinFile]

  const tell = (now: Progress) => {
    if (!screenReader) set((before) => ({ ...before, progress: now }))
  }
  const tellImport = (now: Progress) => {
    tell(now)
    const { done, total } = now
    if (!screenReader) setBackground({ zh: zhCN.background(done, total), en: en.background(done, total) })
  }
  const wrong = (path: string, problem: FileWrong) => {
    if (problem._tag === "FileChanged") return say(words.changed, "bad")
    if (problem._tag === "ReportNotWritten") return say(words.notWritten(data(problem.path)), "bad")
    void Effect.runPromise(migrationFiles).then(({ fileProblemSentence }) =>
      say(`${data(basename(path))}: ${fileProblemSentence(problem, language)}`, "bad")
    )
  }
  const isWrong = (value: object): value is FileWrong => "_tag" in value
  const refused = (refusal: Refusal) => say(sentenceOf(refusal, language), "bad")

  const screen = () => {
    const path = pathOf(state, homedir())
    if (path === "") {
      set((now) => ({ ...now, form: withFocus(now.form, "path") }))
      return say(words.noPath, "warn")
    }
    const began = Date.now()
    set((now) => ({ ...now, phase: "screen", progress: { done: 0, total: 0, since: began, now: began } }))
    start(screenFile(path, tell, compared), {
      refused: (refusal) => {
        set((now) => ({ ...now, phase: "choose" }))
        refused(refusal)
      },
      done: (value) => {
        if (typeof value === "string" || !("file" in value)) {
          set((now) => ({ ...now, phase: "choose" }))
          return typeof value === "object" && isWrong(value) ? wrong(path, value) : undefined
        }
        const { summary, ...rest } = value
        set((now) => ({ ...now, ...rest, phase: "screened", screened: summary, list: atTop, only: undefined }))
      }
    })
  }
  const exportErrors = (path: string) =>
    start(writeErrors(path, compared), {
      kept: !here(),
      refused,
      done: (value) => {
        if (typeof value !== "string") return isWrong(value) ? wrong(path, value) : undefined
        set((now) => ({ ...now, written: value }))
        if (here()) say(words.written(data(basename(value))), "good")
      }
    })
  const reason = valueOf(state.form, "reason").trim()
  const load = (from: FileFacts) => {
    const began = Date.now()
    set((now) => ({
      ...now,
      phase: "import",
      busy: true,
      problems: [],
      imported: undefined,
      progress: { done: 0, total: from.lines, since: began, now: began }
    }))
    const by = { actor: session?.actor ?? Actor.Anonymous(), envelope: { reason } }
    const soon = ({ summary, problems }: Imported) => set((now) => ({ ...now, imported: summary, problems }))
    // What changes by itself would be read aloud again and again.
    start(importFile(from, by, tellImport, soon, screenReader ? Number.POSITIVE_INFINITY : undefined), {
      kept: true,
      ended: () => {
        setBackground(undefined)
        set((now) => ({ ...now, busy: false }))
      },
      refused,
      done: (value) => {
        if (typeof value === "string" || "file" in value) return
        if (isWrong(value)) return wrong(from.path, value)
        set((now) => ({ ...now, phase: "imported", imported: value.summary, problems: value.problems, list: atTop }))
        if (!here()) say("")
        if (left(value.summary) > 0) exportErrors(from.path)
      }
    })
  }

  const stop = () => {
    for (const end of [...kept.current]) end()
  }
  const another: Action = {
    id: "another",
    keys: ["b"],
    label: words.another,
    disabled: running ? words.running : undefined,
    run: () => set((now) => ({ ...initial, form: now.form }))
  }

  if (phase === "choose" || (phase === "screen" && !running)) {
    return (
      <Frame
        body={choosingRows(state, words, columns)}
        actions={[{ id: "screen", keys: ["Enter"], label: words.screen, run: screen }]}
        {...formKeys(items, state.form, (change) => set((now) => ({ ...now, form: change(now.form) })))}
      />
    )
  }

  const bar = progress.total === 0 ? blank : progressBar(progress, terminalWords[language])
  if (phase === "screen" || file === undefined) {
    return (
      <Frame body={[stepBar(words.steps, 1, columns), blank, row("  ", words.screening), blank, bar]} actions={[]} />
    )
  }

  const problems = shown(state)
  const summary = state.imported ?? state.screened
  const height = Math.max(3, rows - AROUND)
  const list = within(state.list, problems.length, height)
  const selected = problems[list.at]
  const countOf = (name: MigrationClass) => `${migrationClassNames[name][language]} ${summary?.[name] ?? 0}`
  const toImport = state.screened === undefined ? 0 : importable(state.screened)
  const mayNot = !supervisor
    ? words.notSupervisor
    : toImport === 0 && phase === "screened"
      ? words.nothing
      : reason === ""
        ? words.noReason
        : undefined
  const startLabel = phase === "screened" ? words.start : phase === "import" ? words.resume : words.again
  const actions: ReadonlyArray<Action> = [
    {
      id: "import",
      keys: ["Enter"],
      label: startLabel,
      disabled: running ? words.running : mayNot,
      run: () => load(file)
    },
    {
      id: "only",
      keys: ["f"],
      label: words.filter,
      run: () => set((now) => ({ ...now, only: nextFilter(now.only), list: atTop }))
    },
    {
      id: "export",
      keys: ["x"],
      label: words.exportErrors,
      disabled: running ? words.running : undefined,
      run: () => exportErrors(file.path)
    },
    ...(importing ? [{ id: "stop", keys: ["s"], label: words.stop, run: stop }] : []),
    another,
    ...listActions(
      (change) => set((now) => ({ ...now, list: change(within(now.list, problems.length, height)) })),
      problems.length,
      height,
      terminalWords[language]
    )
  ]
  const before = summary === undefined ? 0 : already(summary)
  const digest = file.digest.slice(0, 8)
  const seconds = ((progress.now - progress.since) / 1000).toFixed(1)
  const second =
    phase === "screened"
      ? row("  ", words.screened(toImport, before, (summary?.rows ?? 0) - toImport - before, seconds, digest))
      : row(
          "  ",
          ...(running && phase === "import"
            ? []
            : [
                span(phase === "import" ? words.paused : words.done, phase === "import" ? "warn" : "good"),
                span("   ")
              ]),
          words.importing(
            state.imported?.imported ?? 0,
            state.imported === undefined ? 0 : already(state.imported),
            state.imported === undefined ? 0 : left(state.imported)
          )
        )
  const third =
    phase === "screened"
      ? message(classes.map(countOf).join("   "), columns)
      : phase === "import"
        ? [bar]
        : [row("  ", state.written === undefined ? "" : words.written(data(basename(state.written))))]
  const heading =
    state.only === undefined
      ? words.all(problems.length)
      : words.only(migrationClassNames[state.only][language], problems.length)
  const body = [
    stepBar(words.steps, at[phase], columns),
    fileRow(file, words),
    second,
    ...third,
    row("  ", span(heading, "strong"), state.problems.length >= KEPT ? `   ${words.capped(KEPT)}` : ""),
    ...table({
      columns: [
        { title: words.columns.line, width: 6 },
        { title: words.columns.username, width: 18 },
        { title: words.columns.class, width: 14 },
        { title: words.columns.why, width: Math.max(10, columns - 3 - 6 - 18 - 14 - 6) }
      ],
      height,
      list,
      count: problems.length,
      item: (place) => problems[place],
      cells: (problem) => [
        String(problem.line),
        shownUsername(problem.username),
        migrationClassNames[problem.class][language],
        why(problem, language)
      ]
    }),
    ...(selected === undefined ? [row("  ", words.none)] : problemRows(selected, words, language, columns))
  ]
  return (
    <Frame
      body={body}
      actions={actions}
      status={listStatus(list, problems.length, height, terminalWords[language], {
        usual: importing ? words.goesOn : phase === "import" ? words.resumable : usual
      })}
      escape={importing ? park : undefined}
    />
  )
}

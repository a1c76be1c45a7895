import type { MigrationFileRefused, ReportNotWritten } from "@single-window/adapters/migration-file"
import type { ScreenedRow, ScreeningSummary } from "@single-window/core"
import * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type Failed, NotUsable, Usage } from "./Failed.js"
import { Output } from "./Output.js"
import { Settings } from "./Settings.js"

/** The adapter that reads and reports on files of migrated accounts. */
export const migrationFiles = Effect.promise(() => import("@single-window/adapters/migration-file"))

const notThere: ReadonlySet<string> = new Set(["not-found", "not-readable", "not-a-file"])

/** A file that is not there is a slip of the command line; one that is and cannot be used was found to be wrong. */
export const fileFailed =
  (path: string) =>
  (error: MigrationFileRefused | ReportNotWritten): Effect.Effect<never, Failed, Settings> =>
    Effect.gen(function* () {
      const { language, words } = yield* Settings
      if (error._tag === "ReportNotWritten")
        return yield* Effect.fail(new Usage({ message: words.screen.reportNotWritten(error.path) }))
      const { fileProblemSentence } = yield* migrationFiles
      const message = `${path}${language === "zh" ? "：" : ": "}${fileProblemSentence(error, language)}`
      return yield* Effect.fail(notThere.has(error.problem) ? new Usage({ message }) : new NotUsable({ message }))
    })

/** Goes through the rows, and writes the report of them where one is asked for. */
export const reported = <E, R>(
  report: Option.Option<string>,
  rows: Stream.Stream<ScreenedRow, E, R>
): Effect.Effect<void, E | ReportNotWritten, R> =>
  report._tag === "None"
    ? Stream.runDrain(rows)
    : Effect.flatMap(migrationFiles, ({ writeReport }) => writeReport(report.value, rows))

/** A few rows of each class are what somebody wants to see on a screen; the rest is in the report. */
const SHOWN = 3

const order = ["invalid", "duplicate", "needs-administrator", "fixable", "ready"] as const

type Shown = Pick<ScreenedRow, "line" | "username" | "class" | "reasons">

/** Keeps the first few rows of each class that somebody has to look at, the gravest class first. */
export const examples = () => {
  const kept = new Map<Shown["class"], Array<Shown>>()
  return {
    add: ({ line, username, class: name, reasons }: Shown) => {
      const rows = kept.get(name) ?? []
      if (name === "ready" || rows.length >= SHOWN) return
      kept.set(name, [...rows, { line, username, class: name, reasons }])
    },
    rows: (): ReadonlyArray<Shown> => order.flatMap((name) => kept.get(name) ?? [])
  }
}

/** What a screening or an import found, for people. */
export const said = (summary: ScreeningSummary, rows: ReadonlyArray<Shown>) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const { line } = yield* Output
    const { migrationClassNames, nextStep, reasonSentence } = yield* Effect.promise(() => import("@single-window/core"))
    yield* line(words.screen.rows(summary.rows))
    for (const name of [...order].reverse()) yield* line(`  ${migrationClassNames[name][language]}  ${summary[name]}`)
    if (rows.length === 0) return
    yield* line(words.screen.examples)
    for (const row of rows) {
      const why = row.reasons.map((reason) => reasonSentence(reason, language)).join(language === "zh" ? "；" : "; ")
      yield* line(`  ${words.screen.row(row.line)} ${migrationClassNames[row.class][language]}  ${why}`)
      yield* line(`      → ${nextStep(row, language)}`)
    }
  })

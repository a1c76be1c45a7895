import { existsSync } from "node:fs"
import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { argument } from "../commandLine/arguments.js"
import { examples, fileFailed, migrationFiles, reported, said } from "../commandLine/migrationFile.js"
import { Output } from "../commandLine/Output.js"
import { progress } from "../commandLine/progress.js"
import { Settings } from "../commandLine/Settings.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

interface Asked {
  readonly file: string
  readonly report: Option.Option<string>
}

/** A store that is not there yet holds nothing that a row could meet, so screening does without it. */
const settingsFor = Effect.gen(function* () {
  const settings = yield* Settings
  const { database, words } = settings
  if (database.kind !== "sqlite" || existsSync(database.path)) return settings
  yield* (yield* Output).note(words.screen.alone(database.path))
  return { ...settings, database: { kind: "memory" } as const, keyFile: undefined }
})

const screen = ({ file, report }: Asked) =>
  Effect.gen(function* () {
    const output = yield* Output
    const core = yield* Effect.promise(() => import("@single-window/core"))
    const files = yield* migrationFiles
    const layout = yield* files.inspect(file)
    const settings = yield* settingsFor
    const { step, summary } = core.screening()
    const shown = examples()
    const bar = yield* progress(layout.lines)
    const rows = Stream.unwrap(
      Effect.gen(function* () {
        const policy = yield* core.CurrentPolicy
        const today = core.chinaDate(yield* Clock.currentTimeMillis)
        return files.rowsOf(layout).pipe(
          Stream.mapEffect((read) =>
            Effect.gen(function* () {
              const assessed = core.assess(read, policy, today)
              const row = step(assessed, yield* core.claimHolders(assessed))
              shown.add(row)
              yield* bar.at(row.line)
              return row
            })
          )
        )
      })
    )
    const screened = Effect.catchTags(reported(report, rows), {
      MigrationFileRefused: fileFailed(file),
      ReportNotWritten: fileFailed(file)
    })
    yield* withDoor("existing", screened).pipe(Effect.ensuring(bar.end), Effect.provideService(Settings, settings))
    yield* output.json(summary())
    yield* said(summary(), shown.rows())
    if (Option.isSome(report)) yield* output.line(settings.words.screen.reportWritten(report.value))
  }).pipe(Effect.catchTag("MigrationFileRefused", fileFailed(file)))

export const screenFile = (words: Words) =>
  Command.make(
    "screen",
    {
      file: argument(Args.text({ name: "FILE" }), words).pipe(Args.withDescription(words.screen.file)),
      report: Options.text("report").pipe(Options.withDescription(words.screen.report), Options.optional)
    },
    screen
  ).pipe(Command.withDescription(words.screen.summary))

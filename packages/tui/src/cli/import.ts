import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
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

/** Whatever was stored when it is interrupted stays; the same file again skips those rows and goes on. */
const importAll = ({ file, report }: Asked) =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const { words } = settings
    const output = yield* Output
    const core = yield* Effect.promise(() => import("@single-window/core"))
    const { BATCH, importer } = yield* Effect.promise(() => import("../commandLine/importRows.js"))
    const files = yield* migrationFiles
    const layout = yield* files.inspect(file)
    const shown = examples()
    const bar = yield* progress(layout.lines)
    const { importTurn } = yield* Effect.promise(() => import("../ground.js"))
    const everything = Effect.gen(function* () {
      yield* importTurn(settings)
      const policy = yield* core.CurrentPolicy
      const today = core.chinaDate(yield* Clock.currentTimeMillis)
      const { add, summary } = importer(policy, today)
      const outcomes = files.rowsOf(layout).pipe(
        Stream.grouped(BATCH),
        Stream.mapEffect((batch) =>
          Effect.gen(function* () {
            const rows = yield* add(Chunk.toReadonlyArray(batch))
            for (const row of rows) shown.add(row)
            yield* bar.at(rows.at(-1)?.line ?? 0)
            return Chunk.fromIterable(rows)
          })
        ),
        Stream.flattenChunks
      )
      yield* reported(report, outcomes)
      return summary()
    }).pipe(
      Effect.scoped,
      Effect.catchTags({ MigrationFileRefused: fileFailed(file), ReportNotWritten: fileFailed(file) })
    )
    const summary = yield* withDoor("create", everything).pipe(Effect.ensuring(bar.end))
    yield* output.json(summary)
    yield* said(summary, shown.rows())
    yield* output.line(words.import.stored(summary.imported, summary.skipped))
  }).pipe(Effect.catchTag("MigrationFileRefused", fileFailed(file)))

export const importFile = (words: Words) =>
  Command.make(
    "import",
    {
      file: argument(Args.text({ name: "FILE" }), words).pipe(Args.withDescription(words.screen.file)),
      report: Options.text("report").pipe(Options.withDescription(words.screen.report), Options.optional)
    },
    importAll
  ).pipe(Command.withDescription(words.import.summary))

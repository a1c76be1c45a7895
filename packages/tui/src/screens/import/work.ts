import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import type { MigrationFileRefused, ReportNotWritten } from "@single-window/adapters/migration-file"
import {
  assess,
  CurrentPolicy,
  chinaDate,
  claimHolders,
  type Refusal,
  type ScreenedRow,
  type ScreeningSummary,
  type Store,
  screening
} from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type ImportedBy, type ImportSummary, importer } from "../../commandLine/importRows.js"
import { migrationFiles } from "../../commandLine/migrationFile.js"
import type { Progress } from "../../components/progressBar.js"
import type { Everything } from "../../Live.js"
import { counted, errorsPathOf, type FileFacts, isProblem, kept, type Problem, ticks } from "./model.js"

/** Rows between two looks at the keyboard: the store is asked without waiting, and would keep keys out for that long. */
export const STEP = 25

/** Lets keys and the screen have their turn. */
const breathe = Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))

/** Why a file cannot be used; no refusal of the front door. */
export type FileWrong = MigrationFileRefused | ReportNotWritten | { readonly _tag: "FileChanged" }

const digestOf = (path: string) =>
  Effect.promise(async () => {
    const hash = createHash("sha256")
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
    return hash.digest("hex")
  })

const today = Effect.map(Clock.currentTimeMillis, chinaDate)

export type Tell = (progress: Progress) => void

const follower = (total: number, tell: Tell, since: number) => {
  const due = ticks()
  return (done: number) =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      if (due(now)) tell({ done, total, since, now })
    })
}

/**
 * Whose documents a row is compared with. Whether a number is somebody's in the store, and whose, is what only a supervisor may find
 * out: whoever else could ask for one number after the other would read what is masked.
 */
export type Compared = "with-the-store" | "within-the-file"

/** Every row with what storing it would meet; nothing is written. */
const screenedRows = (
  layout: Parameters<Awaited<typeof import("@single-window/adapters/migration-file")>["rowsOf"]>[0],
  compared: Compared
) =>
  Effect.gen(function* () {
    const files = yield* migrationFiles
    const policy = yield* CurrentPolicy
    const date = yield* today
    const { step, summary } = screening()
    const rows: Stream.Stream<ScreenedRow, MigrationFileRefused | Refusal, Store> = files.rowsOf(layout).pipe(
      Stream.grouped(STEP),
      Stream.mapEffect((batch) =>
        Effect.zipRight(
          breathe,
          Effect.forEach(batch, (read) => {
            const assessed = assess(read, policy, date)
            return Effect.map(claimHolders(assessed), (holderOf) =>
              step(assessed, (claim) =>
                claim.kind === "document" && compared === "within-the-file" ? undefined : holderOf(claim)
              )
            )
          })
        )
      ),
      Stream.mapConcat((batch) => batch)
    )
    return { rows, summary }
  })

export interface Screened {
  readonly file: FileFacts
  readonly summary: ScreeningSummary
  readonly problems: ReadonlyArray<Problem>
  readonly progress: Progress
}

/** The dry run: what would become of each row. */
export const screenFile = (
  path: string,
  tell: Tell,
  compared: Compared
): Effect.Effect<Screened | FileWrong, Refusal, Everything> =>
  Effect.gen(function* () {
    const files = yield* migrationFiles
    const since = yield* Clock.currentTimeMillis
    const layout = yield* files.inspect(path)
    const digest = yield* digestOf(path)
    const at = follower(layout.lines, tell, since)
    let problems: ReadonlyArray<Problem> = []
    const { rows, summary } = yield* screenedRows(layout, compared)
    yield* Stream.runForEach(rows, (row) => {
      problems = kept(problems, row)
      return at(row.line)
    })
    const { format, encoding, lines } = layout
    const now = yield* Clock.currentTimeMillis
    return {
      file: { path, format, encoding, lines, digest },
      summary: summary(),
      problems,
      progress: { done: lines, total: lines, since, now }
    }
  }).pipe(Effect.catchTag("MigrationFileRefused", (wrong) => Effect.succeed(wrong)))

export interface Imported {
  readonly summary: ImportSummary
  readonly problems: ReadonlyArray<Problem>
}

/** What has come of an import so far, told now and then, and when it ends however it ends: that much is stored. */
export type Soon = (so: Imported) => void

/** Stores the file that was screened. Each row is a commit of its own and the same row again is passed over, so it can be cut anywhere. */
export const importFile = (
  file: FileFacts,
  by: ImportedBy,
  tell: Tell,
  soon: Soon,
  every = 1000
): Effect.Effect<Imported | FileWrong, Refusal, Everything> =>
  Effect.gen(function* () {
    const files = yield* migrationFiles
    const layout = yield* files.inspect(file.path)
    if ((yield* digestOf(file.path)) !== file.digest) return { _tag: "FileChanged" } as const
    const { add, summary } = importer(yield* CurrentPolicy, yield* today, by)
    const progress = counted(yield* Clock.currentTimeMillis)
    const due = ticks(every)
    let problems: ReadonlyArray<Problem> = []
    let done = 0
    const so = Effect.map(Clock.currentTimeMillis, (now) => progress(done, layout.lines, summary().imported, now))
    const sum = Effect.map(so, (now) => {
      tell(now)
      soon({ summary: summary(), problems })
    })
    yield* files.rowsOf(layout).pipe(
      Stream.grouped(STEP),
      Stream.runForEach((batch) =>
        Effect.gen(function* () {
          yield* breathe
          const rows = yield* add(Chunk.toReadonlyArray(batch))
          for (const row of rows) problems = kept(problems, row)
          done = rows.at(-1)?.line ?? done
          // Asked after each step, whether it is told or not: it has to know when the storing began.
          const now = yield* so
          if (due(now.now)) yield* sum
        })
      ),
      Effect.ensuring(sum)
    )
    return { summary: summary(), problems }
  }).pipe(Effect.catchTag("MigrationFileRefused", (wrong) => Effect.succeed(wrong)))

/** Writes the rows that nobody can certify as they are beside the file, without anything of a person but the user name. */
export const writeErrors = (path: string, compared: Compared): Effect.Effect<string | FileWrong, Refusal, Everything> =>
  Effect.gen(function* () {
    const files = yield* migrationFiles
    const { rows } = yield* screenedRows(yield* files.inspect(path), compared)
    const errors = errorsPathOf(path)
    yield* files.writeReport(errors, Stream.filter(rows, isProblem))
    return errors
  }).pipe(
    Effect.catchTags({
      MigrationFileRefused: (wrong) => Effect.succeed(wrong),
      ReportNotWritten: (wrong) => Effect.succeed(wrong)
    })
  )

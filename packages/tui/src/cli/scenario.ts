import type { Dirent } from "node:fs"
import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import type { Language } from "@single-window/core"
import type { Failure, ScenarioReport } from "@single-window/testkit/scenario"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { argument } from "../commandLine/arguments.js"
import { CouldNotAsk, FoundWrong, Usage } from "../commandLine/Failed.js"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import type { Words } from "../text/Words.js"

const isScenario = ({ name }: Dirent): boolean => /\.(ya?ml|json)$/.test(name) && !name.endsWith(".schema.json")

/** A folder stands for every scenario in it, in the order of their paths. */
const filesIn = async (path: string): Promise<ReadonlyArray<string>> => {
  if (!(await stat(path)).isDirectory()) return [path]
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile() && isScenario(entry))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const reading = <A>(path: string, words: Words, read: () => Promise<A>): Effect.Effect<A, Usage> =>
  Effect.tryPromise({ try: read, catch: () => new Usage({ message: words.usage.inputUnreadable(path) }) })

/** Nobody reads a long answer on one line. */
const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value))

const failureLines = (
  { step, line, what, expected, actual, english, history }: Failure,
  file: string,
  words: Words,
  language: Language
) => [
  `  ${file}:${line}  ${words.scenario.step(step)}  ${what}`,
  `    ${words.scenario.expected}  ${shown(expected)}`,
  `    ${words.scenario.actual}  ${shown(actual)}`,
  // The report itself holds the Chinese sentence, which is the one that a file may assert.
  ...(english === undefined || language === "zh" ? [] : [`    ${words.scenario.refused}  ${english}`]),
  ...(history ?? []).map(({ at, event, details }) => {
    const rest = Object.keys(details).length === 0 ? "" : `  ${shown(details)}`
    return `    · ${at}  ${event}${rest}`
  })
]

const say = (report: ScenarioReport) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const output = yield* Output
    const { file, title, passed, failures } = report
    yield* output.json(report)
    yield* output.line(`${passed ? "✓" : "✗"} ${title}  ${file}`)
    for (const failure of failures) {
      for (const line of failureLines(failure, file, words, language)) yield* output.line(line)
    }
  })

/** Runs one file; a file with a mistake in it is told on standard error, every mistake by its line, and counts as failed. */
const runFile = (file: string) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const output = yield* Output
    const { run } = yield* Effect.promise(() => import("@single-window/testkit/scenario"))
    const text = yield* reading(file, words, () => readFile(file, "utf8"))
    const answer = yield* Effect.either(run(text, file))
    if (Either.isRight(answer)) {
      yield* say(answer.right)
      return answer.right.passed
    }
    const wrong = answer.left
    if (wrong._tag === "StoreUnavailable") return yield* Effect.fail(new CouldNotAsk({ message: wrong.reason }))
    yield* output.json({ file, title: null, passed: false, steps: 0, failures: [], problems: wrong.problems })
    for (const line of wrong.lines(language)) yield* output.note(line)
    return false
  })

const runAll = (paths: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const { words } = yield* Settings
    const output = yield* Output
    const found = yield* Effect.forEach(paths, (path) =>
      Effect.tap(
        reading(path, words, () => filesIn(path)),
        (files) => (files.length === 0 ? output.note(words.scenario.none(path)) : Effect.void)
      )
    )
    const passed = yield* Effect.forEach(found.flat(), runFile)
    const failed = passed.filter((one) => !one).length
    yield* output.note(words.scenario.sum(passed.length - failed, failed))
    if (failed > 0 || passed.length === 0) return yield* Effect.fail(new FoundWrong())
  })

export const scenario = (words: Words) =>
  Command.make(
    "scenario",
    {
      files: argument(Args.text({ name: "FILE" }).pipe(Args.withDescription(words.scenario.file)), words).pipe(
        Args.atLeast(1)
      )
    },
    ({ files }) => runAll(files)
  ).pipe(Command.withDescription(words.scenario.summary))

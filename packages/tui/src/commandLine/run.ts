import * as CliConfig from "@effect/cli/CliConfig"
import * as Command from "@effect/cli/Command"
import * as HelpDoc from "@effect/cli/HelpDoc"
import * as ValidationError from "@effect/cli/ValidationError"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import * as Terminal from "@effect/platform/Terminal"
import type { Language } from "@single-window/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { type SubCommand, subCommands } from "../cli/index.js"
import { safeText } from "../safeText.js"
import { parserInChinese } from "../text/parserZhCN.js"
import { type Words, wordsIn } from "../text/Words.js"
import { arrange } from "./arrange.js"
import { type Failed, Usage } from "./Failed.js"
import { globalOptions } from "./globals.js"
import { helpText } from "./helpText.js"
import { languageOf } from "./language.js"
import { nearest } from "./nearest.js"
import { Output, output, write } from "./Output.js"
import { Settings, settingsOf } from "./Settings.js"

const NAME = "single-window"
const VERSION = "0.1.0"

/** What the parser answers by itself. */
const builtIns = /^(-h|--help|--version|--wizard|--completions|--log-level)/

const configuration = CliConfig.layer({ isCaseSensitive: true, showBuiltIns: true })

type Environment = Readonly<Record<string, string | undefined>>

const isSubCommand = (name: string | undefined): name is keyof typeof subCommands =>
  name !== undefined && Object.hasOwn(subCommands, name)

/** The one that was asked for, or all of them, for a shell's completions. */
const load = (name: string | undefined): Promise<ReadonlyArray<SubCommand>> =>
  Promise.all(isSubCommand(name) ? [subCommands[name]()] : Object.values(subCommands).map((one) => one()))

const colours = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*m`, "g")

/** The parser's own words: help goes to standard output, coloured on a terminal only; what it says of mistakes we say ourselves. */
const quiet = (console: Console.Console, environment: Environment, language: Language): Console.Console => {
  const plain = !process.stdout.isTTY || (environment.NO_COLOR ?? "") !== ""
  return {
    ...console,
    log: (...texts) => {
      const help = language === "zh" ? parserInChinese(texts.join(" ")) : texts.join(" ")
      return write(process.stdout, `${plain ? help.replace(colours, "") : help}\n`)
    },
    error: () => Effect.void
  }
}

/** The parser asks for these and uses them for prompts and for files it reads itself, of which we have none. */
const noPrompts = Terminal.Terminal.of({
  columns: Effect.sync(() => process.stdout.columns ?? 80),
  rows: Effect.sync(() => process.stdout.rows ?? 24),
  isTTY: Effect.sync(() => process.stdout.isTTY === true),
  readInput: Effect.dieMessage("no prompts here"),
  readLine: Effect.fail(new Terminal.QuitException()),
  display: (text) => write(process.stdout, text)
})

/** Whatever a library logs: never among the answers, and one line. */
const toStandardError = Logger.replace(
  Logger.defaultLogger,
  Logger.make(({ message }) => {
    process.stderr.write(`${safeText(String(message))}\n`)
  })
)

const wrongUse = (error: ValidationError.ValidationError, argv: ReadonlyArray<string>, { usage }: Words): Usage => {
  // Only a sub-command below another gets this far: the first one is known by now.
  const below = argv.filter((word) => !word.startsWith("-")).at(-1) ?? ""
  return new Usage({
    message: ValidationError.isCommandMismatch(error)
      ? usage.unknownSubCommand(below, undefined)
      : usage.parser(safeText(HelpDoc.toAnsiText(error.error)).trim())
  })
}

/** Prompts are the library's own wizard alone, and only that waits for them to be loaded. */
const terminalFor = (argv: ReadonlyArray<string>): Effect.Effect<Layer.Layer<Terminal.Terminal>> =>
  argv.includes("--wizard")
    ? Effect.map(
        Effect.promise(() => import("@effect/platform-node/NodeTerminal")),
        ({ layer }) => layer
      )
    : Effect.succeed(Layer.succeed(Terminal.Terminal, noPrompts))

/** Runs a command line to its end. How it ended other than well is the failure. */
export const run = (given: ReadonlyArray<string>, environment: Environment): Effect.Effect<void, Failed> =>
  Effect.gen(function* () {
    const language = languageOf(given, environment)
    const words = wordsIn[language]
    const { argv, json, name, wrong } = arrange(given)
    if (wrong !== undefined) {
      const say = wrong.problem === "twice" ? words.usage.twice : words.usage.noValue
      return yield* Effect.fail(new Usage({ message: say(wrong.option) }))
    }
    if (name === undefined) {
      if (argv.some((word) => word === "--help" || word === "-h")) return yield* write(process.stdout, helpText(words))
      if (!argv.some((word) => builtIns.test(word)))
        return yield* Effect.fail(new Usage({ message: words.usage.noCommand(Object.keys(subCommands)) }))
    } else if (!isSubCommand(name)) {
      const meant = nearest(name, Object.keys(subCommands))
      return yield* Effect.fail(new Usage({ message: words.usage.unknownSubCommand(name, meant) }))
    }
    const found = yield* Effect.promise(() => load(name))
    const root = Command.make(NAME, globalOptions(words)).pipe(Command.withDescription(words.program))
    const [first, ...others] = found.map((make) => make(words))
    if (first === undefined) return yield* Effect.dieMessage("there are no sub-commands")
    const whole = root.pipe(
      Command.withSubcommands([first, ...others]),
      Command.provideEffect(Settings, (options) =>
        Either.map(settingsOf(options, environment, language, words), (settings) => ({
          ...settings,
          atCommandLine: true
        }))
      ),
      Command.provideSync(Output, () => output(json))
    )
    yield* Command.run(whole, {
      name: NAME,
      version: VERSION,
      footer: HelpDoc.p(words.help.footer)
    })([process.execPath, NAME, ...argv]).pipe(
      Effect.mapError((error) => (ValidationError.isValidationError(error) ? wrongUse(error, argv, words) : error)),
      Effect.provide(toStandardError),
      Effect.provide(Layer.mergeAll(yield* terminalFor(argv), Path.layer, FileSystem.layerNoop({}), configuration))
    )
  }).pipe((whole) =>
    Console.consoleWith((console) =>
      Effect.withConsole(whole, quiet(console, environment, languageOf(given, environment)))
    )
  )

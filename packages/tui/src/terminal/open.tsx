import { existsSync } from "node:fs"
import { Actor, type Language } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Option from "effect/Option"
import { render } from "ink"
import { actingOf } from "../commandLine/actor.js"
import { type Failed, FrontDoorRefused, Usage } from "../commandLine/Failed.js"
import { languageOf } from "../commandLine/language.js"
import { Output } from "../commandLine/Output.js"
import { reportFailure } from "../commandLine/reportFailure.js"
import { type SettingsShape, settingsOf } from "../commandLine/Settings.js"
import type { Everything } from "../Live.js"
import { Outside } from "../outside/Outside.js"
import { terminalWords } from "../text/terminal/index.js"
import { wordsIn } from "../text/Words.js"
import { App } from "./App.js"
import { type KeyPress, keyParser } from "./Keys.js"
import type { TerminalOptions } from "./options.js"
import { painter } from "./Painter.js"
import { takeScreen } from "./Screenful.js"
import type { Session } from "./Session.js"
import type { Opened, Size } from "./Shell.js"

type Environment = Readonly<Record<string, string | undefined>>

/** A lone escape is the key of that name when nothing follows it at once. */
const ESCAPE_WAITS = 30

/** What the layers have to say goes nowhere: the banner tells of a mock world on every screen. */
const silent = Layer.succeed(Output, { line: () => Effect.void, json: () => Effect.void, note: () => Effect.void })

const sessionFor = (as: string | undefined, language: Language): Either.Either<Session | undefined, Usage> => {
  if (as === undefined) return Either.right(undefined)
  return Either.flatMap(actingOf(as, wordsIn[language]), (acting) => {
    if (acting._tag !== "Staff") return Either.left(new Usage({ message: terminalWords[language].asStaffOnly }))
    const role = acting.role ?? "viewer"
    const { name } = acting
    return Either.right({ actor: Actor.Staff({ name, role }), name, role, restricted: false, since: Date.now() })
  })
}

const settingsFor = (options: TerminalOptions, environment: Environment, language: Language) =>
  settingsOf(
    {
      json: false,
      db: Option.fromNullable(options.db),
      key: Option.fromNullable(options.key),
      policy: Option.fromNullable(options.policy),
      world: Option.fromNullable(options.world),
      config: Option.fromNullable(options.config)
    },
    environment,
    language,
    wordsIn[language]
  )

/** Joins the front door while the first screen is already there. */
const join = async (settings: SettingsShape): Promise<Opened> => {
  const { live } = await import("../Live.js")
  const runtime: ManagedRuntime.ManagedRuntime<Everything, Failed> = ManagedRuntime.make(
    live(settings, "existing").pipe(Layer.provide(silent))
  )
  const built = await runtime.runPromise(
    Effect.either(Effect.map(Outside, ({ mock }) => mock !== undefined)) as Effect.Effect<
      Either.Either<boolean, Failed>,
      Failed,
      Everything
    >
  )
  if (Either.isLeft(built)) throw built.left
  return { runtime: runtime as ManagedRuntime.ManagedRuntime<Everything, never>, mocked: built.right }
}

const sizeOf = ({ columns, rows }: NodeJS.WriteStream): Size => ({ columns: columns ?? 80, rows: rows ?? 24 })

/** Keys as they come from the terminal. */
const keysOf = (stdin: NodeJS.ReadStream) => {
  const listeners = new Set<(press: KeyPress) => void>()
  const parser = keyParser()
  let flushing: NodeJS.Timeout | undefined
  const tell = (keys: ReadonlyArray<KeyPress>) => {
    for (const key of keys) for (const listener of listeners) listener(key)
  }
  stdin.setEncoding("utf8")
  stdin.on("data", (piece: string) => {
    clearTimeout(flushing)
    tell(parser.push(piece))
    if (parser.waits()) flushing = setTimeout(() => tell(parser.flush()), ESCAPE_WAITS)
  })
  return (listener: (press: KeyPress) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
}

/** Opens the terminal UI and answers with the exit code when it is left. */
export const open = async (
  options: TerminalOptions,
  argv: ReadonlyArray<string>,
  environment: Environment
): Promise<number> => {
  const { stdin, stdout } = process
  const language = languageOf(argv, environment)
  const fail = (failed: Failed) => Effect.runPromise(reportFailure(failed, argv, environment))
  if (environment.TERM === "dumb") return fail(new Usage({ message: terminalWords[language].noTerminal }))
  const settings = settingsFor(options, environment, language)
  if (Either.isLeft(settings)) return fail(settings.left)
  const session = sessionFor(options.as, language)
  if (Either.isLeft(session)) return fail(session.left)
  const { database } = settings.right
  if (database.kind === "sqlite" && !existsSync(database.path)) {
    const core = await import("@single-window/core")
    const refusal = new core.StoreUnavailable({ reason: wordsIn[language].store.missing(database.path) })
    const code = await fail(new FrontDoorRefused({ refusal, unconfigured: false }))
    process.stderr.write(`${terminalWords[language].storeMissingHint}\n`)
    return code
  }

  const leave = takeScreen(stdin, stdout)
  const painting = painter((bytes) => void stdout.write(bytes), sizeOf(stdout))
  const screenReader = environment.INK_SCREEN_READER === "true"
  const sizeListeners = new Set<(size: Size) => void>()
  const opened = join(settings.right)
  return await new Promise<number>((resolve) => {
    let ended = false
    const end = async (code: number, failed?: Failed) => {
      if (ended) return
      ended = true
      instance.unmount()
      leave()
      await opened.then(
        ({ runtime }) => runtime.dispose(),
        () => undefined
      )
      resolve(failed === undefined ? code : await fail(failed))
    }
    const instance = render(
      <App
        wires={{
          opened,
          onKey: keysOf(stdin),
          onSize: (listener) => {
            sizeListeners.add(listener)
            return () => void sizeListeners.delete(listener)
          },
          setCursor: painting.setCursor,
          quit: () => void end(0)
        }}
        size={sizeOf(stdout)}
        language={language}
        theme={(environment.NO_COLOR ?? "") === "" ? "colour" : "none"}
        screenReader={screenReader}
        session={session.right}
      />,
      {
        stdout: painting.canvas,
        debug: true,
        exitOnCtrlC: false,
        patchConsole: false,
        isScreenReaderEnabled: screenReader
      }
    )
    stdout.on("resize", () => {
      painting.resize(sizeOf(stdout))
      for (const listener of sizeListeners) listener(sizeOf(stdout))
    })
    opened.catch((error) => void end(3, error as Failed))
    process.once("SIGTERM", () => void end(143))
    process.once("SIGHUP", () => void end(129))
    process.once("SIGINT", () => void end(130))
    stdin.once("end", () => void end(129))
  })
}

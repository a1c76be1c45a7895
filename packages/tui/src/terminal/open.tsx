import { existsSync } from "node:fs"
import { render } from "ink"
import type { Failed } from "../commandLine/Failed.js"
import { languageOf } from "../commandLine/language.js"
import { terminalWords } from "../text/terminal/index.js"
import { wordsIn } from "../text/Words.js"
import type { ThemeName } from "../theme.js"
import { hostGate } from "./hostGate.js"
import { keysOf } from "./keysOf.js"
import type { TerminalOptions } from "./options.js"
import { painter } from "./Painter.js"
import { aside, takeScreen } from "./Screenful.js"
import type { Opened, Size } from "./Shell.js"
import { Splash } from "./Splash.js"

type Environment = Readonly<Record<string, string | undefined>>

const sizeOf = ({ columns, rows }: NodeJS.WriteStream): Size => ({ columns: columns ?? 80, rows: rows ?? 24 })

/** A file that is not there; what is no path of one is looked at later. */
const missing = ({ db }: TerminalOptions, { SINGLE_WINDOW_DB }: Environment): string | undefined => {
  const given = db ?? (SINGLE_WINDOW_DB || "./single-window.db")
  const path = given.replace(/^sqlite:/, "")
  return /^[a-z]+:/i.test(path) || path === "memory" || existsSync(path) ? undefined : path
}

/** Opens the terminal UI and answers with the exit code when it is left. */
export const open = async (
  options: TerminalOptions,
  argv: ReadonlyArray<string>,
  environment: Environment
): Promise<number> => {
  const { stdin, stdout, stderr } = process
  const language = languageOf(argv, environment)
  const words = terminalWords[language]
  if (environment.TERM === "dumb") {
    stderr.write(`${words.beforeOpening.noTerminal}\n`)
    return 2
  }
  const absent = missing(options, environment)
  if (absent !== undefined) {
    stderr.write(`${wordsIn[language].store.missing(absent)}\n`)
    return 3
  }

  const leave = takeScreen(stdin, stdout)
  const painting = painter((bytes) => void stdout.write(bytes), sizeOf(stdout))
  const { onKey, handingOver } = keysOf(stdin)
  const screenReader = environment.INK_SCREEN_READER === "true"
  const theme: ThemeName = (environment.NO_COLOR ?? "") === "" ? "colour" : "none"
  const looks = { size: sizeOf(stdout), language, theme, screenReader }
  const instance = render(<Splash {...looks} />, {
    stdout: painting.canvas,
    // Whole frames, at once and as they are: the painter finds out what changed.
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: screenReader
  })
  instance.waitUntilExit().catch((error) => {
    leave()
    // What not even the boundary of a screen could hold is a mistake of ours, and ends like one.
    setImmediate(() => {
      throw error
    })
  })
  const sizeListeners = new Set<(size: Size) => void>()
  stdout.on("resize", () => {
    painting.resize(sizeOf(stdout))
    for (const listener of sizeListeners) listener(sizeOf(stdout))
  })

  return await new Promise<number>((resolve) => {
    let opened: Promise<Opened> | undefined
    let ended = false
    const end = async (code: number, failed?: Failed) => {
      if (ended) return
      ended = true
      instance.unmount()
      leave()
      await opened?.then(
        ({ runtime }) => runtime.dispose(),
        () => undefined
      )
      if (failed === undefined) return resolve(code)
      const { reported } = await import("./begin.js")
      resolve(await reported(failed, argv, environment))
    }
    process.once("SIGTERM", () => void end(143))
    process.once("SIGHUP", () => void end(129))
    process.once("SIGINT", () => void end(130))
    // Otherwise it would leave the memory of the process in a file.
    process.once("SIGQUIT", () => void end(131))
    stdin.once("end", () => void end(129))

    const begin = async () => {
      const { App, join, prepare, sessionLimits } = await import("./begin.js")
      const prepared = prepare(options, environment, language)
      if (prepared.failed !== undefined) return await end(2, prepared.failed)
      const joined = join(prepared.settings)
      opened = joined
      joined.catch((error) => void end(3, error as Failed))
      const onSize = (listener: (size: Size) => void) => {
        sizeListeners.add(listener)
        return () => void sizeListeners.delete(listener)
      }
      const host = hostGate(environment)
      const gate: typeof host =
        host &&
        ((who) => {
          const same = handingOver(() => aside(stdin, stdout, () => host(who)))
          painting.redraw()
          return same
        })
      const wires = { opened: joined, onKey, onSize, setCursor: painting.setCursor, gate, quit: () => void end(0) }
      instance.rerender(
        <App
          {...looks}
          wires={wires}
          size={sizeOf(stdout)}
          session={prepared.session}
          limits={sessionLimits(environment)}
        />
      )
    }
    setImmediate(() => void begin())
  })
}

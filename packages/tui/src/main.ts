import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import { languageOf } from "./commandLine/language.js"
import { reportFailure } from "./commandLine/reportFailure.js"
import { safeText } from "./safeText.js"
import { type TerminalOptions, terminalOptions } from "./terminal/options.js"
import { wordsIn } from "./text/Words.js"

const given = process.argv.slice(2)
const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true
const argv = given
/** Without a sub-command, and with somebody who can see and type, the screens open. */
const screens = isTerminal ? terminalOptions(given) : undefined

/** The last resort: one line about a mistake of ours, and no trace of where it happened. */
const broken = (defect: unknown): void => {
  const message = defect instanceof Error ? defect.message : String(defect)
  const words = wordsIn[languageOf(argv, process.env)]
  process.stderr.write(`${safeText(words.internal(message.slice(0, 500)))}\n`)
  process.exitCode = 3
}

process.on("uncaughtException", (defect) => {
  broken(defect)
  process.exit()
})
// A reader that has seen enough, such as `head`, is no mistake of anybody's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") broken(error)
  process.exit()
})
process.stderr.on("error", () => process.exit())

const headless = async () => {
  const { run } = await import("./commandLine/run.js")
  const whole = run(argv, process.env).pipe(
    Effect.as(0 as const),
    Effect.catchAll((failed) => reportFailure(failed, argv, process.env))
  )
  const fiber = Effect.runFork(whole)
  const stop = (code: number) => () => {
    process.exitCode = code
    // Connections close and what was begun is ended; a second signal does not wait for that.
    Effect.runFork(Fiber.interrupt(fiber))
  }
  process.once("SIGINT", stop(130))
  process.once("SIGTERM", stop(143))

  fiber.addObserver((exit) => {
    if (Exit.isSuccess(exit)) process.exitCode = exit.value
    else if (!Cause.isInterruptedOnly(exit.cause)) broken(Cause.squash(exit.cause))
    else {
      process.stderr.write(`${wordsIn[languageOf(argv, process.env)].interrupted}\n`)
      // Standard input that somebody may still be typing into would keep the process waiting.
      process.exit()
    }
  })
}

const onScreen = async (options: TerminalOptions) => {
  // The only way to Ink and React.
  const { open } = await import("./terminal/open.js")
  process.exitCode = await open(options, argv, process.env)
  process.exit()
}

await (screens === undefined ? headless() : onScreen(screens))

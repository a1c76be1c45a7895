import { languageOf } from "./commandLine/language.js"
import { safeText } from "./safeText.js"
import { type TerminalOptions, terminalOptions } from "./terminal/options.js"
import { wordsIn } from "./text/Words.js"

const argv = process.argv.slice(2)
const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true
/** Without a sub-command, and with somebody who can see and type, the screens open. */
const screens = isTerminal ? terminalOptions(argv) : undefined

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

const onScreen = async (options: TerminalOptions) => {
  // React tells mistakes of its users unless it is told not to, and takes longer for it.
  process.env.NODE_ENV ??= "production"
  // The only way to Ink and React.
  const { open } = await import("./terminal/open.js")
  process.exitCode = await open(options, argv, process.env)
  process.exit()
}

const headless = async () => {
  const { headless } = await import("./commandLine/headless.js")
  headless(argv, process.env, broken)
}

await (screens === undefined ? headless() : onScreen(screens))

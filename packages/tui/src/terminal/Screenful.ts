import { closeSync, constants, openSync, readSync } from "node:fs"

const ESC = "\u001b"

/** The alternate screen, so that nothing of it stays in the scrollback; pastes come marked as such. */
const ENTER = `${ESC}[?1049h${ESC}[2J${ESC}[H${ESC}[?2004h`
/**
 * The other way round, with the cursor and plain text as they were. What stood there goes first: some terminals show the alternate
 * screen again to whoever asks for it, and others have none.
 */
const LEAVE = `${ESC}[?2004l${ESC}[0m${ESC}[2J${ESC}[H${ESC}[?25h${ESC}[?1049l`

const voices = ["debug", "error", "info", "log", "warn"] as const

/** What a library has to say would be written over the screen: nobody hears it until the screen is left. */
const hush = (): (() => void) => {
  const before = voices.map((voice) => [voice, console[voice]] as const)
  const warnings = process.listeners("warning")
  for (const voice of voices) console[voice] = () => undefined
  process.removeAllListeners("warning")
  return () => {
    for (const [voice, said] of before) console[voice] = said
    for (const warning of warnings) process.on("warning", warning)
  }
}

/** Signals of the keyboard while something else has the terminal are not for this program; they arrive a moment later. */
const LATER = 100
const fromKeyboard = ["SIGINT", "SIGQUIT"] as const

let asides = 0
let listeners: ReadonlyArray<readonly [(typeof fromKeyboard)[number], NodeJS.SignalsListener]> = []
const nothing = () => undefined

const deafen = () => {
  if (asides++ > 0) return
  listeners = fromKeyboard.flatMap((signal) =>
    process.listeners(signal).map((listener) => [signal, listener as NodeJS.SignalsListener] as const)
  )
  for (const signal of fromKeyboard) process.removeAllListeners(signal).on(signal, nothing)
}

const hear = () => {
  if (--asides > 0) return
  for (const signal of fromKeyboard) process.removeListener(signal, nothing)
  for (const [signal, listener] of listeners) process.once(signal, listener)
}

/** Takes what was typed for something else, and not read by it, out of the terminal. */
const drain = () => {
  const rest = Buffer.alloc(4096)
  let terminal: number | undefined
  try {
    terminal = openSync("/dev/tty", constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
    while (readSync(terminal, rest) > 0) rest.fill(0)
  } catch {
    // Nothing is left, or there is no such thing here.
  } finally {
    rest.fill(0)
    if (terminal !== undefined) closeSync(terminal)
  }
}

/** Gives the terminal away for as long as something lasts, on the screen that was there before, and takes it back. */
export const aside = <A>(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream, use: () => A): A => {
  deafen()
  stdin.setRawMode(false)
  stdin.pause()
  stdout.write(LEAVE)
  try {
    return use()
  } finally {
    stdin.setRawMode(true)
    drain()
    stdin.resume()
    stdout.write(ENTER)
    // What waits is looked at after timers and before this, however late the timer is.
    setTimeout(() => setImmediate(hear), LATER)
  }
}

/** Takes the whole terminal; what it answers gives it back, once, whoever asks first. */
export const takeScreen = (stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): (() => void) => {
  let taken = true
  const speak = hush()
  const leave = () => {
    if (!taken) return
    taken = false
    process.removeListener("exit", leave)
    process.removeListener("uncaughtException", leave)
    try {
      if (stdin.isTTY) stdin.setRawMode(false)
    } catch {
      // Where the keys came from is gone, and nothing can be set there; the screen may be another one.
    }
    stdin.pause()
    stdout.write(LEAVE)
    speak()
  }
  process.on("exit", leave)
  // Whoever says what went wrong says it on the screen that was there before.
  process.prependListener("uncaughtException", leave)
  stdin.setRawMode(true)
  stdout.write(ENTER)
  return leave
}

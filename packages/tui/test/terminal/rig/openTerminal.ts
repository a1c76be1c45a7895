import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as pty from "@lydell/node-pty"
import headless from "@xterm/headless"

export const binary = fileURLToPath(new URL("../../../bin/single-window.js", import.meta.url))

/** What is typed and a key closer to its showing than this could be pieces of one paste; no finger is so quick (milliseconds). */
const FINGERS_REST = 40

/** What a key sends, as xterm does. */
const sequences: Readonly<Record<string, string>> = {
  Enter: "\r",
  Tab: "\t",
  "Shift-Tab": "\u001b[Z",
  Esc: "\u001b",
  Backspace: "\u007f",
  Delete: "\u001b[3~",
  Up: "\u001b[A",
  Down: "\u001b[B",
  Right: "\u001b[C",
  Left: "\u001b[D",
  Home: "\u001b[H",
  End: "\u001b[F",
  PgUp: "\u001b[5~",
  PgDn: "\u001b[6~",
  Space: " ",
  F1: "\u001bOP",
  F2: "\u001bOQ",
  F3: "\u001bOR",
  F4: "\u001bOS",
  F5: "\u001b[15~",
  F6: "\u001b[17~",
  F7: "\u001b[18~",
  F8: "\u001b[19~",
  F9: "\u001b[20~",
  F10: "\u001b[21~"
}

const sent = (key: string): string => {
  if (/^Ctrl-[a-z]$/.test(key)) return String.fromCharCode(key.charCodeAt(5) - 96)
  return sequences[key] ?? key
}

export interface TerminalOptions {
  readonly db?: string
  readonly args?: ReadonlyArray<string>
  readonly cols?: number
  readonly rows?: number
  readonly lang?: "zh" | "en"
  readonly env?: Readonly<Record<string, string>>
  /** From a shell, which tells the settings of the terminal before and after, and with which code the program ended. */
  readonly inShell?: boolean
}

export interface RigTerminal {
  /** Named keys, or characters. Each is sent alone. */
  readonly press: (...keys: ReadonlyArray<string>) => Promise<void>
  readonly type: (text: string) => void
  /** As a terminal with bracketed paste sends it. */
  readonly paste: (text: string) => void
  /** The rows as they are seen, without blanks at the end. */
  readonly screen: () => ReadonlyArray<string>
  readonly text: () => string
  /** Of a cell: whether it is bold, inverse or coloured. */
  readonly cursor: () => { readonly x: number; readonly y: number; readonly visible: boolean }
  readonly until: (wanted: string | RegExp | ((screen: string) => boolean), milliseconds?: number) => Promise<void>
  readonly resize: (cols: number, rows: number) => void
  /** Everything that the program wrote. */
  readonly bytes: () => string
  readonly kill: (signal: string) => void
  readonly exited: () => Promise<{ readonly exitCode: number; readonly signal?: number | undefined }>
  readonly isAlternate: () => boolean
  readonly pid: number
  /** Ends the program, however it stands. */
  readonly close: () => Promise<void>
}

/** How long a wait may last, in ms: it ends as soon as it can, and machines of tests stand still for seconds. */
const PATIENCE = 20_000

/** The program that a shell waits for. */
const childOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim())

/** Whether a program still has to do something, or waits for its turn to: a key that it has not read yet would come in one piece with the next. */
const isBusy = (pid: number): boolean => {
  try {
    return /\) R /.test(readFileSync(`/proc/${pid}/task/${pid}/stat`, "utf8"))
  } catch {
    return false
  }
}

const show = (lines: ReadonlyArray<string>): string => lines.map((line) => `|${line}`).join("\n")

/** Starts the built program in a terminal of its own and reads the screen as a person does. */
export const openTerminal = ({
  db,
  args = [],
  cols = 80,
  rows = 24,
  lang = "zh",
  env = {},
  inShell = false
}: TerminalOptions = {}): RigTerminal => {
  const emulator = new headless.Terminal({ cols, rows, allowProposedApi: true, scrollback: 200 })
  const argv = [binary, ...(db === undefined ? [] : ["--db", `sqlite:${db}`]), "--lang", lang, ...args]
  // It goes only when its last words have been read: what is written right before a terminal is hung up may be lost.
  const shell = `stty -g; "$@"; code=$?; stty -g; echo "code $code"; read -r heard; exit "$code"`
  const [file, given] = inShell ? ["/bin/sh", ["-c", shell, "sh", process.execPath, ...argv]] : [process.execPath, argv]
  const child = pty.spawn(file, given, {
    cols,
    rows,
    name: env.TERM ?? "xterm-256color",
    // Nothing of this process's own: with CI among it, Ink draws nothing before the end.
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      TERM: "xterm-256color",
      LANG: "C.UTF-8",
      NODE_ENV: "production",
      ...env
    }
  })
  let log = ""
  let written = 0
  let shown = 0
  let typed: number | undefined
  let wroteAt = 0
  let heard = !inShell
  let ended: { readonly exitCode: number; readonly signal?: number | undefined } | undefined
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  child.onData((piece) => {
    log += piece
    wroteAt = Date.now()
    written++
    if (!heard && /^code \d+\r?\n/m.test(log)) {
      heard = true
      child.write("\n")
    }
    emulator.write(piece, () => {
      shown++
      tell()
    })
  })
  child.onExit((exit) => {
    ended = exit
    tell()
  })
  // Answers such as a cursor report go back to the program.
  emulator.onData((answer) => ended ?? child.write(answer))

  const screen = () => {
    const { active } = emulator.buffer
    return Array.from(
      { length: emulator.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? ""
    )
  }
  const text = () => screen().join("\n")

  const wait = (holds: () => boolean, milliseconds: number, what: () => string) =>
    new Promise<void>((resolve, reject) => {
      const done = () => {
        clearTimeout(timer)
        listeners.delete(look)
      }
      const look = () => {
        if (!holds()) return
        done()
        resolve()
      }
      const timer = setTimeout(() => {
        done()
        reject(new Error(what()))
      }, milliseconds)
      listeners.add(look)
      look()
    })

  const exited = async () => {
    await wait(
      () => ended !== undefined && shown === written,
      PATIENCE,
      () => `still running:\n${show(screen())}`
    )
    return ended ?? { exitCode: -1 }
  }
  const until: RigTerminal["until"] = (wanted, milliseconds = PATIENCE) =>
    wait(
      () =>
        typeof wanted === "string"
          ? text().includes(wanted)
          : typeof wanted === "function"
            ? wanted(text())
            : wanted.test(text()),
      milliseconds,
      () => `waited for ${String(wanted)}${ended === undefined ? "" : ", but it has ended"}:\n${show(screen())}`
    )

  return {
    press: async (...keys) => {
      if (typed !== undefined) {
        const before = typed
        typed = undefined
        // Nobody goes on before it shows; what shows nothing costs two seconds.
        await wait(
          () => log.length > before || ended !== undefined,
          2000,
          () => "nothing shows"
        ).catch(() => undefined)
        const rest = () => wroteAt + FINGERS_REST - Date.now()
        while (rest() > 0) await new Promise((resolve) => setTimeout(resolve, rest()))
      }
      for (const key of keys) {
        const before = log.length
        child.write(sent(key))
        // Most keys change something; those that change nothing cost a moment.
        await wait(
          () => log.length > before || ended !== undefined,
          60,
          () => "no change"
        ).catch(() => undefined)
        for (let times = 0; times < 400 && log.length === before && isBusy(child.pid); times++)
          await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    type: (text) => {
      typed = log.length
      child.write(text)
    },
    paste: (pasted) => child.write(`\u001b[200~${pasted}\u001b[201~`),
    screen,
    text,
    cursor: () => ({
      x: emulator.buffer.active.cursorX,
      y: emulator.buffer.active.cursorY,
      visible: log.lastIndexOf("\u001b[?25h") >= log.lastIndexOf("\u001b[?25l")
    }),
    until,
    resize: (columns, lines) => {
      emulator.resize(columns, lines)
      child.resize(columns, lines)
    },
    bytes: () => log,
    kill: (signal) => (inShell ? void process.kill(childOf(child.pid), signal) : child.kill(signal)),
    exited,
    isAlternate: () => emulator.buffer.active.type === "alternate",
    pid: child.pid,
    close: async () => {
      if (ended === undefined) child.kill("SIGKILL")
      await exited()
      emulator.dispose()
    }
  }
}

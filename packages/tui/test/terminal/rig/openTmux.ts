import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { binary } from "./openTerminal.js"

/** Whether this machine has tmux. */
export const hasTmux = spawnSync("tmux", ["-V"]).status === 0

/** As tmux calls the keys that it calls otherwise. */
const names: Readonly<Record<string, string>> = {
  Esc: "Escape",
  Backspace: "BSpace",
  "Shift-Tab": "BTab",
  "Ctrl-c": "C-c",
  "Ctrl-u": "C-u"
}

export interface TmuxTerminal {
  readonly press: (...keys: ReadonlyArray<string>) => void
  readonly type: (text: string) => void
  readonly screen: () => ReadonlyArray<string>
  readonly text: () => string
  readonly cursor: () => { readonly x: number; readonly y: number; readonly visible: boolean }
  readonly until: (wanted: string | RegExp | (() => boolean), milliseconds?: number) => Promise<void>
  readonly resize: (cols: number, rows: number) => void
  readonly isAlternate: () => boolean
  /** The exit code, once it has ended. */
  readonly ended: () => number | undefined
  readonly close: () => void
}

/** Starts the built program in a server of tmux of its own, which nobody is attached to. */
export const openTmux = (db: string, [cols, rows]: readonly [number, number] = [80, 24]): TmuxTerminal => {
  const here = mkdtempSync(join(tmpdir(), "single-window-tmux-"))
  const configuration = join(here, "tmux.conf")
  const settings = ["status off", "escape-time 0", "remain-on-exit on", "default-terminal tmux-256color"]
  writeFileSync(configuration, settings.map((setting) => `set -g ${setting}\n`).join(""))
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    LC_ALL: "C.UTF-8",
    NODE_ENV: "production",
    TERM: "xterm-256color"
  }
  const tmux = (...args: ReadonlyArray<string>): string =>
    execFileSync("tmux", ["-u", "-S", join(here, "socket"), "-f", configuration, ...args], { env, encoding: "utf8" })
  const size = ["-x", String(cols), "-y", String(rows)]
  tmux("new-session", "-d", ...size, process.execPath, binary, "--db", `sqlite:${db}`, "--lang", "zh")
  const pane = (format: string): string => tmux("display-message", "-p", format).trim()
  const text = () => tmux("capture-pane", "-p")
  return {
    press: (...keys) => {
      for (const key of keys) tmux("send-keys", names[key] ?? key)
    },
    type: (typed) => void tmux("send-keys", "-l", typed),
    screen: () => text().replace(/\n$/, "").split("\n"),
    text,
    cursor: () => {
      const [x, y, shown] = pane("#{cursor_x} #{cursor_y} #{cursor_flag}").split(" ").map(Number)
      return { x: x ?? -1, y: y ?? -1, visible: shown === 1 }
    },
    // Nothing tells when a screen of tmux has changed: it is looked at again and again.
    until: async (wanted, milliseconds = 20_000) => {
      const holds = () =>
        typeof wanted === "function"
          ? wanted()
          : typeof wanted === "string"
            ? text().includes(wanted)
            : wanted.test(text())
      for (const begun = Date.now(); !holds(); await new Promise((resolve) => setTimeout(resolve, 10)))
        if (Date.now() - begun > milliseconds) throw new Error(`waited for ${String(wanted)}:\n${text()}`)
    },
    resize: (columns, lines) => void tmux("resize-window", "-x", String(columns), "-y", String(lines)),
    isAlternate: () => pane("#{alternate_on}") === "1",
    ended: () => (pane("#{pane_dead}") === "1" ? Number(pane("#{pane_dead_status}")) : undefined),
    close: () => {
      tmux("kill-server")
      rmSync(here, { recursive: true, force: true })
    }
  }
}

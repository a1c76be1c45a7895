import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { takeScreen } from "../../src/terminal/Screenful.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

const ESC = "\u001b"
let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
let restored = 0
afterAll(() => {
  store.remove()
  console.log(`T23: ${restored} exits, each with screen, cursor, paste and echo as before`)
})

/** What `stty -g` told, each time. */
const settingsIn = (bytes: string): ReadonlyArray<string> => bytes.match(/[0-9a-f]+(:[0-9a-f]+){20,}/g) ?? []

/** The screen that was there before, a cursor that shows, pastes as they were, and echo and all else that the shell set. */
const isRestored = async (terminal: RigTerminal, exitCode: number) => {
  // The last that the shell says may come after the news that it has ended.
  await terminal.until(`code ${exitCode}`)
  expect(terminal.isAlternate()).toBe(false)
  expect(terminal.cursor().visible).toBe(true)
  const bytes = terminal.bytes()
  expect(bytes.lastIndexOf(`${ESC}[?2004l`)).toBeGreaterThan(bytes.lastIndexOf(`${ESC}[?2004h`))
  const [whole = "", ...others] = bytes.split(`${ESC}[?1049l`)
  expect(others).toHaveLength(1)
  // Some terminals show the alternate screen to whoever asks for it later: nothing is left on it.
  expect(whole.endsWith(`${ESC}[2J${ESC}[H${ESC}[?25h`)).toBe(true)
  const [before, ...after] = settingsIn(bytes)
  expect(after).toEqual([before])
  restored++
}

const staff = { args: ["--as", "staff:li"], inShell: true }

describe("T23: the terminal is given back", () => {
  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
    ["SIGHUP", 129],
    ["SIGQUIT", 131]
  ] as const)("T23: after %s", async (signal, exitCode) => {
    const terminal = openTerminal({ db: store.db, ...staff })
    await terminal.until("首页")
    expect(terminal.isAlternate()).toBe(true)
    terminal.kill(signal)
    expect((await terminal.exited()).exitCode).toBe(exitCode)
    await isRestored(terminal, exitCode)
    await terminal.close()
  })

  it("T23: after its input has gone, where nothing can be set any more", () => {
    const written: Array<string> = []
    const setRawMode = (raw: boolean) => {
      if (!raw) throw new Error("setRawMode EIO")
    }
    const stdin = { isTTY: true, setRawMode, pause: () => undefined } as unknown as NodeJS.ReadStream
    const stdout = { write: (bytes: string) => written.push(bytes) } as unknown as NodeJS.WriteStream
    takeScreen(stdin, stdout)()
    const left = written.join("")
    for (const end of ["?1049l", "?2004l", "?25h"]) expect(left).toContain(`${ESC}[${end}`)
  })

  it("T23: after an exception, which is told on the screen that was there before", async () => {
    const boom = `data:text/javascript,${encodeURIComponent(`process.on("SIGUSR2", () => { throw new Error("boom") })`)}`
    const terminal = openTerminal({ db: store.db, ...staff, env: { NODE_OPTIONS: `--import ${boom}` } })
    await terminal.until("首页")
    terminal.kill("SIGUSR2")
    await terminal.exited()
    await isRestored(terminal, 3)
    expect(terminal.text()).toContain("boom")
    expect(terminal.text()).not.toMatch(/\bat .*:\d+:\d+/)
    await terminal.close()
  })

  it("T23: after Ctrl-C twice, and not after once with something else behind it", async () => {
    const terminal = openTerminal({ db: store.db, ...staff })
    await terminal.until("首页")
    await terminal.press("Ctrl-c")
    await terminal.until("再按一次 Ctrl-C 退出")
    await terminal.press("r", "Ctrl-c")
    await terminal.until("再按一次 Ctrl-C 退出")
    await terminal.press("Ctrl-c")
    expect((await terminal.exited()).exitCode).toBe(0)
    await isRestored(terminal, 0)
    await terminal.close()
  })

  it.each(["quit", "q", "ｑｕｉｔ", "退出"])("T23: after :%s", async (name) => {
    const terminal = openTerminal({ db: store.db, ...staff })
    await terminal.until("首页")
    await terminal.press("：")
    await terminal.until(/^:$/m)
    terminal.type(name)
    await terminal.until(`:${name}`)
    await terminal.press("Enter")
    expect((await terminal.exited()).exitCode).toBe(0)
    await isRestored(terminal, 0)
    await terminal.close()
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { widthOf } from "../../src/terminal/Row.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { answerOf } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"
import { hasTmux, openTmux, type TmuxTerminal } from "./rig/openTmux.js"

if (!hasTmux) console.log("T27: skipped, there is no tmux on this machine")

/** A store each: both do the same, and neither sees what the other did. */
const stores: Array<DemoStore> = []
let xterm: RigTerminal
let tmux: TmuxTerminal
let compared = 0
beforeAll(async () => {
  if (!hasTmux) return
  stores.push(await demoStore(), await demoStore())
  xterm = openTerminal({ db: stores[0]?.db ?? "" })
  tmux = openTmux(stores[1]?.db ?? "")
})
afterAll(async () => {
  if (!hasTmux) return
  tmux.close()
  await xterm.close()
  for (const store of stores) store.remove()
  console.log(`T27: ${compared} screens of tmux and of xterm.js the same`)
})

/** Sums, dates and times are each session's own. */
const steady = (screen: ReadonlyArray<string>): ReadonlyArray<string> =>
  screen.map((line) =>
    line
      .trimEnd()
      .replace(/\d+( 加 | plus )\d+/g, "N$1N")
      .replace(/\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?/g, (found) => found.replace(/\d/g, "0"))
      .trimEnd()
  )

const cursorOf = ({ x, y, visible }: { x: number; y: number; visible: boolean }): string =>
  visible ? `cursor at ${x},${y}` : "no cursor"

const seen = (terminal: RigTerminal | TmuxTerminal): ReadonlyArray<string> => [
  ...steady(terminal.screen()),
  cursorOf(terminal.cursor())
]

/** Both have come to where this shows, and stand still at the same screen with the cursor in the same place. */
const same = async (shows: string | RegExp) => {
  await xterm.until(shows)
  await tmux.until(shows)
  await tmux.until(() => seen(tmux).join("\n") === seen(xterm).join("\n")).catch(() => undefined)
  expect(seen(tmux)).toEqual(seen(xterm))
  compared++
}

const press = async (...keys: ReadonlyArray<string>) => {
  for (const key of keys) {
    tmux.press(key)
    await xterm.press(key)
  }
}
const type = (text: string) => {
  tmux.type(text)
  xterm.type(text)
}

describe.skipIf(!hasTmux)("T27: the same session in tmux and in xterm.js", () => {
  it("T27: Chinese in a field, with the cursor behind it in columns", async () => {
    await same(/\d+ 加 \d+/)
    expect(tmux.isAlternate()).toBe(true)
    const start = tmux.cursor().x
    type("王小明")
    await same("王小明")
    expect(tmux.cursor().x).toBe(start + widthOf("王小明"))
    type("𠮷a")
    await same("王小明𠮷a")
    expect(tmux.cursor().x).toBe(start + widthOf("王小明𠮷a"))
    await press("Left", "Left", "Left", "Backspace")
    await same("王明𠮷a")
    expect(tmux.cursor().x).toBe(start + widthOf("王"))
    await press("End", "Ctrl-u")
    await same(/用户名 +\[ +\]/)
  })

  it("T27: logging in", async () => {
    type(demoAdministrator.username)
    await same(`[${demoAdministrator.username}`)
    await press("Tab")
    type(demoAdministrator.password)
    await same("*".repeat(demoAdministrator.password.length))
    await press("Tab")
    tmux.type(answerOf(tmux.text()))
    xterm.type(answerOf(xterm.text()))
    await press("Enter")
    await same("接下来")
  })

  it("T27: moving in a list, its help, and back", async () => {
    await press("o")
    await same(/命中 10/)
    await press("j", "Down", "Down", "k")
    await same(/选中/)
    await press("?")
    await same("通用")
    await press("Esc")
    await same(/命中 10/)
    await press("Esc")
    await same("接下来")
  })

  it("T27: sizes, smaller and larger and too small", async () => {
    for (const [cols, rows] of [
      [100, 30],
      [60, 20],
      [40, 10],
      [80, 24]
    ] as const) {
      tmux.resize(cols, rows)
      xterm.resize(cols, rows)
      await same(cols < 60 ? "需要 60x20, 现在 40x10" : new RegExp(`(^|\n)-{${cols - 1}}\n`))
    }
  })

  it("T27: F2 there and back", async () => {
    await press("F2")
    await same(/\? help/)
    await press("F2")
    await same(/\? 帮助/)
  })

  it("T27: :quit gives the screen back, with 0", async () => {
    await press(":")
    await same(/(^|\n):(\n|$)/)
    type("quit")
    await same(":quit")
    await press("Enter")
    expect((await xterm.exited()).exitCode).toBe(0)
    await tmux.until(() => tmux.ended() !== undefined)
    expect(tmux.ended()).toBe(0)
    expect([tmux.isAlternate(), xterm.isAlternate()]).toEqual([false, false])
  })
})

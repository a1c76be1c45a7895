import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { cameIn, everybody, givePassword, goHome, goTo, screensOf } from "./rig/everyScreen.js"
import { logIn } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore("longest")
  await givePassword(store.db)
})
afterAll(() => store.remove())

/** Every parameter of every change of looks that was sent. */
const looks = (bytes: string): ReadonlyArray<number> =>
  bytes
    .split("\u001b[")
    .slice(1)
    .flatMap((piece) => /^([\d;]*)m/.exec(piece)?.[1]?.split(";") ?? [])
    .map(Number)

/** The default foreground, bold, inverse and the sixteen colours of any terminal, which its owner has made readable. */
const isPlain = (look: number) => [0, 1, 7, 22, 27, 39, 49].includes(look)
const isColour = (look: number) => (look >= 30 && look <= 37) || (look >= 90 && look <= 97)

/** How long something took, and when, is each one's own, as is the sum at the log-in. */
const seen = (terminal: RigTerminal) =>
  terminal
    .screen()
    .map((line) => line.trimEnd().replace(/\d+ +(毫秒|ms)|\d\d:\d\d(:\d\d)?|\d+ (加|plus|减|minus) \d+/g, "N"))

describe("T19: every screen says the same without colours, and with the sixteen of any terminal, never dim", () => {
  it.each(everybody)("T19: for %s, in both languages", async (who) => {
    const both = await Promise.all([cameIn(store.db, who), cameIn(store.db, who, { NO_COLOR: "1" })])
    const [coloured, plain] = both
    const screens = screensOf(who)
    for (const screen of screens) {
      await Promise.all(both.map((terminal) => goTo(terminal, who, screen)))
      expect(seen(plain)).toEqual(seen(coloured))
      for (const help of [/(\?|F1) help|Esc back$/m, /(\?|F1) 帮助|Esc 返回$/m]) {
        await Promise.all(both.map((terminal) => terminal.press("F2")))
        await Promise.all(both.map((terminal) => terminal.until(help)))
        expect(seen(plain)).toEqual(seen(coloured))
      }
      await Promise.all(both.map(goHome))
    }
    const sent = looks(coloured.bytes())
    expect(sent.filter((look) => !isPlain(look) && !isColour(look))).toEqual([])
    expect(sent.some(isColour)).toBe(true)
    expect(looks(plain.bytes()).filter((look) => !isPlain(look) || look === 39)).toEqual([])
    console.log(
      `T19: ${who}: ${screens.length} screens in 2 languages the same without colours, 0 colours sent with NO_COLOR`
    )
    for (const terminal of both) await terminal.close()
  })
})

it("T20: for a screen reader every field has its label, and nothing comes in two seconds without a key", async () => {
  const terminal = openTerminal({ db: store.db, env: { INK_SCREEN_READER: "true" } })
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("接下来")
  let fields = 0
  for (const [key, shows] of [
    ["p", "当前密码"],
    ["i", "留空的项目不改"],
    ["e", "已用 0 / 2"]
  ] as const) {
    await terminal.press(key)
    await terminal.until(shows)
    for (const line of terminal.screen().filter((one) => /\[ {6,}\]/.test(one))) {
      expect(line).toMatch(/^\s*\p{Script=Han}.*\[ {6,}\]/u)
      fields++
    }
    await terminal.press("Esc")
    await terminal.until("接下来")
  }
  expect(fields).toBeGreaterThanOrEqual(7)
  const before = terminal.bytes().length
  await terminal.until(() => false, 2000).catch(() => undefined)
  expect(terminal.bytes().length - before).toBe(0)
  console.log(`T20: ${fields} fields labelled, 0 bytes in 2 s without a key`)
  await terminal.close()
})

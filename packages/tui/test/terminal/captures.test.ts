import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { widthOf } from "../../src/terminal/Row.js"
import { type Capture, captures } from "./captures.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { logIn } from "./rig/logIn.js"
import { longest } from "./rig/longNames.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore("longest")
})
afterAll(() => store.remove())

/** One column in some terminals and two in others (UAX #11, "A"); names that people typed may hold a middle dot. */
const ambiguous = /[\u2010-\u2027\u2030-\u205E\u2100-\u27BF\u00D7\u00F7\u00B0-\u00B4]/u

/** Sums, dates, times, versions and places change from day to day or from machine to machine, and blanks at the end of a line with what stood there before. */
const steady = (screen: ReadonlyArray<string>): string =>
  `${screen
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\d+( 加 | plus )\d+/g, "N$1N")
    .replace(/\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?|\d\d-\d\d \d\d:\d\d:\d\d/g, (found) => found.replace(/\d/g, "0"))
    .replace(/Node\.js \d+\.\d+\.\d+/g, "Node.js N.N.N")
    .replace(/\d+( 毫秒| ms)/g, "N$1")
    .replace(/\/.*single-window-copy-.*/g, "PATH")
    .trimEnd()}\n`

const looksLike = (name: string, language: string, screen: ReadonlyArray<string>) => {
  const path = fileURLToPath(new URL(`captures/${name}.${language}.txt`, import.meta.url))
  if (process.env.UPDATE_CAPTURES === "1") writeFileSync(path, steady(screen))
  expect(existsSync(path), `${name}.${language}.txt is not there; UPDATE_CAPTURES=1 writes it`).toBe(true)
  expect(steady(screen)).toBe(readFileSync(path, "utf8").replace(/ +$/gm, ""))
}

/** At most 79 columns and 23 rows, framed, the key line last, and nothing of uncertain width. */
const fits = (screen: ReadonlyArray<string>) => {
  for (const line of screen) expect([line, widthOf(line) <= 79]).toEqual([line, true])
  expect(screen[23]).toBe("")
  expect(screen[2]).toBe("-".repeat(79))
  expect(screen[20]).toBe("-".repeat(79))
  expect(screen[22]).toMatch(/(\?|F1) (帮助|help)$/)
  for (const line of screen) expect([line, ambiguous.exec(line)?.[0]]).toEqual([line, undefined])
}

const homes: Readonly<Record<Capture["as"], string | RegExp>> = {
  nobody: /\d+ 加 \d+/,
  longest: "接下来",
  administrator: "接下来",
  staff: "认证已失效"
}

const goHome = async (terminal: RigTerminal, as: Capture["as"]) => {
  for (let depth = 0; depth < 6 && !/^(首页|登录)( {2}|$)/.test(terminal.screen()[1] ?? ""); depth++)
    await terminal.press("Esc")
  await terminal.until(homes[as])
}

describe.each(["nobody", "longest", "administrator", "staff"] as const)("what %s sees", (as) => {
  let terminal: RigTerminal
  beforeAll(async () => {
    terminal = openTerminal({ db: store.db, args: as === "staff" ? ["--as", "staff:li/supervisor"] : [] })
    const who = { longest, administrator: demoAdministrator } as const
    if (as === "longest" || as === "administrator") await logIn(terminal, who[as].username, who[as].password)
    await terminal.until(homes[as])
  })
  afterAll(() => terminal.close())

  it.each(captures.filter((capture) => capture.as === as))("$name", async ({ name, keys, shows }) => {
    await terminal.until(/(\?|F1) 帮助/)
    await goHome(terminal, as)
    for (const key of keys) await (typeof key === "string" ? terminal.press(key) : terminal.until(key))
    await terminal.until(shows)
    const chinese = terminal.screen()
    fits(chinese)
    looksLike(name, "zh", chinese)
    await terminal.press("F2")
    await terminal.until((screen) => /(\?|F1) help/.test(screen))
    const english = terminal.screen()
    fits(english)
    looksLike(name, "en", english)
    await terminal.press("F2")
    await terminal.until((screen) => /(\?|F1) 帮助/.test(screen))
    expect(steady(terminal.screen())).toBe(steady(chinese))
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { widthOf } from "../../src/terminal/Row.js"
import { type Capture, captures } from "./captures.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { logIn } from "./rig/logIn.js"
import { longest } from "./rig/longNames.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

const ESC = "\u001b"
let store: DemoStore
const figures: Array<readonly [told: number, silent: number]> = []
beforeAll(async () => {
  store = await demoStore("longest")
})
afterAll(() => {
  const told = figures.reduce((sum, [keys]) => sum + keys, 0)
  const silent = figures.reduce((sum, [, keys]) => sum + keys, 0)
  console.log(`T7: ${told} keys told on ${figures.length} screens, ${silent} others do nothing, 0 undocumented`)
  store.remove()
})

/** Without blanks at the end, which are those of what stood there before. */
const seen = (screen: ReadonlyArray<string>): string => screen.map((line) => line.trimEnd()).join("\n")

/** What stands in some columns of a line. */
const columns = (line: string, from: number, to: number): string => {
  let at = 0
  let found = ""
  for (const character of line) {
    if (at >= from && at < to) found += character
    at += widthOf(character)
  }
  return found.trim()
}

/** The keys of the help and what they do, in its two columns. */
const helped = (screen: ReadonlyArray<string>): ReadonlyMap<string, string> => {
  const body = screen.slice(4, -4)
  const end = body.findIndex((line) => line.trim() === "")
  const found = new Map<string, string>()
  for (const line of end < 0 ? body : body.slice(0, end))
    for (const [keys, label] of [
      [columns(line, 2, 16), columns(line, 17, 36)],
      [columns(line, 38, 52), columns(line, 53, 79)]
    ] as const)
      for (const key of keys.split(" ")) if (key !== "") found.set(key, label)
  return found
}

/** The keys of the key line; those in brackets cannot be used now. */
const onKeyLine = (line: string) =>
  line.split(/ {2,}/).map((told) => {
    const bare = /^\((.*)\)$/.exec(told)?.[1]
    const [key = "", ...label] = (bare ?? told).split(" ")
    return { key, label: label.join(" "), disabled: bare !== undefined }
  })

const printable = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at))
const functionKeys = { F5: "15", F6: "17", F7: "18", F8: "19", F9: "20", F10: "21", F11: "23", F12: "24" } as const

const homes: Readonly<Record<Capture["as"], string | RegExp>> = {
  nobody: /\d+ 加 \d+/,
  longest: "接下来",
  administrator: "接下来",
  staff: "认证已失效"
}

describe.each(["nobody", "longest", "administrator", "staff"] as const)("the help of %s", (as) => {
  let terminal: RigTerminal
  beforeAll(async () => {
    terminal = openTerminal({ db: store.db, args: as === "staff" ? ["--as", "staff:li/supervisor"] : [] })
    const who = { longest, administrator: demoAdministrator } as const
    if (as === "longest" || as === "administrator") await logIn(terminal, who[as].username, who[as].password)
    await terminal.until(homes[as])
  })
  afterAll(() => terminal.close())

  const screens = captures.filter((capture) => capture.as === as && !capture.name.endsWith("-help"))
  it.each(screens)("T7: $name tells every key that is live, and no other does anything", async (capture) => {
    for (let depth = 0; depth < 6 && !/^(首页|登录)( {2}|$)/.test(terminal.screen()[1] ?? ""); depth++)
      await terminal.press("Esc")
    await terminal.until(homes[as])
    for (const key of capture.keys) await (typeof key === "string" ? terminal.press(key) : terminal.until(key))
    await terminal.until(capture.shows)
    const before = terminal.screen()
    const keyLine = onKeyLine(before.findLast((line) => line !== "") ?? "")
    const typing = keyLine.some(({ key }) => key === "F1")

    await terminal.press("F1")
    await terminal.until("通用")
    const told = helped(terminal.screen())
    await terminal.press("Esc")
    await terminal.until(() => seen(terminal.screen()) === seen(before))
    for (const { key, label, disabled } of keyLine) {
      const name = key === "Ctrl-C" ? "Ctrl-c" : key
      const said = told.get(name) ?? ""
      expect([capture.name, name, told.has(name)]).toEqual([capture.name, name, true])
      expect([name, said.startsWith(disabled ? `(${label.slice(0, 3)}` : label.slice(0, 3))]).toEqual([name, true])
      // The reason may be cut there; the status line tells it whole.
      if (disabled) expect(said).toContain(") 现")
    }

    const silent = typing
      ? (Object.keys(functionKeys) as ReadonlyArray<keyof typeof functionKeys>).filter((key) => !told.has(key))
      : printable.filter((key) => !told.has(key))
    if (typing) {
      const sent = silent.map((key) => `${ESC}[${functionKeys[key as keyof typeof functionKeys]}~`).join("")
      terminal.type(`${sent}${ESC}OP`)
      await terminal.until("通用")
      await terminal.press("Esc")
      await terminal.until(() => seen(terminal.screen()) === seen(before))
    } else {
      // One by one: many at once are a text that was pasted.
      for (const key of silent) {
        terminal.type(key)
        await terminal.until(`这里没有 ${key} 键`)
      }
      expect(seen(terminal.screen().slice(0, 20))).toBe(seen(before.slice(0, 20)))
    }
    for (const { key, label, disabled } of keyLine) {
      if (!disabled) continue
      await terminal.press(key)
      await terminal.until(new RegExp(`^! 不能${label.slice(0, 2).replace(/[[\]()]/g, ".")}`, "m"))
    }
    figures.push([told.size, silent.length])
    console.log(`T7: ${capture.name}: ${told.size} keys told, ${silent.length} others do nothing`)
  })
})

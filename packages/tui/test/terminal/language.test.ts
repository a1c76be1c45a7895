import { afterAll, beforeAll, expect, it } from "vitest"
import { captures } from "./captures.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore("longest")
})
afterAll(() => store.remove())

/** What no data stands in: who is there and where, what is said, and which keys there are. */
const chrome = (screen: ReadonlyArray<string>): string =>
  [screen[0]?.replace("F2 中文", ""), screen[1], screen.at(-3), screen.at(-2)].join("\n")

it("T21: F2 on every screen of staff and back leaves it as it was, with no Chinese of the program's own in between", async () => {
  const terminal = openTerminal({ db: store.db, args: ["--as", "staff:li/supervisor"] })
  const path = () => terminal.screen()[1] ?? ""
  const screens = captures.filter(({ as }) => as === "staff")
  for (const { keys, shows } of screens) {
    await terminal.until("认证已失效")
    for (const key of keys) await (typeof key === "string" ? terminal.press(key) : terminal.until(key))
    await terminal.until(shows)
    const [before, cursor] = [terminal.screen().map((line) => line.trimEnd()), terminal.cursor()]
    await terminal.press("F2")
    await terminal.until(/(\?|F1) help/)
    expect(chrome(terminal.screen())).not.toMatch(/\p{Script=Han}/u)
    await terminal.press("F2")
    await terminal.until(/(\?|F1) 帮助/)
    expect(terminal.screen().map((line) => line.trimEnd())).toEqual(before)
    // Where a hidden cursor is, nobody sees.
    expect(terminal.cursor()).toEqual(cursor.visible ? cursor : expect.objectContaining({ visible: false }))
    while (!/^首页( {2}|$)/.test(path())) {
      const left = path()
      await terminal.press("Esc")
      await terminal.until(() => path() !== left)
    }
  }
  console.log(`T21: ${screens.length} screens there and back the same, 0 Chinese of its own in English`)
  await terminal.close()
})

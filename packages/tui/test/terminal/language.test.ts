import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { cameIn, everybody, givePassword, goHome, goTo, ownChinese, screensOf } from "./rig/everyScreen.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore("longest")
  await givePassword(store.db)
})
let switched = 0
afterAll(() => {
  store.remove()
  console.log(`T21: ${switched} screens there and back the same, 0 Chinese of its own in English`)
})

/** What no data stands in: who is there and where, what is said, and which keys there are. */
const chrome = (screen: ReadonlyArray<string>): string =>
  [
    screen[0]?.replace("F2 中文", "").replace(/^(Single Window \|)[^|]*(?=\|.*\|)/, "$1"),
    screen[1],
    screen.at(-3),
    screen.at(-2)
  ].join("\n")

describe("T21: F2 and back leaves a screen as it was, with no Chinese of the program's own in between", () => {
  it.each(everybody)("T21: on every screen of %s", async (who) => {
    const terminal = await cameIn(store.db, who)
    for (const screen of screensOf(who)) {
      await goTo(terminal, who, screen)
      const [before, cursor] = [terminal.screen().map((line) => line.trimEnd()), terminal.cursor()]
      await terminal.press("F2")
      await terminal.until(/(\?|F1) help|Esc back$/m)
      expect([screen.keys, ownChinese(terminal.screen())]).toEqual([screen.keys, []])
      expect(chrome(terminal.screen())).not.toMatch(/\p{Script=Han}/u)
      await terminal.press("F2")
      await terminal.until(/(\?|F1) 帮助/)
      expect(terminal.screen().map((line) => line.trimEnd())).toEqual(before)
      // Where a hidden cursor is, nobody sees.
      expect(terminal.cursor()).toEqual(cursor.visible ? cursor : expect.objectContaining({ visible: false }))
      switched++
      await goHome(terminal)
    }
    await terminal.close()
  })
})

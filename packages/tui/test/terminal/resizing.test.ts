import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { widthOf } from "../../src/terminal/Row.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

describe("a size", () => {
  it("T18: of any kind shows one frame that fits, and keeps what was typed", async () => {
    const terminal = openTerminal({ db: store.db })
    await terminal.until(/\d+ 加 \d+/)
    terminal.type("王小明")
    await terminal.until("王小明")
    for (const [cols, rows] of [
      [60, 20],
      [200, 60],
      [79, 23],
      [80, 24],
      [61, 40],
      [120, 21]
    ] as const) {
      terminal.resize(cols, rows)
      await terminal.until((text) => {
        const line = terminal.screen()[rows - 4]?.startsWith("-".repeat(cols - 1)) ?? false
        return line && text.includes("用户名    [")
      })
      const screen = terminal.screen()
      expect(screen.filter((line) => line.includes("用户名    ["))).toHaveLength(1)
      expect(screen.join("\n")).toContain("王小明")
      expect(screen[rows - 1]).toBe("")
      for (const line of screen) expect(widthOf(line)).toBeLessThan(cols)
    }
    for (const [cols, rows] of [
      [20, 5],
      [59, 24],
      [80, 19]
    ] as const) {
      terminal.resize(cols, rows)
      await terminal.until((screen) => screen.trimEnd().split("\n").length === 1 && screen.includes("窗口太小"))
    }
    terminal.resize(80, 24)
    await terminal.until("王小明")
    await terminal.close()
  })
})

it("T18: 200 sizes at random while somebody types end with one frame and every character", async () => {
  const terminal = openTerminal({ db: store.db })
  await terminal.until(/\d+ 加 \d+/)
  const sizes = fc.sample(fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 5, max: 60 })), {
    numRuns: 200,
    seed: 18
  })
  let typed = ""
  for (const [at, [cols, rows]] of sizes.entries()) {
    terminal.resize(cols, rows)
    if (at % 10 !== 0) continue
    typed += "abcdefghijklmnopqrst".charAt(at / 10)
    terminal.type(typed.slice(-1))
    if (cols < 60 || rows < 20) await terminal.until("窗口太小")
    else await terminal.until(`[${typed} `)
  }
  terminal.resize(80, 24)
  await terminal.until((screen) => screen.includes(`[${typed} `) && screen.split("\n")[20] === "-".repeat(79))
  expect(terminal.text().split(typed)).toHaveLength(2)
  expect(terminal.cursor()).toEqual({ x: 18 + typed.length, y: 4, visible: true })
  await terminal.close()
  console.log(`T18: ${sizes.length} sizes at random, ${typed.length} characters typed, 0 lost, 1 frame`)
})

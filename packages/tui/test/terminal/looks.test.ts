import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { answerOf, logIn } from "./rig/logIn.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

const ESC = "\u001b"
const colours = new RegExp(`${ESC}\\[(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[;m]`)

describe("T19: colours", () => {
  it("T19: there are none with NO_COLOR, and every state is still told", async () => {
    const terminal = openTerminal({ db: store.db, env: { NO_COLOR: "1" } })
    await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
    await terminal.until("[未认证]")
    expect(terminal.bytes()).not.toMatch(colours)
    await terminal.close()
  })
  it("T19: F4 goes from colours to contrast to none, and everything reads the same", async () => {
    const terminal = openTerminal({ db: store.db })
    await terminal.until("演示账号")
    expect(terminal.bytes()).toMatch(colours)
    const before = terminal.screen().slice(0, 20)
    for (const name of ["高对比", "无色", "彩色"]) {
      await terminal.press("F4")
      await terminal.until((screen) => screen.split("\n")[21] === name)
      expect(terminal.screen().slice(0, 20)).toEqual(before)
    }
    await terminal.close()
  })
})

it("nothing that a library logs or warns of gets on the screen", async () => {
  const noise = `process.on("SIGUSR2", () => { console.error("noise"); console.log("noise"); process.emitWarning("noise") })`
  const options = `--import data:text/javascript,${encodeURIComponent(noise)}`
  const terminal = openTerminal({ db: store.db, args: ["--as", "staff:li"], env: { NODE_OPTIONS: options } })
  await terminal.until("认证已失效")
  const before = terminal.screen()
  terminal.kill("SIGUSR2")
  await terminal.press("w")
  await terminal.until("这里没有 w 键")
  expect(terminal.bytes()).not.toContain("noise")
  expect(terminal.screen().slice(0, 20)).toEqual(before.slice(0, 20))
  await terminal.close()
})

describe("no flicker", () => {
  it("nothing is erased after the start, a key costs little, and nothing is drawn while nobody types", async () => {
    const terminal = openTerminal({ db: store.db, args: ["--as", "staff:li"] })
    await terminal.until("认证已失效")
    const start = terminal.bytes().length
    const costs: Array<number> = []
    for (let round = 0; round < 10; round++) {
      for (const key of ["?", "Esc", "w"]) {
        const before = terminal.bytes().length
        await terminal.press(key)
        costs.push(terminal.bytes().length - before)
      }
    }
    expect(terminal.bytes().slice(start)).not.toMatch(new RegExp(`${ESC}\\[[23]J`))
    const median = costs.sort((one, other) => one - other)[Math.floor(costs.length / 2)]
    expect(median).toBeLessThanOrEqual(1024)
    const idle = terminal.bytes().length
    await terminal.until(() => false, 1500).catch(() => undefined)
    expect(terminal.bytes().length).toBe(idle)
    await terminal.close()
  })
})

describe("T20: for a screen reader", () => {
  it("T20: text is flat, every field has its label, and logging in works", async () => {
    const terminal = openTerminal({ db: store.db, env: { INK_SCREEN_READER: "true" } })
    await terminal.until(/\d+ 加 \d+/)
    expect(terminal.text()).not.toMatch(/-{5}|[|] {2}/)
    for (const label of ["用户名", "密  码", "验证码"]) expect(terminal.text()).toMatch(new RegExp(`${label}.*\\[`))
    terminal.type(demoAdministrator.username)
    await terminal.until(demoAdministrator.username)
    await terminal.press("Tab")
    terminal.type(demoAdministrator.password)
    await terminal.until("*".repeat(demoAdministrator.password.length))
    await terminal.press("Tab")
    terminal.type(answerOf(terminal.text()))
    await terminal.press("Enter")
    await terminal.until("接下来")
    const idle = terminal.bytes().length
    await terminal.until(() => false, 1500).catch(() => undefined)
    expect(terminal.bytes().length).toBe(idle)
    await terminal.close()
  })
})

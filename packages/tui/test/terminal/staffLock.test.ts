import { afterAll, beforeAll, expect, it } from "vitest"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

it("T17: staff come back by the host's own gate, and by nothing else, to where they were", async () => {
  const gate = `printf 'pass phrase? '; read -r given; test "$given" = "open $SINGLE_WINDOW_STAFF $SINGLE_WINDOW_STAFF_ROLE"`
  const terminal = openTerminal({
    db: store.db,
    args: ["--as", "staff:li/clerk"],
    env: { SINGLE_WINDOW_IDLE_MINUTES: "0.05", SINGLE_WINDOW_STAFF_UNLOCK: gate }
  })
  await terminal.until("全部账号")
  await terminal.press("e")
  await terminal.until("工作人员替账号归属人办理")
  terminal.type("ciq_qi_180")
  await terminal.until("[ciq_qi_180")
  await terminal.until("会话余 0:0")
  await terminal.until("F7 回到原处")
  expect(terminal.text()).not.toMatch(/li 工作人员|ciq_qi_180/)
  await terminal.press("F7")
  await terminal.until("pass phrase?")
  expect(terminal.isAlternate()).toBe(false)
  terminal.type("open li supervisor\r")
  await terminal.until("! 主机没有确认身份, 仍然锁定")
  expect(terminal.isAlternate()).toBe(true)
  const askedTimes = (times: number) => (screen: string) => screen.split("pass phrase?").length > times
  await terminal.press("F7")
  await terminal.until(askedTimes(2))
  // Neither does a key that ends what asks; the second one makes a process leave its memory behind, where it is not held back.
  for (const [at, key] of ["Ctrl-c", "\u001c"].entries()) {
    await terminal.press(key)
    await terminal.until("F7 回到原处")
    expect(terminal.isAlternate()).toBe(true)
    await terminal.press("F7")
    await terminal.until(askedTimes(3 + at))
  }
  terminal.type("open li clerk\r")
  await terminal.until("[ciq_qi_180")
  expect(terminal.screen()[0]).toContain("li 工作人员 (经办)")
  console.log("T17: staff came back by the host's gate after 2 refusals, to the form with what was typed in it")
  await terminal.close()
})

it("T17: nothing that was typed before or while the host asks is a key of the one who was recognised", async () => {
  const terminal = openTerminal({
    db: store.db,
    args: ["--as", "staff:li/supervisor"],
    env: {
      SINGLE_WINDOW_IDLE_MINUTES: "0.03",
      SINGLE_WINDOW_STAFF_UNLOCK: `printf 'pass phrase? '; read -r given; test "$given" = open`
    }
  })
  await terminal.until("全部账号")
  await terminal.until("F7 回到原处")
  // Whoever is at the locked screen lays keys behind the one that asks, all in one piece.
  terminal.type("\u001b[18~aa")
  await terminal.until("pass phrase?")
  // What the command does not read is left in the terminal.
  terminal.type("open\ru")
  await terminal.until("会话余")
  await terminal.until((screen) => !screen.includes("pass phrase?"))
  await terminal.press("?")
  await terminal.until("帮助: 首页")
  await terminal.press("Esc")
  await terminal.until("可以去")
  expect(terminal.screen()[1]).toMatch(/^首页 /)
  expect(terminal.text()).not.toMatch(/没有命令|这里没有/)
  await terminal.close()
})

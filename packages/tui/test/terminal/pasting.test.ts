import { afterAll, beforeAll, expect, it } from "vitest"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { logIn } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

/** Ten thousand bytes that would do harm, were they keys. */
const harm = (first: string): string =>
  `${first}${"\tx\r\u001b:quit\r\t\r\u001b[B\r\u001b\r\u001bOQ\u0013d\n\n".repeat(500)}`
    .slice(0, 9_990)
    .concat("\r:quit\r\r")

const place = (terminal: RigTerminal) => ({ path: terminal.screen()[1], row: terminal.cursor().y })
const line = (terminal: RigTerminal) => terminal.screen()[terminal.cursor().y] ?? ""

/** Both ways of pasting into the field in focus: it holds what fits, and nothing else has happened. */
const pastedInto = async (terminal: RigTerminal, name: string) => {
  await terminal.until(() => terminal.cursor().visible)
  const before = place(terminal)
  for (const [first, paste] of [
    ["marked", terminal.paste],
    ["raw", terminal.type]
  ] as const) {
    const log = terminal.bytes().length
    paste(harm(first))
    await terminal.until(() => terminal.bytes().length > log && /quit|OQ/.test(line(terminal)))
    // What was sent after it arrives after it: nothing of the paste is still on its way.
    await terminal.press("End", "Ctrl-u")
    await terminal.until(() => !/quit|OQ/.test(line(terminal)))
    terminal.type("alive")
    await terminal.until(() => line(terminal).includes("alive"))
    expect([name, first, place(terminal)]).toEqual([name, first, before])
    expect(terminal.text()).not.toMatch(/没有命令|已保存|已删除|^! (?!邮箱|企业)/m)
    await terminal.press("End", "Ctrl-u")
    await terminal.until(() => !line(terminal).includes("alive"))
  }
  console.log(`T6: ${name}: 2 of 2 pastes of 10 kB did nothing but fill the field`)
}

it("T6: a paste into the log-in submits nothing", async () => {
  const terminal = openTerminal({ db: store.db })
  await terminal.until(/\d+ 加 \d+/)
  await pastedInto(terminal, "log-in")
  await terminal.close()
})

it("T6: a paste into a filter, a command or a reason of staff runs nothing", async () => {
  const terminal = openTerminal({ db: store.db, args: ["--as", "staff:li/supervisor"] })
  await terminal.until("认证已失效")
  await terminal.press(":")
  await terminal.until(/^:$/m)
  await pastedInto(terminal, "command line")
  await terminal.press("Esc")
  await terminal.until("可以去")
  await terminal.press("c")
  await terminal.until("工作人员替帐号归属人办理")
  await terminal.press("Tab")
  await terminal.until(() => line(terminal).includes("事由"))
  await pastedInto(terminal, "reason of staff")
  await terminal.press("Esc")
  await terminal.until("认证已失效")
  await terminal.press("a")
  await terminal.until("选中行")
  await terminal.press("/")
  await terminal.until("状态:")
  await pastedInto(terminal, "filter of accounts")
  await terminal.close()
})

it("T6: a paste into an edit or a reason of an administrator saves and deletes nothing", async () => {
  const terminal = openTerminal({ db: store.db })
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("接下来")
  await terminal.press("e")
  await terminal.until("已用 0 / 2")
  await pastedInto(terminal, "edit of the enterprise")
  await terminal.press("Esc")
  await terminal.until("接下来")
  await terminal.press("o")
  await terminal.until("命中 10/10")
  await terminal.press("d")
  await terminal.until("什么也不删")
  await terminal.press("Tab")
  await terminal.until(() => line(terminal).includes("原因"))
  await pastedInto(terminal, "reason of a deletion")
  await terminal.close()
})

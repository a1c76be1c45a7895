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

/** As many as would be typed in a moment. */
const little = (first: string): string => `${first}\r:quit\r`

/** Every way of pasting into the field in focus: it holds what fits, and nothing else has happened. */
const pastedInto = async (terminal: RigTerminal, name: string) => {
  await terminal.until(() => terminal.cursor().visible)
  const before = place(terminal)
  for (const [first, paste, text] of [
    ["marked", terminal.paste, harm],
    ["raw", terminal.type, harm],
    ["little marked", terminal.paste, little],
    ["little raw", terminal.type, little]
  ] as const) {
    const log = terminal.bytes().length
    paste(text(first))
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
  console.log(`T6: ${name}: 4 of 4 pastes, of 10 kB and of one line, did nothing but fill the field`)
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
  await terminal.until("工作人员替账号归属人办理")
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

it("T6: a text that is not marked runs nothing where letters are commands", async () => {
  const terminal = openTerminal({ db: store.db })
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("接下来")
  await terminal.press("o")
  await terminal.until("命中 10/10")
  const before = terminal.screen().slice(0, 20)
  const texts = ["dzaps", "a z\r:quit\r", "n\rabcdef", "王小明", "zhang\t110101\r"]
  for (const text of texts) {
    terminal.type(text)
    await terminal.until("粘贴")
    expect([text, terminal.screen().slice(0, 20)]).toEqual([text, before])
    await terminal.press("j")
    await terminal.until((screen) => !screen.includes("粘贴"))
    await terminal.press("k")
    // Drawn before the next text comes: with it in one piece the key would be a part of a paste.
    await terminal.until(() => terminal.screen().slice(0, 20).join() === before.join())
  }
  console.log(`T6: ${texts.length} texts sent at once to a list of operators ran nothing`)
  await terminal.close()
})

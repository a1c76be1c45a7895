import { afterAll, beforeAll, expect, it } from "vitest"
import { singleWindow } from "../cli/single-window.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { answerOf, logIn } from "./rig/logIn.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

it("T17: a session that nobody types in warns, hides everything, and goes on where it was for the same person only", async () => {
  const terminal = openTerminal({ db: store.db, env: { SINGLE_WINDOW_IDLE_MINUTES: "0.07" } })
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("接下来")
  await terminal.press("p")
  await terminal.until("当前密码")
  await terminal.until("自动锁定")
  await terminal.until("已锁定", 15_000)
  expect(terminal.text()).not.toMatch(/qingdaoadmin 管理员|示例海岳/)
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("首页 > 修改密码")
  console.log(
    "T17: a holder was warned, locked out, and came back to the same screen; 0 of the data shown while locked"
  )
  await terminal.close()
})

it("an initial password is changed before anything else, and the new one logs in", async () => {
  const reset = ["do", "ResetOperatorPassword", "--as", demoAdministrator.username, "--db", `sqlite:${store.db}`]
  expect((await singleWindow([...reset, "--input", JSON.stringify({ account: "newclerk01" })])).status).toBe(0)
  const terminal = openTerminal({ db: store.db })
  await logIn(terminal, "newclerk01", "88888888")
  await terminal.until("改密之前")
  expect(terminal.screen()[0]).toContain("受限会话")
  // Neither by a command, which the help of a form takes.
  await terminal.press("F1")
  await terminal.until("帮助: 修改密码")
  await terminal.press(":")
  await terminal.until(/^:$/m)
  terminal.type("card")
  await terminal.until(/^:card$/m)
  await terminal.press("Enter")
  await terminal.until("没有命令 :card  命令: 帮助  退出")
  await terminal.press("Esc")
  await terminal.until("改密之前")
  await terminal.press("Enter")
  await terminal.until("还有未满足的要求")
  terminal.type("88888888")
  await terminal.press("Tab")
  terminal.type("88888888")
  await terminal.until("[未满足]  不是初始密码")
  await terminal.press("Ctrl-u")
  terminal.type("Clerk#2026")
  await terminal.press("Tab")
  terminal.type("Clerk#2026")
  await terminal.until((screen) => !screen.includes("[未满足]"))
  await terminal.press("Enter")
  await terminal.until("密码已修改")
  terminal.type("newclerk01")
  await terminal.press("Tab")
  terminal.type("Clerk#2026")
  await terminal.press("Tab")
  await terminal.until(/\d+ 加 \d+/)
  terminal.type(answerOf(terminal.text()))
  await terminal.press("Enter")
  await terminal.until("接下来")
  expect(terminal.screen()[0]).toContain("newclerk01 操作员")
  await terminal.close()
})

it("T17: a password that was typed at the log-in and left there is not there for whoever comes next", async () => {
  const terminal = openTerminal({ db: store.db, env: { SINGLE_WINDOW_IDLE_MINUTES: "0.03" } })
  await terminal.until("读卡器上输入的可空着")
  terminal.type("qingdaoadmin")
  await terminal.until("[qingdaoadmin")
  await terminal.press("Tab")
  terminal.type("Left#2026")
  await terminal.until("*********")
  await terminal.until((screen) => !/\*|\[qingdaoadmin/.test(screen))
  await terminal.press("Tab", "F6")
  await terminal.until(/密 {2}码 +\[ +\]/)
  expect(terminal.bytes()).not.toContain("Left#2026")
  await terminal.close()
})

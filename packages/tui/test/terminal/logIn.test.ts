import { existsSync, renameSync } from "node:fs"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { logIn } from "./rig/logIn.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

it("an administrator logs in, sees the enterprise's operators counted, and leaves", async () => {
  const terminal = openTerminal({ db: store.db })
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("接下来")
  expect(terminal.screen()[0]).toContain("青岛示例海岳食品有限公司 | qingdaoadmin 管理员")
  expect(terminal.isAlternate()).toBe(true)
  await terminal.press("Ctrl-c")
  await terminal.until("再按一次")
  await terminal.press("Ctrl-c")
  expect((await terminal.exited()).exitCode).toBe(0)
  expect(terminal.isAlternate()).toBe(false)
  await terminal.close()
})

it("a wrong password is told without saying what was wrong, and a new captcha comes", async () => {
  const terminal = openTerminal({ db: store.db, lang: "en" })
  await logIn(terminal, demoAdministrator.username, "Qingdao#2025")
  await terminal.until("! ")
  expect(terminal.text()).toMatch(/user name or password/i)
  expect(terminal.text()).not.toContain("********")
  await terminal.until(/\d+ (plus|minus) \d+/)
  await terminal.close()
})

it("a store that was moved away is told in Chinese on a Chinese screen", async () => {
  const terminal = openTerminal({ db: store.db })
  await terminal.until(/\d+ 加 \d+/)
  for (const end of ["", "-wal", "-shm"])
    if (existsSync(store.db + end)) renameSync(store.db + end, `${store.db}.away${end}`)
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("! 暂时无法读取或保存数据")
  expect(terminal.text()).toContain("demo.db 在使用中被移走")
  for (const end of ["", "-wal", "-shm"])
    if (existsSync(`${store.db}.away${end}`)) renameSync(`${store.db}.away${end}`, store.db + end)
  await terminal.close()
})

it("a finger that stays on Enter logs in once, and changes the password by one try and not by as many as lock the account", async () => {
  const own = await demoStore()
  const terminal = openTerminal({ db: own.db })
  const held = async () => {
    for (let time = 0; time < 8; time++) await terminal.press("Enter")
  }
  const { username, password } = demoAdministrator
  await logIn(terminal, username, password)
  await held()
  await terminal.until("接下来")
  await terminal.press("p")
  await terminal.until("当前密码")
  const next = `${password}7`
  for (const [text, shows] of [
    [password, "长度 0"],
    [next, `长度 ${next.length}`],
    [next, "[满足]    两次输入一致"]
  ] as const) {
    terminal.type(text)
    await terminal.until(shows)
    await terminal.until(/\*{12}/)
    await terminal.press("Tab")
  }
  await terminal.until("[ 保存并重新登录 ]")
  await held()
  await terminal.until("未登录")
  await logIn(terminal, username, next)
  await terminal.until("接下来")
  await terminal.close()
  own.remove()
})

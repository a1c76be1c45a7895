import { afterAll, beforeAll, expect, it } from "vitest"
import { singleWindow } from "../cli/single-window.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { logIn } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

let store: DemoStore
let terminal: RigTerminal
beforeAll(async () => {
  store = await demoStore()
  terminal = openTerminal({ db: store.db })
  await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
  await terminal.until("接下来")
}, 60_000)
afterAll(async () => {
  await terminal.close()
  store.remove()
})

/** The user names that show, in order. */
const names = () =>
  terminal
    .screen()
    .slice(6, 14)
    .map((line) => line.slice(3).split(" ")[0] ?? "")
    .filter((name) => name !== "")

/** Puts somebody in focus by filtering, as a person does. */
const find = async (username: string) => {
  await terminal.press("/")
  await terminal.until("Esc 清空")
  terminal.type(username)
  await terminal.until(`[${username}`)
  await terminal.press("Enter")
  await terminal.until(`/${username}`)
}
const clear = async () => {
  await terminal.press("/")
  await terminal.until("Esc 清空")
  await terminal.press("Esc")
  await terminal.until("已选")
}

const history = async (username: string) => {
  const { stdout } = await singleWindow(["history", username, "--json", "--db", `sqlite:${store.db}`])
  return (JSON.parse(stdout) as { history: ReadonlyArray<{ event: string; reason?: string }> }).history
}

/** An account as it is told, deleted or not. */
const account = async (username: string): Promise<unknown> => {
  const asked = ["accounts", "--username", username, "--deleted", "--json", "--db", `sqlite:${store.db}`]
  const { accounts } = JSON.parse((await singleWindow(asked)).stdout) as { accounts: ReadonlyArray<unknown> }
  expect(accounts).toHaveLength(1)
  return accounts[0]
}
let before: unknown

it("the list is filtered, sorted and marked, and says why something cannot be done", async () => {
  await terminal.press("o")
  await terminal.until("命中 10/10")
  expect(names().slice(0, 3)).toEqual(["ciq_qi_180", "hy_bg_03", "hyfood"])
  await find("密码:初始")
  await terminal.until("命中 2/10")
  expect(names()).toEqual(["newclerk01", "qi55"])
  await clear()
  await terminal.press("s")
  await terminal.until("排序: 认证")
  await terminal.press("s", "s", "s")
  await terminal.until("排序: 操作员用户名")
  await terminal.press("G")
  await terminal.until("选中  qingdaoadmin")
  for (const key of ["d", "p", "a", "c"]) {
    await terminal.press(key)
    await terminal.until("管理员账号和本人账号受保护")
  }
  await terminal.press("k")
  await terminal.until("企业信息不一致: 组织机构代码")
  expect(terminal.text()).toContain("[!] 组织机构代码")
  await terminal.press("d")
  await terminal.until("! 不能删除: 企业信息不一致")
  await terminal.press("z")
  await terminal.until("! 不能撤销删除")
  await terminal.press("g", "Space")
  await terminal.until("已选 1")
  await terminal.press("Space")
  await terminal.until("已选 0")
})

it("T10: a user is deleted only by its exact name and a reason, and cancel comes first", async () => {
  before = await account("qi155")
  await find("qi155")
  await terminal.press("d")
  await terminal.until("什么也不删")
  await terminal.press("Enter")
  await terminal.until("命中 1/10")
  await terminal.press("d")
  await terminal.until("什么也不删")
  await terminal.press("Tab")
  terminal.type("离职")
  await terminal.until("[离职")
  await terminal.press("Tab")
  let refused = 0
  for (const [typed, told] of [
    ["qi15", "还差 1 个字符"],
    ["QI155", "与用户名不一致"],
    ["ｑｉ１５５", "与用户名不一致"],
    ["qi155 ", "与用户名不一致"]
  ] as const) {
    terminal.type(typed)
    await terminal.until(told)
    await terminal.press("Ctrl-s")
    await terminal.until("! 不能删除")
    await terminal.press("Tab", "Enter")
    await terminal.until("! 不能删除")
    await terminal.press("Shift-Tab", "Ctrl-u")
    await terminal.until("还差 5 个字符")
    refused++
  }
  terminal.paste("qi155\t")
  await terminal.until("与用户名不一致")
  await terminal.press("Ctrl-s")
  await terminal.until("! 不能删除")
  refused++
  await terminal.press("Backspace")
  await terminal.until("[v] 一致")
  await terminal.press("Tab", "Enter")
  await terminal.until("已删除 qi155")
  expect(await account("qi155")).toMatchObject({ status: "deleted" })
  console.log(`T10: ${refused} of 5 wrong names deleted nothing, the exact one did, Enter at once cancelled`)
})

it("T11: one key brings the deleted user back as it was, and both are in the journal", async () => {
  await terminal.press("z")
  await terminal.until("已恢复 qi155")
  await terminal.until("命中 1/10")
  expect((await history("qi155")).slice(-2)).toMatchObject([
    { event: "AccountDeleted", reason: "离职", actor: expect.stringContaining("acct-") },
    { event: "AccountRestored" }
  ])
  expect(await account("qi155")).toEqual(before)
  console.log("T11: state equal to before, 2 of 2 events in the journal")
  await terminal.press("z")
  await terminal.until("没有删除过用户")
  await clear()
})

it("a personal account is admitted", async () => {
  await find("ciq_qi_180")
  await terminal.press("a")
  await terminal.until("升级为本企业操作员, 账号")
  await terminal.until("选中  ciq_qi_180  企业操作员")
  await terminal.press("a")
  await terminal.until("! 不能升级为操作员: 已是")
  await clear()
})

it("one password is reset by two keys, and several only after their number was typed", async () => {
  await find("newclerk01")
  await terminal.press("p")
  await terminal.until("将重置  newclerk01")
  await terminal.press("Enter")
  await terminal.until("已重置为默认密码 (八个 8)")
  await terminal.press("Enter")
  await terminal.until("/newclerk01")
  await clear()
  await terminal.press("g", "Space", "j", "Space")
  await terminal.until("已选 2")
  await terminal.press("p")
  await terminal.until("等 2 个")
  await terminal.press("Ctrl-s")
  await terminal.until("! 不能重置: 数目不一致")
  await terminal.press("Enter")
  await terminal.until("命中 10/10   已选 2")
  await terminal.press("p")
  await terminal.until("等 2 个")
  await terminal.press("Tab", "Tab")
  terminal.type("2")
  await terminal.until("[v] 一致")
  await terminal.press("Tab", "Enter")
  await terminal.until("已重置为默认密码")
  expect(terminal.text()).toContain("ciq_qi_180  hy_bg_03")
  await terminal.press("Enter")
  await terminal.until("命中 10/10   已选 0")
})

const fill = async (values: ReadonlyArray<string>) => {
  for (const value of values) {
    if (value === "") await terminal.press("Tab")
    else {
      terminal.type(value)
      const hidden = /^\d{17}[\dX]$/.test(value)
      await terminal.until(`[${hidden ? "*".repeat(value.length) : value.slice(0, 20)}`)
      await terminal.press("Tab")
    }
  }
}

it("a cardless operator is added, each field judged while it is typed", async () => {
  await terminal.press("n")
  await terminal.until("必填 8 项")
  terminal.type("abc")
  await terminal.until("[!] 内容过短")
  terminal.type("def1")
  await terminal.until((text) => text.includes("[abcdef1") && text.includes("[v]"))
  await terminal.press("Tab")
  await fill(["赵五", "13900005678", "", "11010519491231002X", "20180101", "00000000"])
  terminal.type("zhao@")
  await terminal.until("[!] 格式不对")
  await terminal.press("Ctrl-s")
  await terminal.until("! 邮箱有误")
  terminal.type("example.com")
  await terminal.until("已填 8 项, 0 项有误")
  await terminal.press("Ctrl-s")
  await terminal.until("已新增无卡操作员 abcdef1")
  expect(terminal.text()).toContain("八个 8")
  await terminal.press("Enter")
  await terminal.until("命中 11/11")
})

it("a user is recreated under its own name, typed again to confirm", async () => {
  await find("hy_bg_03")
  await terminal.press("c")
  await terminal.until("逐字输入原用户名")
  terminal.type("hy_bg_0")
  await terminal.until("须与原用户名逐字相同")
  terminal.type("3")
  await terminal.until((text) => !text.includes("须与原用户名"))
  await terminal.press("Tab")
  await fill(["钱六", "13900005679", "", "120116196702239990", "20211124", "00000000", "qian@example.com"])
  await terminal.press("Ctrl-s")
  await terminal.until("并以同名新增无卡操作员 hy_bg_03")
  expect((await history("hy_bg_03")).at(-1)).toMatchObject({ reason: "重建为无卡操作员" })
  await terminal.press("Enter")
  await terminal.until("无卡操作员")
})

it("no number and no whole name of anybody was ever written to the terminal, nor one that was typed", () => {
  const people = ["510107198308029974", "徐明月", "61011319770917997X", "赵建新", "EX0001535", "13800001030"]
  const typed = ["11010519491231002X", "120116196702239990"]
  expect([...people, ...typed].filter((one) => terminal.bytes().includes(one))).toEqual([])
})

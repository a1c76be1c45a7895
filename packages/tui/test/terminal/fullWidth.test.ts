import { afterAll, beforeAll, expect, it } from "vitest"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { eitherUntil } from "./rig/eitherUntil.js"
import { logIn } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

type Step = readonly [ascii: string, full: string, shows: string | RegExp]

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

/** Without blanks at the end, which are those of what stood there before. */
const seen = (terminal: RigTerminal): string => terminal.text().replace(/ +$/gm, "")

const same = (one: RigTerminal, other: RigTerminal) => eitherUntil(one, other, () => seen(other) === seen(one))

/** The same steps in two terminals, one with ASCII keys and the other as an input method sends them. */
const compared = async (one: RigTerminal, other: RigTerminal, steps: ReadonlyArray<Step>) => {
  let done = 0
  await same(one, other)
  for (const [ascii, full, shows] of steps) {
    await one.press(ascii)
    await one.until(shows)
    await other.press(full)
    await same(one, other)
    done++
  }
  console.log(`T5: ${done} of ${steps.length} screens the same`)
  expect(done).toBe(steps.length)
}

/** Two at once, the last of which may find its screen late. */
const pair = async (args: ReadonlyArray<string>, ready: (terminal: RigTerminal) => Promise<void>) => {
  const terminals = [openTerminal({ db: store.db, args }), openTerminal({ db: store.db, args })] as const
  await Promise.all(terminals.map(ready))
  return terminals
}

const staff: ReadonlyArray<Step> = [
  ["?", "？", "帮助: 首页"],
  ["Esc", "Esc", "认证已失效"],
  [":", "：", /^: *$/m],
  ["Esc", "Esc", "可以去"],
  ["a", "ａ", "选中行  @jinmen"],
  ["j", "ｊ", "选中行  be76"],
  [" ", "　", "已选 1"],
  ["k", "ｋ", "选中行  @jinmen"],
  ["G", "Ｇ", /第 \d+-172 行/],
  ["g", "ｇ", /第 1-\d+ 行/],
  ["s", "ｓ", /排序: (?!用户名)/],
  ["U", "Ｕ", "已选 0"],
  ["?", "？", "帮助: 账号"],
  ["Esc", "Esc", "已选 0"],
  ["/", "、", "状态:"],
  ["Esc", "Esc", "已选 0"],
  ["/", "／", "状态:"],
  ["Esc", "Esc", "已选 0"],
  ["Esc", "Esc", "认证已失效"],
  ["u", "ｕ", "命中 67/67"],
  ["j", "ｊ", ">  R-02"],
  ["/", "、", "[ "],
  ["Esc", "Esc", "命中 67/67"],
  ["?", "？", "帮助: 规则"],
  ["Esc", "Esc", "命中 67/67"],
  ["w", "ｗ", "这里没有 w 键"],
  ["Esc", "Esc", "认证已失效"]
]

const administrator: ReadonlyArray<Step> = [
  ["?", "？", "帮助: 首页"],
  ["Esc", "Esc", "接下来"],
  ["o", "ｏ", "命中 10/10"],
  ["j", "ｊ", "选中  hy_bg_03"],
  [" ", "　", "已选 1"],
  [" ", "　", "已选 0"],
  ["v", "ｖ", /命中 (\d+)\/\1/],
  ["s", "ｓ", /排序: (?!操作员用户名)/],
  ["G", "Ｇ", /选中 {2}(?!hy_bg_03)/],
  ["z", "ｚ", "! 不能撤销删除"],
  ["?", "？", "帮助: "],
  ["Esc", "Esc", "命中 "],
  ["/", "、", "Esc 清空"],
  ["Esc", "Esc", "命中 "],
  ["/", "／", "Esc 清空"],
  ["Esc", "Esc", "命中 "],
  [":", "：", /^: *$/m],
  ["Esc", "Esc", "删除后可恢复"]
]

it("T5: full-width keys show staff the same home, accounts and rules", async () => {
  const [one, other] = await pair(["--as", "staff:li/supervisor"], (terminal) => terminal.until("认证已失效"))
  await compared(one, other, staff)
  await Promise.all([one.close(), other.close()])
})

it("T5: full-width keys show an administrator the same home and operators", async () => {
  const { username, password } = demoAdministrator
  const [one, other] = await pair([], async (terminal) => {
    await logIn(terminal, username, password)
    await terminal.until("接下来")
  })
  await compared(one, other, administrator)
  await Promise.all([one.close(), other.close()])
})

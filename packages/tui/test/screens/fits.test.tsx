import type { PortName } from "@single-window/core"
import type { World } from "@single-window/testkit"
import { afterEach, expect, it } from "vitest"
import { en as actingEn } from "../../src/screens/acting/en.js"
import { zhCN as actingZh } from "../../src/screens/acting/zhCN.js"
import { identityWords } from "../../src/screens/identity/rows.js"
import { widthOf } from "../../src/terminal/Row.js"
import { longest } from "../terminal/rig/longNames.js"
import { type OpenScreen, openScreen } from "./inProcess.js"

/** East-Asian width "A", as far as a screen could be tempted to use it; names may hold a middle dot. */
const ambiguous = /[\u2010-\u2027\u2030-\u205E\u2100-\u27BF\u2500-\u25FF\u00D7\u00F7\u00B0-\u00B4]/u

const account: World.Seed = {
  ...longest,
  enterprise: { ...longest.enterprise, organizationCode: "MA00EX003" },
  origin: "migrated"
}

let screen: OpenScreen
afterEach(() => screen?.close())

const fits = (text: string) => {
  const lines = text.split("\n")
  expect(lines.length).toBeLessThanOrEqual(23)
  for (const line of lines) {
    expect([line, widthOf(line) <= 79]).toEqual([line, true])
    // Sentences of the core are written for every kind of screen.
    if (!/[“”]/.test(line)) expect([line, ambiguous.exec(line)?.[0]]).toEqual([line, undefined])
  }
}

/** What stands on the screen when nothing has changed on it for a moment. */
const settled = async (): Promise<string> => {
  for (;;) {
    const before = screen.text()
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (screen.text() === before) return before
  }
}

/** What is seen fits in both languages, tells a way out, and is the same again after it was read in the other one. */
const look = async (shows: string | RegExp) => {
  await screen.until(shows)
  await screen.until(/(\?|F1) 帮助/)
  const chinese = await settled()
  fits(chinese)
  await screen.press("F2")
  await screen.until(/(\?|F1) help/)
  fits(screen.text())
  await screen.press("F2")
  await screen.until(shows)
  expect((await settled()).replaceAll(/\d+:\d\d|\d+ 秒/g, "")).toBe(chinese.replaceAll(/\d+:\d\d|\d+ 秒/g, ""))
}

const answers = (port: PortName, ...next: Parameters<OpenScreen["mock"]["runtime"]["fault"]>[1]) =>
  screen.run(screen.mock.runtime.fault(port, next))

it("every screen of editing and certifying fits, with the longest names there can be", async () => {
  screen = await openScreen({ accounts: [account], as: longest.username })
  await screen.until("可以去")
  await screen.press("e")
  await look("已用 0 / 2")
  screen.type("示例".repeat(50))
  await screen.press("Tab")
  screen.type("91310115XN0010384W")
  await screen.press("Ctrl-s")
  await look("最多只能修改两项")
  await screen.press("Shift-Tab", "F8")
  await answers("registry", "match")
  await screen.press("Ctrl-s")
  await look("保存前请核对")
  await screen.press("Esc", "F7", "Esc")
  await screen.until("可以去")
  await screen.press("i")
  await look("留空的项目不改")
  await screen.press("Tab", "Right")
  screen.type("1")
  await look("换证件类型时要填新的证件号码")
  await screen.press("F7", "Esc", "c")
  await look("三种都可以做")
  await screen.press("b")
  await look("没有绑卡")
  await screen.press("Esc", "Enter")
  await look("电子口岸卡")
  await screen.press("Enter")
  await look("输入卡密码后读卡")
  screen.type("1")
  await screen.press("Enter")
  await look("没有插卡")
  await screen.press("F9")
  await look("放弃本次认证?")
  await screen.press("Esc", "Esc", "j", "Enter")
  await screen.until("另有一个进行中的认证")
  await look("法定代表人的证件类型")
  await screen.press("Enter")
  await look("市场监管总局")
  await screen.press("Tab")
  screen.type("110101196804139994")
  await answers("registry", "mismatch", "match")
  await screen.press("Enter")
  await look("企业信息校验不通过")
  await screen.press("F5", "Enter")
  await look("第一步已核")
  screen.type("20180101")
  await screen.press("Tab")
  screen.type("00000000")
  await answers("id-card", "mismatch-or-no-record", "match")
  await screen.press("Enter")
  await look("身份信息核验未通过")
  await screen.press("F10")
  await look("获取验证码")
  screen.type("6227000000009000020")
  await screen.press("Tab")
  screen.type("13800001002")
  await answers("bank-card", "mismatch", "match", "match")
  await screen.press("F5")
  await look("银行卡核验未通过")
  await screen.press("Backspace")
  screen.type("3")
  await screen.press("F5")
  await look("验证码已发往")
  await screen.press("Ctrl-o")
  await screen.until(/手机验证码 +\[\d{6}/)
  await screen.press("Enter")
  await look("账号归属人 (页面上称管理员)")
  await screen.press("Esc", "j", "Enter")
  await screen.until("中国建设银行")
  await screen.press("Tab", "Enter")
  await look("等待银行回跳")
})

it("the words that screens share are ASCII and Chinese, and none of their lines is too long", () => {
  const texts = [actingZh, actingEn, identityWords.zh, identityWords.en].flatMap((words) =>
    JSON.stringify(words, (_, value) => (typeof value === "function" ? value("x", "x") : value))
  )
  for (const text of texts) expect(ambiguous.exec(text)).toBeNull()
})

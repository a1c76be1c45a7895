import type { World } from "@single-window/testkit"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

let screen: OpenScreen
beforeAll(async () => {
  screen = await openScreen({ accounts: [accountOf("sh77", "shanghai")], as: "sh77" })
  await screen.until("可以去")
  await screen.press("c")
  await screen.until("三种都可以做")
  await screen.press("Enter")
  await screen.until("这种方式还没有开始")
  await screen.press("Enter")
  await screen.until("输入卡密码后读卡")
  await screen.press("Ctrl-o")
  await screen.until("已插入")
})
afterAll(() => screen.close())

const faults: ReadonlyArray<readonly [World.FaultAnswer, string, string]> = [
  ["control-missing", "没有客户端控件", "安装客户端控件"],
  ["reader-missing", "没有读卡器", "插好读卡器和卡后重试"],
  ["card-missing", "没有插卡", "插好读卡器和卡后重试"],
  ["pin-wrong", "已插卡, 密码不对", "检查后重新填写"],
  ["pin-locked", "已插卡, 密码已锁", "到制卡机构办理延期、解锁或换卡"],
  ["expired", "已插卡, 卡已过期", "到制卡机构办理延期、解锁或换卡"],
  ["not-trusted", "已插卡, 证书未通过", "使用银行 UKEY 认证"]
]

describe("what the reader can answer", () => {
  it.each(faults)(
    "%s: the screen says how reader and card stand and what can be done",
    async (fault, state, remedy) => {
      const asked = async () => (await screen.run(screen.mock.runtime.asked("card"))).length
      await screen.press("F5", "Ctrl-u")
      await screen.until("长度 0")
      screen.type("12345678")
      await screen.until("长度 8")
      await screen.run(screen.mock.runtime.fault("card", [fault]))
      const before = await asked()
      await screen.press("Enter", "Enter", "Enter")
      await screen.until(state)
      expect(screen.text()).toContain(`> ${remedy}`)
      expect(await asked()).toBe(before + 1)
    }
  )

  it("after all of them the right PIN still opens the next step", async () => {
    await screen.press("F5", "Ctrl-u")
    screen.type("12345678")
    await screen.until("长度 8")
    await screen.press("Enter")
    await screen.until("所填身份信息会替换")
  })
})

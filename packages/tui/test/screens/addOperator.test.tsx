import { afterEach, describe, expect, it } from "vitest"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

let screen: OpenScreen
afterEach(() => screen.close())

describe("adding an operator", () => {
  it("asks before what was typed is given up, again when typing went on, and not where nothing was", async () => {
    screen = await openScreen({ accounts: [{ ...accountOf("sh77", "shanghai"), role: "administrator" }], as: "sh77" })
    await screen.until("可以去")
    await screen.press("o")
    await screen.until("命中")
    await screen.press("n")
    await screen.until("新增无卡操作员")
    screen.type("zhangsan01")
    await screen.until("zhangsan01")
    await screen.press("Esc")
    await screen.until("再按一次 Esc 放弃")
    expect(screen.text()).toContain("zhangsan01")
    screen.type("5")
    await screen.until("zhangsan015")
    await screen.press("Esc")
    await screen.until("再按一次 Esc 放弃")
    await screen.press("Esc")
    await screen.until("命中")
    await screen.press("n")
    await screen.until("新增无卡操作员")
    await screen.press("Esc")
    await screen.until("命中")
  })
})

import { afterEach, expect, it } from "vitest"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

let screen: OpenScreen
afterEach(() => screen.close())

/** The card's enterprise has an administrator, so that its legal-person card may come in. */
const open = async () => {
  screen = await openScreen({ accounts: [{ ...accountOf("sh77", "shanghai"), role: "administrator" }] })
  await screen.until(/\d+ 加 \d+/)
  await screen.run(screen.mock.runtime.insert("shanghai-legal-person"))
}
const triesLeft = () => screen.run(screen.mock.runtime.pinTriesLeft("shanghai-legal-person"))

it("a card comes in with the PIN that is typed beside it, and Enter there does not send the password", async () => {
  await open()
  const whole = await triesLeft()
  await screen.press("Tab", "Tab", "Tab", "Tab")
  screen.type("00000000")
  await screen.until("[********")
  await screen.press("Enter")
  await screen.until("! 卡密码不正确")
  expect(await triesLeft()).toBe(whole - 1)
  expect(screen.text()).not.toContain("[********")
  await screen.press("Enter")
  await screen.until("请重新输入")
  screen.type("12345678")
  await screen.until("[********")
  await screen.press("Enter")
  await screen.until("法人卡")
  await screen.until("我的操作员")
  expect(await triesLeft()).toBe(whole)
})

it("a card whose reader asks for the PIN itself comes in with nothing typed here", async () => {
  await open()
  await screen.press("F9")
  await screen.until("我的操作员")
})

import { afterAll, beforeAll, expect, it } from "vitest"
import { singleWindow } from "../cli/single-window.js"
import { choose, dates, person } from "./certifying.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
}, 60_000)
afterAll(() => store.remove())

const staff = () => openTerminal({ db: store.db, args: ["--as", "staff:li/clerk"] })

it("T13: by the legal representative, killed after each step, and never asking anybody twice", async () => {
  let t = staff()
  const again = async () => {
    t.kill("SIGKILL")
    await t.exited()
    t = staff()
    await choose(t, "shanghai127")
    await t.until("[进行中]")
    await t.press("j", "Enter")
  }
  await choose(t, "shanghai127")
  await t.press("j", "Enter")
  await t.until("这种方式还没有开始")
  await t.press("Enter")
  await t.until("市场监管总局")
  await t.press("Tab")
  t.type(person("rep-shanghai").document.number)
  await t.until("[******************")
  await t.press("Enter")
  await t.until("法定代表人\n")
  await again()
  await t.until("第一步已核")
  await t.press("F10")
  await t.until("预留手机号")
  t.type(person("rep-shanghai").bankCard)
  await t.until("[*******************")
  await t.press("Tab")
  t.type(person("rep-shanghai").mobile)
  await t.until(`[${person("rep-shanghai").mobile}`)
  await t.press("F5")
  await t.until("验证码已发往")
  await t.press("Ctrl-o")
  await t.until(/手机验证码 +\[\d{6}/)
  await t.press("Enter")
  await t.until("账号归属人 (页面上称管理员)")
  await again()
  await t.until("账号归属人 (页面上称管理员)")
  await dates(t, "shanghai127")
  await t.until("您已完成实名认证")
  expect(t.text()).toContain("安全级别: [中]")
  await t.close()
  const { stdout } = await singleWindow(["history", "shanghai127", "--db", `sqlite:${store.db}`, "--json"])
  const times = (event: string) => stdout.split(event).length - 1
  expect([times("EnterpriseVerified"), times("BankCardCodeSent"), times("CertificationStarted")]).toEqual([1, 1, 1])
  console.log("T13: killed after each of 2 steps, resumed there, 0 calls twice")
})

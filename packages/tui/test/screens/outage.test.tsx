import { monitorEventLoopDelay } from "node:perf_hooks"
import type { PortName } from "@single-window/core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf, person, stored } from "./people.js"

const who = "sh77"
const { document, name, validity } = person(who)
const representative = person("rep-shanghai")
const [from = "", to = ""] = [validity?.from, validity?.to]

const lag = monitorEventLoopDelay({ resolution: 10 })
const told: Array<number> = []
const keys: Array<number> = []
/** The loop's lag at which 99 of 100 times are shorter, without the ten milliseconds between two looks at it. */
const p99 = () => Math.max(0, lag.percentile(99) / 1e6 - 10)
beforeAll(() => {
  lag.enable()
})
afterAll(() => {
  lag.disable()
  const most = (times: ReadonlyArray<number>) => Math.round(Math.max(...times))
  const [message, help] = [most(told), most(keys)]
  console.log(
    `T14: ${told.length} outages told within ${message} ms, help within ${help} ms, loop lag p99 ${p99().toFixed(1)} ms`
  )
})

let screen: OpenScreen
afterEach(() => screen.close())

const open = async (...keys: ReadonlyArray<string>) => {
  screen = await openScreen({ accounts: [accountOf(who, "shanghai")], as: who })
  await screen.until("可以去")
  await screen.press("c")
  await screen.until("三种都可以做")
  await screen.press(...keys)
  await screen.until("这种方式还没有开始")
}

const fail = (port: PortName) => screen.run(screen.mock.runtime.fault(port, ["unavailable"]))

/** What the step says when its party cannot be asked: at once, with the keys alive, nothing lost and nothing spent. */
const sufferedAnd = async (says: string, keeps: ReadonlyArray<string | RegExp>) => {
  const begun = Date.now()
  await screen.until(says, 10_000)
  told.push(Date.now() - begun)
  expect(told.at(-1)).toBeLessThan(10_000)
  for (const kept of keeps) expect(screen.text()).toMatch(kept)
  const asked = Date.now()
  await screen.press("F1")
  await screen.until("通用")
  keys.push(Date.now() - asked)
  await screen.press("Esc")
  await screen.until(says)
  const { account } = await screen.run(stored(who))
  expect(account.attempts).toEqual({})
  return account
}

describe("T14: an outage", () => {
  it("T14: of the registry, of CTID, of the bank-card check and of the SMS, on every step of the representative's way", async () => {
    await open("j", "Enter")
    await screen.press("Enter")
    await screen.until("市场监管总局")
    await screen.press("Tab")
    screen.type(representative.document.number)
    await fail("registry")
    await screen.press("Enter")
    await sufferedAnd("暂时无法进行企业登记信息核验", [/\[\*{18} /])
    await screen.press("Enter")
    await screen.until("第一步已核")
    screen.type(representative.validity?.from ?? "")
    await screen.press("Tab")
    screen.type("00000000")
    await fail("id-card")
    await screen.press("Enter")
    await sufferedAnd("暂时无法进行身份证核验", [representative.validity?.from ?? "", "00000000"])
    await screen.press("F10")
    await screen.until("预留手机号")
    screen.type(representative.bankCard ?? "")
    await screen.press("Tab")
    screen.type(representative.mobile ?? "")
    await fail("bank-card")
    await screen.press("F5")
    await sufferedAnd("暂时无法进行银行卡核验", [representative.mobile ?? ""])
    await fail("sms")
    await screen.press("F5")
    const account = await sufferedAnd("暂时无法进行短信发送", [representative.mobile ?? "", /\[ 获取验证码 \] *\n/])
    expect(account.smsSent).toEqual([])
    await screen.press("F5")
    await screen.until("验证码已发往")
  })

  it("T14: of the card reader, with the PIN not submitted again by itself, and of CTID after it", async () => {
    await open("Enter")
    await screen.press("Enter")
    await screen.until("卡密码")
    await screen.press("Ctrl-o")
    await screen.until("已插入")
    screen.type("12345678")
    await screen.until("长度 8")
    await fail("card")
    await screen.press("Enter", "Enter", "Enter")
    await sufferedAnd("暂时无法进行读卡", ["长度 8"])
    expect(await screen.run(screen.mock.runtime.asked("card"))).toHaveLength(1)
    await screen.press("F5", "Enter")
    await screen.until("所填身份信息会替换")
    screen.type(name)
    await screen.press("Tab", "Tab")
    screen.type(document.number)
    await screen.press("Tab")
    screen.type(from)
    await screen.press("Tab")
    screen.type(to)
    await fail("id-card")
    await screen.press("Enter")
    await sufferedAnd("暂时无法进行身份证核验", [name, from, to])
    await screen.press("Enter")
    await screen.until("已完成实名认证")
  })

  it("T14: of the bank's gateway, before and after the browser went there", async () => {
    await open("j", "j", "Enter")
    await screen.press("Tab")
    await fail("bank-ukey")
    await screen.press("Enter")
    await sufferedAnd("暂时无法进行银行 UKEY 认证", [/中国建设银行/])
    await screen.press("Enter")
    await screen.until("等待银行回跳")
    await fail("bank-ukey")
    await screen.press("Ctrl-o")
    await sufferedAnd("暂时无法进行银行 UKEY 认证", ["等待银行回跳", "https://"])
    await screen.press("Ctrl-o")
    await screen.until("账号归属人 (页面上称管理员)")
  })

  it("T14: the loop is free to hear keys all the while", () => {
    // On a machine that is busy with other things; the figure itself is printed.
    expect(told.length).toBeGreaterThan(0)
    expect(p99()).toBeLessThan(1000)
  })

  it("T14: that is slow can be broken off by Esc, and nothing is spent", async () => {
    await open("Enter")
    await screen.press("Enter")
    await screen.until("卡密码")
    await screen.press("Ctrl-o")
    await screen.until("已插入")
    screen.type("12345678")
    await screen.run(screen.mock.runtime.fault("card", ["late"]))
    await screen.press("Enter")
    await screen.until("处理中")
    await screen.press("Esc")
    await screen.until("已取消")
    expect(screen.text()).toContain("长度 8")
    expect(await screen.run(screen.mock.runtime.pinTriesLeft("shanghai-legal-person"))).toBe(3)
  })
})

describe("an enterprise that cannot be verified", () => {
  it("ends this method, and offers the others", async () => {
    await open("j", "Enter")
    await screen.press("Enter")
    await screen.until("市场监管总局")
    await screen.press("Tab")
    screen.type(representative.document.number)
    await screen.run(screen.mock.runtime.fault("registry", ["not-supported"]))
    await screen.press("Enter")
    await screen.until("改用 IC 卡认证 (推荐)")
    await screen.until("这种方式还没有开始")
    await screen.press("Enter")
    await screen.until("IC 卡认证 ")
    await screen.until("电子口岸卡")
    expect(screen.text()).toContain("首页 > 实名认证 > IC 卡认证")
  })
})

describe("a wait", () => {
  it("ticks once a second at most, and not at all for a screen reader, who is told the time instead", async () => {
    for (const screenReader of [false, true]) {
      screen = await openScreen({ accounts: [accountOf(who, "shanghai")], as: who, screenReader })
      await screen.until("可以去")
      await screen.press("c")
      await screen.until("三种都可以做")
      await screen.press("j", "j", "Enter")
      await screen.until("去银行认证")
      await screen.press("Tab", "Enter")
      await screen.until("等待银行回跳")
      await new Promise((resolve) => setTimeout(resolve, 300))
      const before = screen.frames()
      await new Promise((resolve) => setTimeout(resolve, 2300))
      const drawn = screen.frames() - before
      if (screenReader) expect(drawn).toBe(0)
      else expect(drawn).toBeGreaterThanOrEqual(1)
      expect(drawn).toBeLessThanOrEqual(3)
      if (!screenReader) await screen.close()
    }
  })
})

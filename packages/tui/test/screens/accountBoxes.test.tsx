import { Store } from "@single-window/core"
import * as Effect from "effect/Effect"
import { afterEach, describe, expect, it } from "vitest"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf, certifyByCard, person, stored } from "./people.js"

let screen: OpenScreen
afterEach(() => screen.close())

/** How often something is in the journal of the account. */
const count = async (event: string) =>
  (await screen.run(stored("sh77"))).history.filter((entry) => entry.event._tag === event).length

const lock = Effect.gen(function* () {
  const store = yield* Store
  const before = yield* store.byUsername("sh77")
  if (before === undefined) return yield* Effect.dieMessage("no account")
  yield* store.commit({
    changes: [{ before, events: [{ _tag: "PasswordTried", lockedUntil: Date.now() + 900_000, hardLocked: false }] }],
    at: Date.now(),
    actor: "anonymous"
  })
})

const open = async () => {
  screen = await openScreen({ accounts: [accountOf("sh77", "shanghai")], as: "staff:li/supervisor" })
  await screen.until("全部账号")
}
const toAccount = async () => {
  await screen.press(":")
  screen.type("account sh77")
  await screen.press("Enter")
  await screen.until("最近发生的事")
}
const fill = async (text: string) => {
  screen.type(text)
  await screen.until(`[${text}`)
}

describe("taking a lock away", () => {
  it("needs a reason, goes into the journal with it, and lets the holder in", async () => {
    await open()
    await screen.run(lock)
    await toAccount()
    expect(screen.text()).toContain("状态 [锁定]")
    await screen.press("u")
    await screen.until("解除锁定: sh77")
    await screen.press("Ctrl-s")
    await screen.until("! 请写原因")
    await fill("本人来电, 已核对")
    // The first button is the one that changes nothing.
    await screen.press("Tab", "Enter")
    await screen.until("最近发生的事")
    expect(await count("AccountUnlocked")).toBe(0)
    await screen.press("u")
    await screen.until("解除锁定: sh77")
    await fill("本人来电, 已核对")
    await screen.press("Tab", "Tab", "Enter")
    await screen.until("已解除锁定")
    await screen.until("状态 [正常]")
    const { history } = await screen.run(stored("sh77"))
    expect(history.at(-1)).toMatchObject({ event: { _tag: "AccountUnlocked" }, reason: "本人来电, 已核对" })
    expect(history.at(-1)?.actor).toBe("staff:li/supervisor")
    await screen.press("u")
    await screen.until("! 不能解除锁定: 账号没有锁定")
  })

  it("is stopped by Esc, which a second one puts away, and done once when it is asked twice", async () => {
    await open()
    await screen.run(lock)
    await toAccount()
    await screen.press("u")
    await screen.until("解除锁定: sh77")
    await fill("核对")
    let release = screen.hold()
    await screen.press("Ctrl-s")
    await screen.until("处理中")
    await screen.press("Esc")
    await screen.until("已取消")
    release()
    // What was typed is there still, and so is the lock.
    expect(screen.text()).toContain("[核对")
    expect(await count("AccountUnlocked")).toBe(0)
    release = screen.hold("after")
    await screen.press("Ctrl-s")
    await screen.until("处理中")
    await screen.press("Ctrl-s")
    release()
    await screen.until("已解除锁定")
    expect(await count("AccountUnlocked")).toBe(1)
  })
})

describe("correcting the enterprise", () => {
  const right = { name: "上海示例申港国际货运有限公司", representative: accountOf("sh77", "shanghai").enterprise }

  const fillIn = async () => {
    await screen.press("e")
    await screen.until("证明材料编号")
    expect(screen.text()).toMatch(/法人姓名 +\[ +\]/)
    await screen.press("Ctrl-u")
    await fill(right.name)
    await screen.press("Tab", "Tab", "Tab")
    await fill(right.representative.legalRepresentativeName)
    await screen.press("Tab")
    await fill("EV-2026-017")
    await screen.press("Tab")
    await fill("营业执照变更")
  }

  it("is looked at first, tells what becomes void, and is on record with its evidence", async () => {
    await open()
    await screen.run(certifyByCard(screen.mock, "sh77", "shanghai-legal-person"))
    await toAccount()
    await fillIn()
    await screen.press("Ctrl-s")
    await screen.until('! 不能更正: 先按 "先看后果"')
    await screen.press("F5")
    await screen.until("将更改: ")
    expect(screen.text()).toMatch(/将更改: 企业名称; {2}失效: 企业信息认证/)
    expect(await count("EnterpriseCorrected")).toBe(0)
    // Changed once more, it has to be looked at once more.
    screen.type("。")
    await screen.until("(Ctrl-s 更正)")
    expect(screen.text()).not.toContain("将更改")
    await screen.press("Backspace")
    await screen.press("F5")
    await screen.until("将更改: ")
    await screen.press("Ctrl-s")
    await screen.until("已更正")
    await screen.until(right.name)
    const { account, history } = await screen.run(stored("sh77"))
    expect(account.enterprise).toEqual({ ...right.representative, name: right.name })
    expect(history.find(({ event }) => event._tag === "EnterpriseCorrected")).toMatchObject({
      event: { evidence: "EV-2026-017" },
      reason: "营业执照变更",
      actor: "staff:li/supervisor"
    })
    expect(account.certification.enterprise.state).toBe("voided")
  })

  it("says what is wrong with it, and that the same values change nothing", async () => {
    await open()
    await toAccount()
    await screen.press("e")
    await screen.until("证明材料编号")
    await screen.press("F5")
    await screen.until(/\n! .+/)
    await screen.press("Tab", "Tab", "Tab")
    await fill(person("rep-shanghai").name)
    await screen.press("Tab")
    await fill("EV-1")
    await screen.press("Tab")
    await fill("照抄")
    await screen.press("F5")
    await screen.until("与现在的值相同, 什么也不会改")
    await screen.press("Esc")
    await screen.until("最近发生的事")
    expect(screen.text()).not.toContain("\n! ")
    expect(await count("EnterpriseCorrected")).toBe(0)
  })

  it("is stopped by Esc before it is done, and is there once when it is done", async () => {
    await open()
    await toAccount()
    await fillIn()
    await screen.press("F5")
    await screen.until("将更改: ")
    let release = screen.hold()
    await screen.press("Ctrl-s")
    await screen.until("处理中")
    await screen.press("Esc")
    await screen.until("已取消")
    release()
    expect(await count("EnterpriseCorrected")).toBe(0)
    release = screen.hold("after")
    await screen.press("Ctrl-s")
    await screen.until("处理中")
    await screen.press("Ctrl-s")
    release()
    await screen.until("已更正")
    expect(await count("EnterpriseCorrected")).toBe(1)
  })
})

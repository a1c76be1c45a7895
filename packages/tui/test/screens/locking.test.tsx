import { afterEach, describe, expect, it } from "vitest"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

let screen: OpenScreen
afterEach(() => screen.close())

const soon = { idle: 500, absolute: 3_600_000, warning: 100 }

/** Staff in the middle of a form, locked. */
const lockedStaff = async (gate?: (who: { readonly name: string }) => boolean) => {
  screen = await openScreen({
    accounts: [accountOf("sh77", "shanghai")],
    as: "staff:li/clerk",
    limits: soon,
    ...(gate === undefined ? {} : { gate })
  })
  await screen.until("认证已失效")
  await screen.press("e")
  await screen.until("工作人员替账号归属人办理")
  screen.type("sh77")
  await screen.until("[sh77")
  await screen.until("已锁定")
  expect(screen.text()).not.toMatch(/sh77|li 工作人员|工作人员替账号/)
}

describe("T17: a session that was locked", () => {
  it("shows nothing, and opens again for whom the host lets in, with what was typed", async () => {
    const asked: Array<string> = []
    await lockedStaff(({ name }) => asked.push(name) > 1)
    await screen.press("F7")
    await screen.until("主机没有确认身份")
    expect(screen.text()).not.toContain("sh77")
    await screen.press("F7")
    await screen.until("[sh77")
    expect(asked).toEqual(["li", "li"])
  })

  it("is forgotten where that is wanted", async () => {
    await lockedStaff(() => true)
    await screen.press("F10")
    await screen.until("原来打开的内容已丢弃")
    await screen.press("F7")
    expect(screen.text()).not.toMatch(/sh77|F7/)
  })

  it("of a demonstration opens by the key that opens it to everybody", async () => {
    await lockedStaff()
    await screen.press("F7")
    await screen.until("[sh77")
  })
})

import { Ledger } from "@single-window/core"
import type { World } from "@single-window/testkit"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { afterEach, expect, it } from "vitest"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

let screen: OpenScreen
afterEach(() => screen.close())

const COUNT = 650
const nameOf = (at: number) => `many${String(at).padStart(3, "0")}`

/** More entries than two windows of the journal. */
const accounts = Array.from({ length: COUNT }, (_, at): World.Seed => {
  const { holder, mobile: _mobile, ...rest } = accountOf("sh77", "shanghai")
  const document = { type: "passport" as const, number: `EX${String(1_000_000 + at)}` }
  return { ...rest, username: nameOf(at), holder: { name: holder.name, document } }
})

const places = Effect.flatMap(Ledger, (ledger) => Stream.runCollect(ledger.journal(0)))

const open = async (key: string, shows: string | RegExp) => {
  screen = await openScreen({ accounts, as: "staff:li/supervisor" })
  await screen.until("全部账号")
  await screen.press(key)
  await screen.until(shows)
}

it("T9: older windows of the journal are read on to the first entry of all, none of them twice; the chain is whole", async () => {
  await open("l", "命中 300/300+")
  const total = Chunk.size(await screen.run(places))
  expect(total).toBeGreaterThan(600)
  expect(screen.text()).toContain(nameOf(COUNT - 1))
  await screen.press("o")
  await screen.until("命中 600/600+")
  await screen.press("o")
  await screen.until(`命中 ${total}/${total} `)
  await screen.press("G")
  await screen.until(new RegExp(`^> .* ${nameOf(0)}`, "m"))
  const [, end] = /^> .* (many\d+)/m.exec(screen.text()) ?? []
  expect(end).toBe(nameOf(0))
  await screen.press("o")
  await screen.until("已经读到最早的一条")
  expect(screen.text()).toContain(`命中 ${total}/${total} `)
  // Each account once, whichever window it came in.
  for (const at of [0, 49, 50, 349, 350, 649]) {
    await screen.press("/")
    await screen.until("几个词都要出现")
    for (let length = 0; length < 12; length++) await screen.press("Backspace")
    screen.type(nameOf(at))
    await screen.until(`[${nameOf(at)}`)
    await screen.press("Enter")
    await screen.until(new RegExp(`/${nameOf(at)} .*命中 1/${total}`))
  }
  await screen.press("c")
  await screen.until(`链完整: ${total} 条`)
}, 20_000)

it("T1: Esc while the funnel counts stops it, says that the numbers are not whole, and stays; r counts everybody", async () => {
  await open("l", "命中 300/300+")
  await screen.press("Esc")
  await screen.until("全部账号")
  const go = screen.hold()
  await screen.press("f")
  await screen.until("还在数")
  await screen.press("Esc")
  await screen.until("数字不全")
  expect(screen.text()).toContain("认证漏斗")
  go()
  await screen.press("r")
  await screen.until(`共 ${COUNT} 个账号`)
  expect(screen.text()).not.toContain("数字不全")
  await screen.press("Esc")
  await screen.until("全部账号")
}, 20_000)

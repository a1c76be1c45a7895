import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { World } from "@single-window/testkit"
import { afterAll, afterEach, expect, it } from "vitest"
import { folder } from "../cli/single-window.js"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

const { path: here, remove } = folder()
let screen: OpenScreen
afterEach(() => screen.close())
afterAll(remove)

const COUNT = 450
const initial = (at: number) => at % 7 === 6
const nameOf = (at: number) => `many${String(at).padStart(3, "0")}`

/** More than two pages of the query; every seventh has the initial password still. */
const accounts = Array.from({ length: COUNT }, (_, at): World.Seed => {
  const { holder, mobile: _mobile, ...rest } = accountOf("sh77", "shanghai")
  const document = { type: "passport" as const, number: `EX${String(1_000_000 + at)}` }
  const password = { password: "Initial#2026", mustChangePassword: true }
  return { ...rest, username: nameOf(at), holder: { name: holder.name, document }, ...(initial(at) ? password : {}) }
})

const all = Array.from({ length: COUNT }, (_, at) => at)
const byStatus = [...all.filter(initial), ...all.filter((at) => !initial(at))].map(nameOf)

const shown = () => [...screen.text().matchAll(/^[> ][* ] (many\d+)/gm)].map(([, name]) => name)

it("T9: a list of several pages keeps its order, its place and its marks when it is read again and come back to", async () => {
  screen = await openScreen({ accounts, as: "staff:li/supervisor" })
  await screen.until("全部账号")
  await screen.press("a")
  await screen.until("命中 200+")
  expect(shown()).toEqual(all.slice(0, 11).map(nameOf))
  await screen.press("s")
  await screen.until("排序: 状态")
  expect(screen.text()).toContain("命中 450 ")
  expect(shown()).toEqual(byStatus.slice(0, 11))
  await screen.press("j", "Space", "PgDn", "PgDn", "Space")
  const before = shown()
  expect(before).toEqual(byStatus.slice(13, 24))
  await screen.press("r")
  await screen.until(/命中 450 .*已选 2/)
  await screen.until("排序: 状态")
  expect(shown()).toEqual(before)
  await screen.press("Enter")
  await screen.until("最近发生的事")
  await screen.press("Esc")
  await screen.until(/命中 450 .*已选 2/)
  expect(shown()).toEqual(before)
  await screen.press("G")
  await screen.until(`>  ${nameOf(449)}`)
  await screen.press("s", "s", "s", "s", "s")
  await screen.until("排序: 用户名")
  await screen.press("G", "PgUp")
  expect(shown()).toContain(nameOf(438))
})

it("all pages are exported, and the far end of a list is reached at once", async () => {
  screen = await openScreen({ accounts, as: "staff:li/supervisor" })
  await screen.until("全部账号")
  await screen.press("a")
  await screen.until("命中 200+")
  await screen.press("G")
  await screen.until(`>  ${nameOf(449)}`)
  const path = join(here, "many.csv")
  await screen.press("x")
  await screen.until("文件名")
  await screen.press("Ctrl-u")
  screen.type(path)
  await screen.until("many.csv ")
  await screen.press("Enter")
  await screen.until("已写入 450 个账号")
  const lines = readFileSync(path, "utf8").trimEnd().split("\r\n").slice(1)
  expect(lines.map((line) => line.split(",")[0])).toEqual(all.map(nameOf))
})

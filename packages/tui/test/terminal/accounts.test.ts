import type { AccountView } from "@single-window/core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Sort, sorts } from "../../src/screens/accounts/model.js"
import { zhCN } from "../../src/screens/accounts/zhCN.js"
import { fitted } from "../../src/terminal/Row.js"
import { singleWindow } from "../cli/single-window.js"
import { inOrder } from "../screens/accountsReference.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

let store: DemoStore
let terminal: RigTerminal
let all: ReadonlyArray<AccountView>
let compared = 0
beforeAll(async () => {
  store = await demoStore()
  const asked = ["accounts", "--json", "--limit", "500", "--deleted", "--db", `sqlite:${store.db}`]
  all = (JSON.parse((await singleWindow(asked)).stdout) as { accounts: ReadonlyArray<AccountView> }).accounts
  terminal = openTerminal({ db: store.db, args: ["--as", "staff:li/supervisor"] })
  await terminal.until("全部账号")
}, 60_000)
afterAll(async () => {
  await terminal.close()
  store.remove()
  console.log(`T9: ${compared} screens of ${all.length} accounts equal to the model of the list`)
})

/** Rows of the list at 80x24, and the line of the terminal where they begin. */
const HEIGHT = 11
const FIRST = 5

/** The plain model of what a person has done so far. */
const model = { filter: "", meant: (_: AccountView) => true, sort: "username" as Sort, at: 0, from: 0 }
/** By more than the user name: who was deleted shares it with a successor. */
const marks = new Set<string>()
const nameOf = ({ username, status }: AccountView) => (status === "deleted" ? `${username} (deleted)` : username)

const rows = () =>
  inOrder(all.filter((one) => (one.status === "deleted") === /删/.test(model.filter)).filter(model.meant), model.sort)

const moveTo = (place: number) => {
  const count = rows().length
  model.at = Math.max(0, Math.min(place, count - 1))
  if (model.at < model.from) model.from = model.at
  if (model.at >= model.from + HEIGHT) model.from = model.at - HEIGHT + 1
}

/** The whole list as it must stand there: signs, user names, how many, and where in them. */
const compare = async () => {
  const found = rows()
  const wanted = Array.from({ length: HEIGHT }, (_, shown) => {
    const one = found[model.from + shown]
    if (one === undefined) return ""
    const sign = `${model.from + shown === model.at ? ">" : " "}${marks.has(nameOf(one)) ? "*" : " "} `
    return sign + fitted(one.username, 18).trimEnd()
  })
  const seen = () =>
    terminal
      .screen()
      .slice(FIRST, FIRST + HEIGHT)
      .map((line) => line.slice(0, 3) + (line.slice(3).split("  ")[0] ?? ""))
  const heading = `${model.filter === "" ? zhCN.noFilter : `/${model.filter}`}   命中 ${found.length}  已选 ${marks.size}`
  const last = Math.min(model.from + HEIGHT, found.length)
  const status =
    found.length === 0 ? "" : zhCN.position(model.from + 1, last, String(found.length), zhCN.sorts[model.sort])
  const holds = () =>
    JSON.stringify(seen()) === JSON.stringify(wanted) &&
    terminal.screen()[3]?.includes(heading) === true &&
    terminal.screen()[21] === status
  await terminal.until(holds, 4000).catch(() => {
    expect([terminal.screen()[3]?.split(`${zhCN.filter} `)[1], ...seen(), terminal.screen()[21]]).toEqual([
      heading,
      ...wanted,
      status
    ])
  })
  compared++
}

/** Keys one after the other, the whole screen compared after each. */
const press = async (
  ...keys: ReadonlyArray<"j" | "k" | "g" | "G" | "PgDn" | "PgUp" | "Space" | "s" | "n" | "N" | "U">
) => {
  for (const key of keys) {
    const count = rows().length
    const hits = rows().flatMap((one, place) => (model.filter !== "" || marks.has(nameOf(one)) ? [place] : []))
    const inFocus = rows()[model.at]
    const name = inFocus === undefined ? "" : nameOf(inFocus)
    await terminal.press(key)
    switch (key) {
      case "Space":
        if (!marks.delete(name)) marks.add(name)
        break
      case "s":
        model.sort = sorts[(sorts.indexOf(model.sort) + 1) % sorts.length] ?? "username"
        break
      case "U":
        marks.clear()
        break
      case "n":
        moveTo(hits.find((place) => place > model.at) ?? hits[0] ?? model.at)
        break
      case "N":
        moveTo(hits.findLast((place) => place < model.at) ?? hits.at(-1) ?? model.at)
        break
      default:
        moveTo(
          { j: model.at + 1, k: model.at - 1, g: 0, G: count - 1, PgDn: model.at + HEIGHT, PgUp: model.at - HEIGHT }[
            key
          ]
        )
    }
    await compare()
  }
}

const filter = async (text: string, meant: (one: AccountView) => boolean) => {
  const typed = model.filter
  await terminal.press("/")
  await terminal.until("也可以写 字段:值")
  if (typed !== "") await terminal.press("Ctrl-u")
  terminal.type(text)
  if (text !== "") await terminal.until(`[${text}`)
  await terminal.press("Enter")
  Object.assign(model, { filter: text, meant, sort: "username", at: 0, from: 0 })
  await terminal.until((screen) => !screen.includes("也可以写 字段:值"))
  await compare()
}

it("T9: filter, order, marks and pages are those of a plain array of the same accounts", async () => {
  await terminal.press("a")
  await terminal.until(/命中 \d+ /)
  await compare()
  await press("PgDn", "PgDn", "j", "Space", "k", "k", "Space", "PgUp", "PgUp", "PgUp", "PgDn")
  // The next that is marked, around the end, both ways.
  await press("n", "n", "n", "N", "N", "G", "PgUp", "n", "g", "N")
  for (let one = 0; one < 5; one++) await press("s", "PgDn", "j", "Space", "G", "PgUp", "Space", "k")
  await press("s")
  expect(marks.size).toBeGreaterThan(4)
})

it("T9: filters keep the marks, find what they say, and a wrong one finds nobody", async () => {
  await filter("状态:初始", ({ status }) => status === "password-change-required")
  await press("PgDn", "s", "s", "Space", "n", "N", "G")
  await filter("来源:迁移 上海", (one) => one.origin === "migrated" && one.enterprise.name.includes("上海"))
  await press("s", "PgDn", "PgUp", "Space")
  await filter("状态:已删", () => true)
  await press("G", "Space")
  await terminal.press("Enter")
  await terminal.until("! 不能看详情: 已删除的账号没有详情页")
  await press("g")
  await filter("nobody_at_all", () => false)
  await terminal.press("/")
  await terminal.until("也可以写 字段:值")
  await terminal.press("Ctrl-u")
  terminal.type("状况:锁定")
  await terminal.until("[状况:锁定")
  await terminal.press("Enter")
  await terminal.until('没有字段 "状况"')
  await terminal.press("Esc")
  await compare()
  await filter("", () => true)
  await press("U")
})

it("T9: Esc leaves everything as it was: from a filter, an export, the help, a command and an account", async () => {
  await filter("来源:迁移", ({ origin }) => origin === "migrated")
  await press("s", "s", "PgDn", "j", "Space", "j", "Space", "PgDn", "k")
  const before = terminal.screen()
  for (const [key, shows, gone] of [
    ["/", "也可以写 字段:值", "也可以写 字段:值"],
    ["x", "导出已选的", "导出已选的"],
    ["?", "通用", "通用"],
    [":", ":", "命令:"],
    ["Enter", "最近发生的事", "最近发生的事"]
  ] as const) {
    await terminal.press(key)
    if (key === ":") await terminal.until("命令: ")
    else await terminal.until(shows)
    if (key === "/" || key === "x" || key === ":") terminal.type("abc")
    if (key === "/" || key === "x" || key === ":") await terminal.until(/abc/)
    await terminal.press("Esc")
    await terminal.until((screen) => !screen.includes(gone))
    await compare()
    expect(terminal.screen()).toEqual(before)
  }
  await press("n", "U")
})

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Personas } from "@single-window/testkit"
import { load } from "@single-window/testkit/wire/bank-site"
import { Effect, Exit, Scope } from "effect"
import { afterAll, beforeAll, expect, it } from "vitest"
import { folder, jsonOf, singleWindow } from "../cli/single-window.js"
import { openTerminal } from "../terminal/rig/openTerminal.js"
import { freePort, throughTheBank } from "./browser.js"
import { migrated, secrets, type Town, town, verifiersOf } from "./town.js"

const { path: here, remove } = folder()
const scope = Effect.runSync(Scope.make())
const db = join(here, "real.db")
const config = join(here, "config/single-window.json")
const env = { ...secrets, SINGLE_WINDOW_CONFIG: config, SINGLE_WINDOW_DB: `sqlite:${db}`, SINGLE_WINDOW_OSC52: "1" }
let all: Town
let returnUrl = ""

beforeAll(async () => {
  all = await Effect.runPromise(Scope.extend(town, scope))
  returnUrl = `http://127.0.0.1:${await freePort()}/bank-return`
  writeFileSync(config, JSON.stringify({ verifiers: verifiersOf(all, join(here, "config"), returnUrl) }))
  const rows = join(here, "rows.ndjson")
  writeFileSync(rows, migrated({ ciq_td_03: "linYong" }))
  expect(jsonOf(await singleWindow(["import", rows, "--json"], { env }))).toMatchObject({ imported: 1 })
}, 30_000)
afterAll(async () => {
  await Effect.runPromise(Scope.close(scope, Exit.void))
  remove()
})

it("the screen waits on this machine, the browser comes back from the bank, and the next step opens by itself", async () => {
  await Effect.runPromise(all.site.insertUkey("CCB", "tongda"))
  const t = openTerminal({ db, env, args: ["--as", "staff:li/clerk"] })
  await t.until("可以去")
  await t.press("c")
  await t.until("工作人员替账号归属人办理")
  t.type("ciq_td_03")
  await t.until("[ciq_td_03")
  await t.press("Tab")
  t.type("来电申请")
  await t.until("[来电申请")
  await t.press("Enter")
  await t.until("三种都可以做")
  expect(t.text()).not.toContain("[模拟]")
  await t.press("j", "j", "Enter")
  await t.until("中国建设银行")
  await t.press("Tab", "Enter")
  await t.until("本机正在等待浏览器回来")
  expect(t.text()).toContain(`${returnUrl}/start`)
  // Esc stops the waiting and closes the port; `w` opens it again for the same request, `n` for a new one.
  await t.press("Esc")
  await t.until("已取消")
  await expect(load(`${returnUrl}/start`, "GET", "")).rejects.toThrow()
  await t.until("按 w 再等")
  await t.press("w")
  await t.until("本机正在等待浏览器回来")
  await t.press("n")
  await t.until("本机正在等待浏览器回来")
  // The page looks the same until the new request is there, which may take a moment.
  const copied = `\u001b]52;c;${Buffer.from(`${returnUrl}/start`).toString("base64")}\u0007`
  for (let tries = 0; tries < 50 && !t.bytes().includes(copied); tries++) await t.press("y")
  await t.until("地址已送到剪贴板")
  expect(t.bytes()).toContain(copied)
  const { text } = await load(`${returnUrl}/start`, "GET", "")
  await throughTheBank(text, "CCB", all.site.ca)
  await t.until("账号归属人 (页面上称管理员)")
  const { validity } = Personas.holderOf("linYong")
  t.type(validity?.from ?? "")
  await t.until(`[${validity?.from}`)
  await t.press("Tab")
  t.type(validity?.to ?? "")
  await t.until(`[${validity?.to}`)
  await t.press("Enter")
  await t.until("已完成实名认证")
  await t.close()
}, 30_000)

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, Exit, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { folder, jsonOf } from "../cli/single-window.js"
import { openTerminal } from "../terminal/rig/openTerminal.js"
import { cards, migrated, secrets, type Town, town, verifiersOf } from "./town.js"

const { path: here, remove } = folder()
const scope = Effect.runSync(Scope.make())
let all: Town
const db = `sqlite:${join(here, "real.db")}`
const config = join(here, "single-window.json")
const env = { ...secrets, SINGLE_WINDOW_CONFIG: config }
const card = cards.tongdaLegalPerson

beforeAll(async () => {
  all = await Effect.runPromise(Scope.extend(town, scope))
  const { card: reader } = verifiersOf(all, here, "http://127.0.0.1:61280/bank-return")
  writeFileSync(config, JSON.stringify({ verifiers: { card: reader } }))
  const rows = join(here, "rows.ndjson")
  writeFileSync(rows, migrated({ ciq_td_01: "zhangWei" }))
  expect(await inProcess(["import", rows, "--db", db])).toMatchObject({ status: 0 })
  if (card !== undefined) await Effect.runPromise(all.control.insert(card))
}, 30_000)
afterAll(async () => {
  await Effect.runPromise(Scope.close(scope, Exit.void))
  remove()
})

describe("the PIN for a command that carries none", () => {
  it("is asked for at the terminal, not shown, and entered once", async () => {
    const pin = card?.pin ?? ""
    const terminal = openTerminal({ args: ["do", "BindCard", "--as", "ciq_td_01", "--db", db], lang: "en", env })
    try {
      await terminal.until("The card's PIN (not shown)")
      terminal.type(`${pin}x`)
      await terminal.press("Backspace", "Left", "Home", "Enter")
      expect(await terminal.exited()).toMatchObject({ exitCode: 0 })
      expect(terminal.text()).toContain("Done")
      expect(terminal.bytes()).not.toContain(pin)
    } finally {
      await terminal.close()
    }
    expect(await Effect.runPromise(all.control.pinsEntered)).toBe(1)
    const account = await inProcess(["account", "ciq_td_01", "--db", db, "--json"])
    expect(jsonOf(account)).toMatchObject({ cardBinding: "bound" })
  })

  it("is not entered by whoever thinks better of it", async () => {
    const terminal = openTerminal({ args: ["do", "LogInWithCard", "--as", "anonymous", "--db", db], lang: "en", env })
    try {
      await terminal.until("The card's PIN")
      await terminal.press("1", "Ctrl-c")
      expect(await terminal.exited()).toMatchObject({ exitCode: 3 })
    } finally {
      await terminal.close()
    }
    expect(await Effect.runPromise(all.control.pinsEntered)).toBe(1)
  })

  it("is typed on the screen that binds the card or logs in by it, hidden, and entered once", async () => {
    const pin = card?.pin ?? ""
    expect(await inProcess(["do", "UnbindCard", "--as", "ciq_td_01", "--db", db])).toMatchObject({ status: 0 })
    const entered = () => Effect.runPromise(all.control.pinsEntered)
    const before = await entered()
    const staff = openTerminal({ db: join(here, "real.db"), args: ["--as", "staff:li/clerk"], env })
    const holder = openTerminal({ db: join(here, "real.db"), env })
    try {
      await staff.until("可以去")
      await staff.press(":")
      await staff.until(/^:$/m)
      staff.type("绑卡 ciq_td_01")
      await staff.until(":绑卡 ciq_td_01")
      await staff.press("Enter")
      await staff.until("为哪个账号办理")
      staff.type("来电申请")
      await staff.until("[来电申请")
      await staff.press("Enter")
      await staff.until("[没有绑卡]")
      staff.type(pin)
      await staff.until(`[${"*".repeat(pin.length)} `)
      await staff.press("Enter")
      await staff.until("[已绑卡]")
      expect((await entered()) - before).toBe(1)
      await holder.until("读卡器上输入的可空着")
      await holder.press("Tab", "Tab", "Tab", "Tab")
      holder.type(pin)
      await holder.until(`[${"*".repeat(pin.length)} `)
      await holder.press("Enter")
      await holder.until(/ciq_td_01 个人/)
      expect((await entered()) - before).toBe(2)
      expect(staff.bytes() + holder.bytes()).not.toContain(pin)
    } finally {
      await Promise.all([staff.close(), holder.close()])
    }
  })

  it("is not asked for where nobody could answer", async () => {
    const ended = await inProcess(["do", "LogInWithCard", "--as", "anonymous", "--db", db, "--lang", "en"], env)
    expect(ended.stderr).not.toContain("PIN (not shown)")
  })
})

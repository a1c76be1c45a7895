import { readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { join as joined, prepare } from "../../src/terminal/begin.js"
import { inProcess } from "../cli/inProcess.js"
import { acting, calculates, cellsOf, hostileTexts } from "../screens/hostileTexts.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

/** What a store takes at all: no text with NUL or half a character. */
const kinds = Object.entries(hostileTexts).map(
  ([kind, text]) => [kind, text.replaceAll(/\p{Cs}/gu, "").replaceAll(String.fromCharCode(0), "")] as const
)
let store: DemoStore
let terminal: RigTerminal
let screens = 0

/** As it could have come from an older system by another way than our import, which refuses it: into every field of an account. */
const seeded = async (db: string) => {
  const { settings } = prepare(
    { db: `sqlite:${db}`, key: undefined, policy: undefined, world: undefined, config: undefined, as: undefined },
    {},
    "zh"
  ) as Extract<ReturnType<typeof prepare>, { readonly session: unknown }>
  const { runtime } = await joined(settings)
  for (const [at, [kind, text]] of kinds.entries()) {
    const number = String(at).padStart(2, "0")
    await runtime.runPromise(
      World.seed({
        // Each begins alike, so that a filter finds them, and none ends in a space, which no user name does.
        username: `zz${number}${kind.slice(0, 4)}${text}z`,
        source: text,
        enterprise: {
          name: text,
          unifiedSocialCreditCode: text,
          organizationCode: text,
          legalRepresentativeName: text
        },
        holder: { name: text, document: { type: "other", number: `${text}${number}` } as never },
        mobile: text,
        email: `${text}@${text}`
      }).pipe(Effect.orDie)
    )
  }
  await runtime.dispose()
}

beforeAll(async () => {
  store = await demoStore()
  await seeded(store.db)
  terminal = openTerminal({ db: store.db, args: ["--as", "staff:li/supervisor"] })
  await terminal.until("全部账号")
}, 60_000)
afterAll(async () => {
  await terminal.close()
  store.remove()
  const size = `${Math.round(terminal.bytes().length / 1024)} kB`
  console.log(`T24: 0 breaks by ${kinds.length} kinds of hostile text on ${screens} screens, in ${size}`)
})

const ESC = String.fromCharCode(27)
/** All that our own painter ever writes beside text: place, looks, erasing to the end of a line, modes of its own. */
const own = new RegExp(`${ESC}(?:\\[\\d*(?:;\\d+)*[HGKmABCDJ]|\\[\\?(?:25|1049|2004|2026)[hl])`, "g")

/** Every byte is text or one of our own sequences, and none of those that came with the data. */
const bytesAreOurs = () => {
  const bytes = terminal.bytes()
  const text = bytes.replaceAll(own, "").replaceAll(/\r?\n|\r/g, "")
  const found = acting.exec(text)
  expect(found === null ? "" : JSON.stringify(text.slice(found.index - 20, found.index + 20))).toBe("")
  for (const foreign of ["[35;5m", "[9999;1H", "[3J", "]0;", "]52;", "]8;", "[6n", `${ESC}c`])
    expect([foreign, bytes.slice(5000).includes(foreign)]).toEqual([foreign, false])
}

/** What is seen, once it is drawn: the frame where it belongs, no line too long, nothing from another line. */
const whole = async () => {
  const rule = "-".repeat(79)
  await terminal.until((screen) => {
    const lines = screen.split("\n")
    return (
      lines[0]?.startsWith("单一窗口 | li 工作人员 (主管)") === true &&
      lines[2] === rule &&
      lines[20] === rule &&
      lines[22]?.includes("? 帮助") === true &&
      lines[23] === ""
    )
  }, 2000)
  screens++
}

/** The columns that a terminal gives to a text. */
const columns = (text: string) =>
  Array.from(text).reduce((sum, one) => sum + (/\p{M}/u.test(one) ? 0 : /[\u1100-\uffef]/u.test(one) ? 2 : 1), 0)

describe("T24: hostile accounts in a terminal", () => {
  it("T24: the list stays in its columns, whatever stands in it", async () => {
    await terminal.press(":")
    await terminal.until(/^:$/m)
    terminal.type("accounts zz")
    await terminal.until(":accounts zz")
    await terminal.press("Enter")
    await terminal.until(`命中 ${kinds.length} `)
    const seen = new Set<string>()
    for (let page = 0; page * 11 < kinds.length + 11; page++) {
      if (page > 0) await terminal.press("PgDn")
      await terminal.until(`选中行  zz${String(Math.min(page * 11, kinds.length - 1)).padStart(2, "0")}`)
      await whole()
      for (const line of terminal.screen().slice(5, 16)) {
        expect(line).toMatch(/^(>| ) {2}zz\d\d/)
        const [before = "", after = ""] = line.split(/正常 {4}未认证/)
        expect([line, columns(before)]).toEqual([line, 3 + 18 + 2 + 8 + 2])
        expect(after).toMatch(/^ {2}无 {4}迁移/)
        seen.add(line.slice(3, 7))
      }
    }
    expect(seen.size).toBe(kinds.length)
    bytesAreOurs()
  })

  it("T24: each account opens, and every part of it is whole", async () => {
    await terminal.press("g")
    for (const [at, [kind]] of kinds.entries()) {
      const name = `zz${String(at).padStart(2, "0")}${kind.slice(0, 4)}`
      await terminal.until(`选中行  ${name}`)
      await terminal.press("Enter")
      await terminal.until(/^概况 /m)
      await whole()
      for (const key of at % 5 === 0 ? ["t", "w", "p"] : ["t"]) {
        await terminal.press(key)
        await terminal.until((screen) => !/^概况 /m.test(screen))
        await whole()
      }
      await terminal.press("Esc")
      await terminal.until(/^概况 /m)
      await terminal.press("Esc")
      await terminal.until(`命中 ${kinds.length} `)
      await terminal.press("j")
    }
    bytesAreOurs()
  })

  it("T24: what is exported of them neither a terminal nor a spreadsheet acts on", async () => {
    const file = join(dirname(store.db), "hostile.csv")
    await terminal.press("x")
    await terminal.until("文件名")
    await terminal.press("Ctrl-u")
    terminal.type(file)
    await terminal.until("hostile.csv")
    await terminal.press("Enter")
    await terminal.until(`已写入 ${kinds.length} 个账号`)
    const rows = cellsOf(readFileSync(file, "utf8").slice(1)).slice(1)
    expect(rows).toHaveLength(kinds.length)
    for (const cells of rows)
      for (const cell of cells) {
        expect(acting.exec(cell)?.[0]).toBeUndefined()
        expect([cell, calculates.test(cell)]).toEqual([cell, false])
      }
    bytesAreOurs()
  })

  it("T24: the command line says nothing of them that acts, and JSON holds them exactly", async () => {
    const at = ["--db", `sqlite:${store.db}`]
    const list = await inProcess(["accounts", "--username", "zz", "--limit", "100", ...at])
    expect(acting.exec(list.stdout.replaceAll("\n", ""))?.[0]).toBeUndefined()
    const json = await inProcess(["accounts", "--username", "zz", "--limit", "100", "--json", ...at])
    expect(acting.exec(json.stdout.replaceAll("\n", ""))?.[0]).toBeUndefined()
    const { accounts } = JSON.parse(json.stdout) as { accounts: ReadonlyArray<{ username: string; source: string }> }
    expect(accounts).toHaveLength(kinds.length)
    for (const { username, source } of accounts.filter((one) => !/zz\d\dsurr/.test(one.username))) {
      expect(kinds.map(([, text]) => text)).toContain(source)
      for (const of of ["account", "history"]) {
        const { status, stdout, stderr } = await inProcess([of, username, ...at])
        expect([username.slice(0, 8), of, status]).toEqual([username.slice(0, 8), of, 0])
        expect(acting.exec((stdout + stderr).replaceAll("\n", ""))?.[0]).toBeUndefined()
      }
    }
  })

  it("T24: an import takes none that holds an order to a terminal, and says so without repeating it", async () => {
    const file = join(dirname(store.db), "hostile.ndjson")
    const rows = kinds.map(([kind, text]) => ({ username: `imported_${kind}`, source: "ciq", enterpriseName: text }))
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"))
    const db = `sqlite:${join(dirname(store.db), "imported.db")}`
    const { stdout, stderr } = await inProcess(["import", file, "--db", db])
    expect(acting.exec((stdout + stderr).replaceAll("\n", ""))?.[0]).toBeUndefined()
    const listed = await inProcess(["accounts", "--limit", "100", "--json", "--db", db])
    const { accounts } = JSON.parse(listed.stdout) as { accounts: ReadonlyArray<{ enterprise: { name: string } }> }
    expect(accounts.length).toBeGreaterThan(0)
    for (const { enterprise } of accounts) expect(/[\p{Cc}\p{Cs}]/u.test(enterprise.name)).toBe(false)
  })
})

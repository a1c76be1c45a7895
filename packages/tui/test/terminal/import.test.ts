import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { singleWindow } from "../cli/single-window.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

const header = "username,source,enterpriseName,unifiedSocialCreditCode,holderName,documentType,documentNumber,mobile"
const ROWS = 480
/** Every fortieth row repeats the one before it, and one has no name to be stored under. */
const repeats = ROWS / 40
const fresh = ROWS - repeats - 1
const line = (at: number) =>
  `${at === 7 ? "" : `imp_${at % 40 === 39 ? at - 1 : at}`},ciq,导入示例有限公司,,示例员,护照,E${20_000_000 + at},`

const here = mkdtempSync(join(tmpdir(), "single-window-import-"))
const file = join(here, "旧系统 2019.csv")
let store: DemoStore
let terminal: RigTerminal
beforeAll(async () => {
  writeFileSync(file, [header, ...Array.from({ length: ROWS }, (_, at) => line(at)), ""].join("\r\n"))
  store = await demoStore()
  terminal = openTerminal({ db: store.db, args: ["--as", "staff:li/supervisor"] })
  await terminal.until("全部账号")
}, 60_000)
afterAll(async () => {
  await terminal.close()
  store.remove()
  rmSync(here, { recursive: true, force: true })
})

const stored = async () => {
  const { stdout } = await singleWindow([
    "accounts",
    "--username",
    "imp_",
    "--limit",
    "500",
    "--json",
    "--db",
    `sqlite:${store.db}`
  ])
  return (JSON.parse(stdout) as { accounts: ReadonlyArray<{ username: string }> }).accounts.map(
    ({ username }) => username
  )
}

it("a dry run says what would become of each row and writes nothing", async () => {
  await terminal.press("m")
  await terminal.until("试运行不写入任何数据")
  await terminal.press("Enter")
  await terminal.until("! 没有填文件")
  terminal.paste(join(here, "没有这个.csv\r"))
  await terminal.until("没有这个.csv")
  await terminal.press("Enter")
  await terminal.until("找不到该文件")
  await terminal.press("Ctrl-u")
  terminal.paste(`'${file}'`)
  await terminal.until("旧系统 2019.csv")
  await terminal.press("Enter")
  await terminal.until(`可导入 ${fresh}   以前已导入 0   不导入 ${repeats + 1}`)
  expect(terminal.text()).toContain(`重复 ${repeats}   无法导入 1`)
  await terminal.press("f")
  await terminal.until("只看 无法导入 (1)")
  expect(terminal.text()).toContain("用户名为空")
  await terminal.press("f")
  await terminal.until(`只看 重复 (${repeats})`)
  await terminal.press("Enter")
  await terminal.until("! 不能开始导入: 没有填事由")
  await terminal.press("x")
  await terminal.until("错误行已写成")
  const errors = readFileSync(join(here, "旧系统 2019.errors.csv"), "utf8")
  expect(errors).toContain("username-missing")
  expect(errors).not.toMatch(/E200000/)
  expect(await stored()).toEqual([])
})

it("an import that is stopped goes on with the same file and stores each row exactly once", async () => {
  await terminal.press("b")
  await terminal.until("[ 试运行 ]")
  await terminal.press("Tab")
  terminal.type("迁移批次一")
  await terminal.until("[迁移批次一")
  await terminal.press("Enter")
  await terminal.until(`可导入 ${fresh}`)
  await terminal.press("Enter")
  await terminal.until(/成功 [1-9]/)
  // Keys are taken while it goes on: the filter, and then the break.
  terminal.type("fs")
  await terminal.until("已暂停")
  expect(terminal.text()).toContain("只看 无法导入")
  const [, some] = /成功 (\d+)/.exec(terminal.text()) ?? []
  const before = (await stored()).length
  // A step that was cut off may have been stored and not yet told.
  expect(before - Number(some)).toBeGreaterThanOrEqual(0)
  expect(before - Number(some)).toBeLessThanOrEqual(25)
  expect(before).toBeLessThan(fresh)
  await terminal.press("Enter")
  await terminal.until("导入完成")
  await terminal.until("错误行已写成")
  expect(terminal.text()).toContain(`成功 ${fresh - before}   以前已导入 ${before}   不导入 ${repeats + 1}`)
  const names = await stored()
  expect(names).toHaveLength(fresh)
  expect(new Set(names).size).toBe(fresh)
  expect(existsSync(join(here, "旧系统 2019.errors.csv"))).toBe(true)
})

it("a file that has changed since the dry run is not imported", async () => {
  await terminal.press("b")
  await terminal.until("[ 试运行 ]")
  // Nobody is sent back for a reason when there is nothing to import.
  await terminal.press("Ctrl-u", "Enter")
  await terminal.until(`可导入 0   以前已导入 ${fresh}   不导入 ${repeats + 1}`)
  await terminal.press("Enter")
  await terminal.until("没有可导入的行")
  await terminal.press("b")
  await terminal.until("[ 试运行 ]")
  terminal.type("迁移批次二")
  await terminal.until("[迁移批次二")
  writeFileSync(file, [header, line(1001), ""].join("\n"))
  await terminal.press("Enter")
  await terminal.until("可导入 1 ")
  writeFileSync(file, [header, line(1001), line(1002), ""].join("\n"))
  await terminal.press("Enter")
  await terminal.until("文件在试运行之后变了")
  expect(await stored()).toHaveLength(fresh)
})

it("what stands in a file cannot reach the terminal", async () => {
  await terminal.press("b")
  await terminal.until("[ 试运行 ]")
  const hostile = ["evil\u001b]0;taken\u0007", "left\u202Eright", "bell\u0007", "csi\u009b31m"]
  writeFileSync(file, [header, ...hostile.map((name) => `${name},ciq,,,,,,`), ""].join("\n"))
  const before = terminal.bytes().length
  await terminal.press("Enter")
  await terminal.until("无法导入 4")
  await terminal.press("G")
  await terminal.until(/> {2}5 /)
  const written = terminal.bytes().slice(before)
  expect(["]0;taken", "\u202E", "\u0007", "\u009b"].filter((piece) => written.includes(piece))).toEqual([])
})

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { triedOut } from "./rig/importForm.js"
import { openTerminal } from "./rig/openTerminal.js"

/** So many that it still goes on when the session locks, five seconds after the last key. */
const ROWS = 15_000
const here = mkdtempSync(join(tmpdir(), "single-window-background-"))
const file = join(here, "rows.csv")
let store: DemoStore
beforeAll(async () => {
  const rows = Array.from({ length: ROWS }, (_, at) => `bg_${at},ciq,导入示例有限公司,示例员,护照,E${22_000_000 + at}`)
  writeFileSync(file, ["username,source,enterpriseName,holderName,documentType,documentNumber", ...rows, ""].join("\n"))
  store = await demoStore()
}, 60_000)
afterAll(() => {
  store.remove()
  rmSync(here, { recursive: true, force: true })
})

it("an import goes on when its screen is left and when the session locks, and its screen has the result", async () => {
  const terminal = openTerminal({
    db: store.db,
    args: ["--as", "staff:li/supervisor"],
    env: { SINGLE_WINDOW_IDLE_MINUTES: "0.08" }
  })
  // Nothing but a sign of life: without one the session would lock on a slow machine before the dry run is over.
  const awake = setInterval(() => void terminal.press("F9"), 1000)
  await triedOut(terminal, { file, reason: "迁移批次三", says: `可导入 ${ROWS}` })
  clearInterval(awake)
  await terminal.press("Enter")
  await terminal.until(/成功 [1-9]/)
  await terminal.press("Esc")
  await terminal.until(/导入在后台继续: \d+ \/ \d+ 行/)
  expect(terminal.text()).toContain("全部账号")
  await terminal.press("Ctrl-c")
  await terminal.until("! 还有工作在后台进行")
  await terminal.until("已锁定")
  expect(terminal.text()).not.toMatch(/导入在后台继续|rows\.csv|li 工作人员/)
  await terminal.until("后台的导入结束了", 60_000)
  await terminal.press("F7")
  await terminal.until("全部账号")
  await terminal.press("m")
  await terminal.until("导入完成")
  expect(terminal.text()).toContain(`成功 ${ROWS}   以前已导入 0   不导入 0`)
  // Left when it is over, it begins anew.
  await terminal.press("Esc")
  await terminal.until("全部账号")
  await terminal.press("m")
  await terminal.until("[ 试运行 ]")
  await terminal.close()
}, 120_000)

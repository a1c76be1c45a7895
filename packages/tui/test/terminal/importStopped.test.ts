import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { singleWindow } from "../cli/single-window.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { triedOut } from "./rig/importForm.js"
import { openTerminal } from "./rig/openTerminal.js"

const ROWS = 300
const here = mkdtempSync(join(tmpdir(), "single-window-stopped-"))
const file = join(here, "rows.csv")
let store: DemoStore
beforeAll(async () => {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `stop_${at},ciq,导入示例有限公司,示例员,护照,E${21_000_000 + at}`
  )
  writeFileSync(file, ["username,source,enterpriseName,holderName,documentType,documentNumber", ...rows, ""].join("\n"))
  store = await demoStore()
}, 60_000)
afterAll(() => {
  store.remove()
  rmSync(here, { recursive: true, force: true })
})

const asked = async (...words: ReadonlyArray<string>) =>
  JSON.parse((await singleWindow([...words, "--json", "--db", `sqlite:${store.db}`])).stdout)

const stored = async (): Promise<ReadonlyArray<string>> =>
  (await asked("accounts", "--username", "stop_", "--limit", "500")).accounts.map(
    ({ username }: { username: string }) => username
  )

/** Up to where the import has begun. */
const importing = async () => {
  const terminal = openTerminal({ db: store.db, args: ["--as", "staff:li/supervisor"] })
  await triedOut(terminal, { file, reason: "迁移批次二", says: "以前已导入" })
  await terminal.press("Enter")
  return terminal
}

it("T15: an import that is killed or quit stores each row once when the file is imported again", async () => {
  for (const stop of ["SIGKILL", "Ctrl-C"] as const) {
    const terminal = await importing()
    await terminal.until(/成功 \d+/)
    if (stop === "Ctrl-C") await terminal.press("Ctrl-c", "Ctrl-c")
    else terminal.kill(stop)
    await terminal.exited()
    expect(terminal.isAlternate()).toBe(stop === "SIGKILL")
    await terminal.close()
    const names = await stored()
    expect(new Set(names).size).toBe(names.length)
  }
  const before = (await stored()).length
  const terminal = await importing()
  await terminal.until("导入完成")
  expect(terminal.text()).toContain(`成功 ${ROWS - before}   以前已导入 ${before}   不导入 0`)
  await terminal.close()
  const names = await stored()
  expect([names.length, new Set(names).size]).toEqual([ROWS, ROWS])
  expect(await asked("journal", "verify")).toMatchObject({ verified: true })
  console.log(`T15: ${ROWS} rows, killed once and quit once, each stored once`)
})

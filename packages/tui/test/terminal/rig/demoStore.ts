import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { singleWindow } from "../../cli/single-window.js"

const ends = ["", ".key", ".world.json"]
let made: Promise<string> | undefined

/** The demonstration's store, made once in this process. */
const original = (): Promise<string> => {
  made ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), "single-window-rig-"))
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
    const db = join(folder, "demo.db")
    const { status, stderr } = await singleWindow(["demo", "--db", `sqlite:${db}`])
    if (status !== 0) throw new Error(`the demonstration cannot be made: ${stderr}`)
    return db
  })()
  return made
}

export interface DemoStore {
  readonly db: string
  readonly remove: () => void
}

/** A copy of the demonstration's store, to be changed as a test likes. */
export const demoStore = async (): Promise<DemoStore> => {
  const from = await original()
  const folder = mkdtempSync(join(tmpdir(), "single-window-copy-"))
  const db = join(folder, "demo.db")
  for (const end of ends) cpSync(`${from}${end}`, `${db}${end}`)
  return { db, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Who can log in there. */
export const demoAdministrator = { username: "qingdaoadmin", password: "Qingdao#2026" } as const

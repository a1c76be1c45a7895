import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root, singleWindow } from "../../cli/single-window.js"
import { addLongest } from "./longNames.js"

const ends = ["", ".key", ".world.json"]

/** What the built program is: another build makes another store. */
const build = (): string => {
  const hash = createHash("sha256")
  for (const name of ["core", "adapters", "testkit", "tui"]) {
    const folder = join(root, "packages", name, "dist")
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
      if (file.endsWith(".js")) hash.update(`${file} ${statSync(join(folder, file)).mtimeMs}\n`)
  }
  return hash.digest("hex").slice(0, 16)
}

const made = new Map<string, Promise<string>>()

/** A store that is made once for a build, by whichever test comes first, and copied from then on. */
const original = (name: string, make: (db: string) => Promise<void>): Promise<string> => {
  const known = made.get(name)
  if (known !== undefined) return known
  const making = (async () => {
    const cache = join(root, "node_modules/.cache/single-window-rig")
    const folder = join(cache, `${build()}-${name}`)
    if (existsSync(folder)) return join(folder, "demo.db")
    mkdirSync(cache, { recursive: true })
    for (const old of readdirSync(cache)) if (old.endsWith(`-${name}`)) rmSync(join(cache, old), { recursive: true })
    const fresh = mkdtempSync(join(cache, "making-"))
    await make(join(fresh, "demo.db"))
    try {
      renameSync(fresh, folder)
    } catch {
      // Another process was first; its store is as good.
      rmSync(fresh, { recursive: true, force: true })
    }
    return join(folder, "demo.db")
  })()
  made.set(name, making)
  return making
}

const demonstrate = async (db: string): Promise<void> => {
  const { status, stderr } = await singleWindow(["demo", "--db", `sqlite:${db}`])
  if (status !== 0) throw new Error(`the demonstration cannot be made: ${stderr}`)
}

const variants = {
  demo: demonstrate,
  longest: async (db: string) => {
    await demonstrate(db)
    await addLongest(db)
  }
} as const

export interface DemoStore {
  readonly db: string
  readonly remove: () => void
}

/** A copy of the demonstration's store, to be changed as a test likes; `longest` has an administrator with the longest names. */
export const demoStore = async (variant: keyof typeof variants = "demo"): Promise<DemoStore> => {
  const from = await original(variant, variants[variant])
  const folder = mkdtempSync(join(tmpdir(), "single-window-copy-"))
  const db = join(folder, "demo.db")
  for (const end of ends) cpSync(`${from}${end}`, `${db}${end}`)
  return { db, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Who can log in there. */
export const demoAdministrator = { username: "qingdaoadmin", password: "Qingdao#2026" } as const

import { readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { root } from "../cli/single-window.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { ownJobs } from "./rig/jobs/ownJobs.js"
import { staffJobs } from "./rig/jobs/staffJobs.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"
import { robotAt, tells } from "./rig/robot.js"

/** The twelve, in an order in which each finds what it needs. */
const jobs = [...ownJobs, ...staffJobs]

const ways: ReadonlyArray<{ readonly who: string; readonly env: Readonly<Record<string, string>> }> = [
  { who: "somebody who sees", env: {} },
  { who: "somebody who listens", env: { INK_SCREEN_READER: "true" } }
]

describe.each(ways)("the manual's jobs, for $who", ({ who, env }) => {
  let store: DemoStore
  let terminal: RigTerminal
  const table: Array<string> = []
  beforeAll(async () => {
    store = await demoStore()
    // The demonstration's world, but that one more ID card is not in CTID.
    const world = JSON.parse(readFileSync(join(root, "packages/tui/demo/demo-world.json"), "utf8"))
    world.people.shenzhen54.ctid = false
    const file = join(dirname(store.db), "world.json")
    writeFileSync(file, JSON.stringify(world))
    terminal = openTerminal({ db: store.db, args: ["--world", file], env })
    await terminal.until(/\d+ 加 \d+/)
  }, 60_000)
  afterAll(async () => {
    await terminal.close()
    store.remove()
  })

  it.each(jobs)("T25: $english ($name)", async ({ name, english, most, do: work, before, after, home }) => {
    await before?.(robotAt(terminal))
    const robot = robotAt(terminal)
    await work(robot)
    const { keys, fields } = robot.spent()
    table.push(`| ${name} | ${english} | ${keys} | ${fields} | ${most} |`)
    expect(keys).toBeLessThanOrEqual(most)
    await terminal.press(...after)
    await terminal.until(home)
  })

  it("T25: a key that no screen tells is not pressed", async () => {
    await expect(robotAt(terminal).press("Y")).rejects.toThrow("Y is not told")
  })

  it("T25: what each job takes is what the page for staff says", () => {
    console.log(`T25: ${table.length} of ${jobs.length} jobs, for ${who}\n${table.join("\n")}`)
    const page = readFileSync(join(root, "docs/terminal-ui.md"), "utf8").replace(/ +/g, " ")
    expect(table.filter((line) => !page.includes(line)).join("\n")).toBe("")
    expect(table).toHaveLength(12)
  })
})

it("a key is told by the key line or the body, and not where it stands in brackets on the key line", () => {
  const screen = (body: string, keyLine: string) => ["", "", "", body, "", "", keyLine]
  expect(tells(screen("  (z 撤销最近一次)", "(d 删除)  ? 帮助"), "z")).toBe(true)
  expect(tells(screen("", "(d 删除)  ? 帮助"), "d")).toBe(false)
  expect(tells(screen("", "d 删除  ? 帮助"), "d")).toBe(true)
  expect(tells(screen("  old 2019", "? 帮助"), "d")).toBe(false)
})

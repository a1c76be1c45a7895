import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { inProcess } from "./inProcess.js"
import { folder, jsonOf, root, sample } from "./single-window.js"

const { path: here, remove } = folder()
afterAll(remove)

const at = ["--db", `sqlite:${join(here, "store.db")}`]
const classes = { rows: 200, ready: 90, fixable: 60, "needs-administrator": 20, duplicate: 20, invalid: 10 }

describe("a file of migrated accounts", () => {
  it("is screened without a store, the same in either encoding, and nothing is made", async () => {
    const utf8 = await inProcess(["screen", sample, ...at, "--json"])
    const gb18030 = await inProcess(["screen", sample.replace(".csv", ".gb18030.csv"), ...at, "--json"])
    expect(utf8).toMatchObject({ status: 0, stderr: expect.stringContaining("还不存在") })
    expect(jsonOf(utf8)).toMatchObject(classes)
    expect(jsonOf(gb18030)).toEqual(jsonOf(utf8))
    expect(readdirSync(here)).toEqual([])
  })

  it("is imported once, however often it is handed over, and each row keeps its class", async () => {
    const first = await inProcess(["import", sample, ...at, "--json"])
    expect(first.status).toBe(0)
    expect(jsonOf(first)).toMatchObject({ ...classes, imported: 170, skipped: 30 })
    const journal = await inProcess(["journal", "verify", ...at, "--json"])
    expect(jsonOf(journal)).toEqual({ events: 170, streams: 170, verified: true })
    const again = await inProcess(["import", sample, ...at, "--json"])
    expect(jsonOf(again)).toMatchObject({ rows: 200, imported: 0, skipped: 200, duplicate: 190, invalid: 10 })
    expect(jsonOf(await inProcess(["journal", "verify", ...at, "--json"]))).toEqual(jsonOf(journal))
  })

  it("has nothing of a person in the clear in the store or beside it", () => {
    const words = readFileSync(sample, "utf8")
      .split("\n")
      .slice(1, 40)
      .flatMap((line) => [line.split(",")[6] ?? "", line.split(",")[8] ?? "", line.split(",")[11] ?? ""])
      .filter((word) => word.trim().length >= 3)
    const stored = readdirSync(here)
      .filter((name) => name.startsWith("store.db"))
      .map((name) => readFileSync(join(here, name), "latin1"))
      .join("")
    const found = words.filter((word) => stored.includes(Buffer.from(word, "utf8").toString("latin1")))
    expect(words.length).toBeGreaterThan(80)
    expect(found).toEqual([])
  })

  it("shows in the journal when somebody changes an entry behind its back", async () => {
    const Database = createRequire(join(root, "packages/adapters/package.json"))("better-sqlite3")
    const opened = new Database(join(here, "store.db"))
    const change = (by: number) => opened.exec(`UPDATE events SET at = at + ${by} WHERE position = 7`)
    change(1)
    const ended = await inProcess(["journal", "verify", ...at, "--json"])
    change(-1)
    opened.close()
    expect(ended.status).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ verified: false, firstBad: { version: 1, fault: "altered" } })
    expect((await inProcess(["journal", "verify", ...at])).status).toBe(0)
  })

  it("is reported row by row, and told to people with the next step", async () => {
    const report = join(here, "report.csv")
    const { status, stdout } = await inProcess(
      ["screen", sample, "--db", "memory:", "--report", report, "--lang", "en"],
      {}
    )
    expect(status).toBe(0)
    expect(stdout).toContain("needs the administrator  20")
    expect(stdout).toMatch(/line \d+ .*\n\s+→ /)
    const lines = readFileSync(report, "utf8").split("\r\n")
    expect(lines).toHaveLength(202)
    expect(lines[0]).toBe("\uFEFFusername,line,class,reasons,nextStepZh,nextStepEn")
    const imported = join(here, "imported.csv")
    await inProcess([
      "import",
      sample,
      "--db",
      `sqlite:${join(here, "again.db")}`,
      "--report",
      imported,
      "--lang",
      "en"
    ])
    expect(readFileSync(imported, "utf8")).toBe(readFileSync(report, "utf8"))
  })

  it("counts rows that cannot be read, and a bad one stops nothing", async () => {
    const file = join(here, "mixed.ndjson")
    const row = (username: string) => JSON.stringify({ username, source: "ciq" })
    writeFileSync(
      file,
      [row("old_01"), "{broken", row("old_02"), '{"username":7,"source":"ciq"}', row("old_01"), ""].join("\n")
    )
    const ended = await inProcess(["import", file, "--db", `sqlite:${join(here, "mixed.db")}`, "--json"])
    expect(ended.status).toBe(0)
    expect(jsonOf(ended)).toMatchObject({
      rows: 5,
      imported: 2,
      skipped: 3,
      invalid: 2,
      duplicate: 1,
      "by-reason": { "not-json": 1 }
    })
  })

  it("cannot be reported into a folder that is not there", async () => {
    const ended = await inProcess(["screen", sample, ...at, "--report", join(here, "no", "report.csv")])
    expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining("--report") })
    expect(existsSync(join(here, "no"))).toBe(false)
  })
})

describe("the rules", () => {
  it("are an array by id, each said in both languages, with a test for each rule file that is there", async () => {
    const rules = jsonOf(await inProcess(["rules", "--json"])) as ReadonlyArray<{
      id: string
      basis: string
      says: { zh: string; en: string }
      module: string | null
      tests: ReadonlyArray<string>
    }>
    expect(rules.length).toBeGreaterThan(60)
    expect(rules.map(({ id }) => id)).toContain("R-61a")
    for (const { basis, says, module, tests } of rules) {
      expect(["manual", "assumed"]).toContain(basis)
      expect(says.zh).not.toBe("")
      expect(says.en).not.toBe("")
      if (module?.startsWith("rules/")) expect(tests).toHaveLength(1)
      for (const test of tests) expect(existsSync(join(import.meta.dirname, "../../../..", test))).toBe(true)
    }
  })
})

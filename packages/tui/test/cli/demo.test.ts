import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { folder, jsonOf, root, singleWindow } from "./single-window.js"

const { path: here, remove } = folder()
afterAll(remove)

interface Told {
  readonly steps: ReadonlyArray<{ title: string; command: string; actor: string; outcome: string }>
  readonly accounts: number
  readonly certified: number
  readonly refused: number
  readonly journal: { readonly events: number; readonly verified: boolean }
}

const methods = [
  "StartCertification",
  "VerifyEnterprise",
  "VerifyPersonByIdCard",
  "RequestBankCardCode",
  "ConfirmBankCardCode",
  "PresentCard",
  "ProvideHolderIdentity",
  "CompleteBankUkey",
  "AbandonCertification"
]
const operators = [
  "AdmitOperator",
  "AddCardlessOperator",
  "DeleteOperator",
  "RestoreOperator",
  "ResetOperatorPassword",
  "RecreateOperator"
]

describe("the demonstration", () => {
  it("tells the story as one object: every command of the methods and of operators, refused as well as done", async () => {
    const before = Date.now()
    const ended = await singleWindow(["demo", "--json"], {
      cwd: here,
      env: { SINGLE_WINDOW_DB: "sqlite:./elsewhere.db" }
    })
    const took = Date.now() - before
    expect(ended.status).toBe(0)
    const { steps, accounts, certified, refused, journal, ...rest } = jsonOf(ended) as Told
    expect(rest).toEqual({})
    const done = new Set(steps.filter(({ outcome }) => outcome === "ok").map(({ command }) => command))
    for (const command of [...methods, ...operators, "EditEnterprise", "ImportMigratedAccounts"])
      expect(done).toContain(command)
    expect({ accounts, certified, refused }).toEqual({
      accounts: 173,
      certified: 4,
      refused: steps.filter(({ outcome }) => outcome !== "ok").length
    })
    expect(new Set(steps.map(({ outcome }) => outcome)).size).toBeGreaterThan(35)
    expect(journal).toMatchObject({ verified: true })
    expect(journal.events).toBeGreaterThan(accounts)
    expect(existsSync(join(here, "elsewhere.db"))).toBe(false)
    expect(took).toBeLessThan(15_000)
  }, 30_000)

  it("leaves a store that goes on being answered by the mock world, and says so", async () => {
    const at = ["--db", "sqlite:./single-window-demo.db"]
    const ended = await singleWindow(["account", "ciq_bj_001", ...at, "--json"], { cwd: here })
    expect(jsonOf(ended)).toMatchObject({
      enterprise: { name: "北京示例云帆贸易有限公司", organizationCode: "XN0010018" },
      certification: { enterprise: "valid", holder: "valid", methods: ["legal-representative"] },
      level: "medium"
    })
    expect(ended.stderr).toContain("【模拟】")
  })

  it("is told in English by the locale, and begins anew each time", async () => {
    const ended = await singleWindow(["demo"], { cwd: here, env: { LANG: "en_GB.UTF-8" } })
    expect(ended.status).toBe(0)
    expect(ended.stdout).toContain("Bank UKEY")
    expect(ended.stdout).toContain("173 accounts, 4 certified")
    expect(ended.stdout).not.toMatch(/途径|完成/)
  }, 30_000)

  it("never takes away a store that is no demonstration", async () => {
    writeFileSync(join(here, "few.csv"), "username,source\nold_01,ciq\n")
    await singleWindow(["import", "few.csv", "--db", "sqlite:real.db"], { cwd: here })
    const before = readFileSync(join(here, "real.db"))
    const ended = await singleWindow(["demo", "--db", "sqlite:real.db"], { cwd: here })
    expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining("不是演示数据库") })
    expect(readFileSync(join(here, "real.db")).equals(before)).toBe(true)
  })

  it("works from the same sample and world as the examples", () => {
    for (const name of ["demo-world.json", "migrated-accounts.csv"])
      expect(
        readFileSync(join(root, "packages/tui/demo", name)).equals(readFileSync(join(root, "examples", name)))
      ).toBe(true)
  })
})

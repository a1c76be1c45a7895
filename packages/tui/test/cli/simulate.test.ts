import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { inProcess } from "./inProcess.js"
import { folder, jsonOf, root, singleWindow } from "./single-window.js"

const { path: here, remove } = folder()
afterAll(remove)

const small = ["simulate", "--seed", "7", "--accounts", "30", "--days", "4"]
const planted = ["simulate", "--seed", "1", "--accounts", "40", "--days", "4", "--plant", "level-too-high"]

interface Report {
  readonly holds: boolean
  readonly found?: { readonly invariant: string; readonly scenario: string }
}

describe("simulate", () => {
  it("ends well, and prints the same bytes twice, for people and for programs", async () => {
    const inAProcess = await singleWindow([...small, "--faults", "rough", "--json"])
    expect(inAProcess.status).toBe(0)
    expect(jsonOf(inAProcess)).toMatchObject({ seed: "7", accounts: 30, days: 4, faults: "rough", holds: true })
    expect((await inProcess([...small, "--faults", "rough", "--json"])).stdout).toBe(inAProcess.stdout)
    const forPeople = await inProcess([...small, "--faults", "rough"])
    expect(forPeople.stdout).toMatch(/✓ 全部 \d+ 条不变量成立，日志校验与重建一致\n$/)
    expect((await inProcess([...small, "--faults", "rough"])).stdout).toBe(forPeople.stdout)
  })

  it("needs no store and leaves none behind", async () => {
    const { status, stderr } = await inProcess([...small, "--db", `sqlite:${join(here, "nowhere", "at-all.db")}`])
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  })

  it("finds a planted mistake, ends with 1, and prints a story that leads there until it is mended", async () => {
    const ended = await inProcess([...planted, "--json"])
    expect(ended.status).toBe(1)
    const { holds, found } = jsonOf(ended) as Report
    expect(holds).toBe(false)
    expect(found).toMatchObject({ invariant: "I-2" })
    const file = join(here, "found.yaml")
    writeFileSync(file, found?.scenario ?? "")
    const again = await inProcess(["simulate", "--replay", file, "--plant", "level-too-high"])
    expect(again.status).toBe(1)
    expect(again.stdout).toContain("I-2")
    expect((await inProcess(["simulate", "--replay", file])).status).toBe(0)
    expect((await inProcess(["scenario", file])).status).toBe(0)
  })

  it.each([
    ["a profile misspelt", ["--faults", "ruff"], /没有 ruff（有：none、.*rough）/],
    ["a mistake misspelt", ["--plant", "level-to-high"], /level-too-high/],
    ["nobody", ["--accounts", "0"], /--accounts/],
    ["no end", ["--days", "99999"], /--days/],
    ["a population beside a story", ["--replay", "any.yaml", "--faults", "rough"], /--faults 用于人群/],
    ["a story that is not there", ["--replay", join(here, "nowhere.yaml")], /nowhere\.yaml/]
  ])("%s is wrong usage", async (_, args, says) => {
    const { status, stdout, stderr } = await inProcess(["simulate", ...args])
    expect(status).toBe(2)
    expect(stdout).toBe("")
    expect(stderr).toMatch(says)
  })

  it("a story that is none ends with 1 and says what is wrong with it", async () => {
    const file = join(here, "broken.yaml")
    writeFileSync(file, "title: 没有步骤\nrulse: []\nsteps: 3\n")
    const { status, stderr } = await inProcess(["simulate", "--replay", file])
    expect(status).toBe(1)
    const lines = stderr.trimEnd().split("\n")
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/broken\.yaml:2:1: /)
    expect(lines[1]).toMatch(/broken\.yaml:3:8: /)
  })
})

it("docs/simulation.md shows what it prints now, and every name there is", () => {
  const script = join(root, "scripts/generate-docs.mjs")
  const { status, stderr } = spawnSync(process.execPath, [script, "--check", "simulation"], { encoding: "utf8" })
  expect(stderr).toBe("")
  expect(status).toBe(0)
  expect(readFileSync(join(root, "docs/simulation.md"), "utf8")).toContain("level-too-high")
})

import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, it } from "vitest"
import { inProcess } from "./cli/inProcess.js"
import { root } from "./cli/single-window.js"

const folder = join(root, "examples/your-adapter")
const page = readFileSync(join(root, "docs/testing-your-adapter.md"), "utf8")

const run = (...args: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "test.mjs"), ...args], {
    cwd: root,
    encoding: "utf8"
  })
  return { status, stdout: stdout.trimEnd(), stderr }
}

const green = run()
const red = run("./wrong.mjs")

const conformance = (...args: ReadonlyArray<string>) =>
  inProcess(["conformance", "--port", "EnterpriseRegistry", ...args])
const right = join(folder, "registry.mjs")
const wrong = join(folder, "wrong.mjs")

describe("the example adapter", () => {
  it("ends in a green report, which the page quotes", () => {
    const { status, stdout, stderr } = green
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
    expect(stdout).toMatch(/通过：12 项符合，3 项未测$/)
    expect(page).toContain(`\`\`\`text\n${stdout}\n\`\`\``)
  })

  it("ends in a red one when it is wrong on purpose, which the page quotes", () => {
    const { status, stdout } = red
    expect(status).toBe(1)
    expect(stdout).toMatch(/不通过：5 项符合，7 项不符合，3 项未测$/)
    expect(page).toContain(`\`\`\`text\n${stdout}\n\`\`\``)
  })

  it("is tested in twenty lines of samples", () => {
    const lines = readFileSync(join(folder, "samples.mjs"), "utf8").split("\n")
    expect(lines.filter((line) => line !== "" && !line.startsWith("//")).length).toBeLessThanOrEqual(26)
  })
})

describe("single-window conformance", () => {
  it("says the same as the program, and as JSON its data", async () => {
    const { status, stdout } = await conformance("--layer", right)
    expect(status).toBe(0)
    expect(stdout.trimEnd().split("\n").slice(1)).toEqual(green.stdout.split("\n").slice(1))
    const json = await conformance("--layer", wrong, "--json")
    expect(json.status).toBe(1)
    const { cases, ...rest } = JSON.parse(json.stdout)
    expect(rest).toEqual({ port: "EnterpriseRegistry", layer: wrong })
    expect(cases).toContainEqual({
      name: "MUST NOT answer Mismatch for a subject it does not know",
      must: "MUST NOT",
      outcome: "broken",
      detail: '{"_tag":"Mismatch"} to noRecord[0], in place of NoRecord or MismatchOrNoRecord'
    })
  })

  it("knows declared gaps, until their last day", async () => {
    const { status, stdout } = await conformance(
      "--layer",
      wrong,
      "--expected",
      join(folder, "gaps.yaml"),
      "--lang",
      "en"
    )
    expect(status).toBe(1)
    expect(stdout).toContain("known gap: 登记系统不区分不一致与查无")
    expect(stdout).toContain("新接口六月上线 the new interface comes in June (until 2022-06-30)")
    expect(stdout).toMatch(/FAILED: 5 kept, 6 broken, 1 known gap, 3 not tested\n$/)
    const sound = await conformance("--layer", right, "--expected", join(folder, "gaps.yaml"))
    expect(sound.status).toBe(1)
    expect(sound.stdout).toContain("已经符合，请从已知差距中删除")
  })

  it.each([
    // Where it was looked for is the caller's folder, not the program's.
    [["--layer", "./nowhere.mjs"], join(process.cwd(), "nowhere.mjs")],
    [["--layer", "nowhere.mjs"], join(process.cwd(), "nowhere.mjs")],
    [["--layer", `${right}#lay`], "没有导出 lay，是否为 layer？"],
    [["--layer", `${right}#samples`], "不是 Layer"],
    [["--layer", right, "--expected", right], "--expected"],
    [["--layer", right, "--expected", "nowhere.yaml"], "nowhere.yaml"]
  ])("wrong usage ends with 2: %j", async (args, says) => {
    const { status, stdout, stderr } = await conformance(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" })
    expect(stderr).toContain(says)
  })

  it("takes a package by its name, and what makes a layer for the layer", async () => {
    const layer = "@single-window/adapters/entropy#layer"
    const { status, stdout } = await inProcess(["conformance", "--port", "Entropy", "--layer", layer, "--lang", "en"])
    expect(status).toBe(0)
    expect(stdout).toContain(`Entropy · ${layer}`)
    const made = await inProcess(["conformance", "--port", "Ledger", "--layer", "@single-window/testkit#World"])
    expect(made.status).toBe(2)
    const hasher = ["--port", "PasswordHasher", "--layer", "@single-window/adapters/password#layer"]
    expect((await inProcess(["conformance", ...hasher])).stdout).toMatch(/通过：5 项符合\n$/)
  })

  it("tells a misspelt sample, which would only have left its cases untested, and every mistake in the known gaps", async () => {
    const here = mkdtempSync(join(tmpdir(), "conformance-"))
    const file = join(here, "slip.mjs")
    writeFileSync(
      file,
      `import { layer, samples as sound } from ${JSON.stringify(pathToFileURL(right).href)}
       const { outage: outtage, ...rest } = sound
       export const samples = { ...rest, outtage, inbox: 1 }
       export { layer }`
    )
    const slip = await conformance("--layer", file)
    const gaps = join(here, "gaps.yaml")
    writeFileSync(gaps, "- case: MUST keep it\n  reson: x\n  until: tomorrow\n")
    const known = await conformance("--layer", right, "--expected", gaps, "--lang", "en")
    rmSync(here, { recursive: true })
    expect(slip.status).toBe(2)
    expect(slip.stderr).toContain("样本有误：没有样本 outtage，是否为 outage？")
    expect(slip.stderr).not.toContain("inbox")
    expect(known.status).toBe(2)
    expect(known.stderr).toMatch(/reason is missing; .*no such key: reson; .*YYYY-MM-DD/)
  })

  it("names the samples that a port needs, and the port that was meant", async () => {
    const reader = await inProcess(["conformance", "--port", "CardReader", "--layer", right])
    expect(reader.stderr).toContain("card、other、remove、triesLeft、today")
    const typo = await inProcess(["conformance", "--port", "Valt", "--layer", right, "--lang", "en"])
    expect(typo.stderr).toContain("did you mean Vault?")
    expect([reader.status, typo.status]).toEqual([2, 2])
  })
})

import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, it } from "vitest"

const root = fileURLToPath(new URL("../../../..", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "scenario-"))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...files: ReadonlyArray<string>) => runIn("zh", ...files)
const runIn = (language: "zh" | "en", ...files: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["packages/tui/bin/single-window.js", "scenario", "--lang", language, ...files],
    { cwd: root, encoding: "utf8" }
  )
  return { status, stdout, stderr }
}

const example = "examples/scenarios/2.5.6-bank-ukey/bank-then-holder.yaml"
const changed = (from: string, to: string) => {
  const file = join(folder, "changed.yaml")
  writeFileSync(file, readFileSync(join(root, example), "utf8").replace(from, to))
  return file
}

it("runs every scenario of a folder, a line each, and the same bytes again", () => {
  const first = run("examples/scenarios", "--json")
  expect(first.status).toBe(0)
  const lines = first.stdout.trim().split("\n")
  expect(lines.length).toBeGreaterThanOrEqual(60)
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ passed: true, failures: [] })
  expect(run("examples/scenarios", "--json").stdout).toBe(first.stdout)
})

it("a step that goes otherwise ends with 1, and is told with its line and what had happened", () => {
  const file = changed("level: medium", "level: high")
  const { status, stdout } = run(file)
  expect(status).toBe(1)
  expect(stdout).toContain(`${file}:38  第 4 步  ConfirmBankCardCode as ciq_bj_001`)
  expect(stdout).toContain('实为  {"ok":{"step":"done","level":"medium"}}')
  expect(stdout).toContain("CertificationGranted")
})

it("tells a refusal that came in the language that is asked for", () => {
  const file = changed("code: $sms", 'code: "000000"')
  expect(run(file).stdout).toContain('"message":"手机验证码不正确')
  expect(run(file).stdout).not.toMatch(/\n {4}拒绝 /)
  expect(runIn("en", file).stdout).toMatch(/\n {4}refused {3}[A-Z][ -~]+\n/)
})

it("a folder without a scenario is said to be one", () => {
  const empty = join(folder, "empty")
  mkdirSync(empty)
  const { status, stderr } = run(empty)
  expect(status).toBe(1)
  expect(stderr).toContain(`${empty}：此文件夹中没有情景文件`)
})

it("a mistake in a file is told on standard error, by its line and the name that was meant", () => {
  const file = changed("as: ciq_bj_001", "as: ciq_bj_01")
  const { status, stdout, stderr } = run(file, "--json")
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ passed: false, steps: 0, problems: [{ nearest: "ciq_bj_001" }] })
  expect(stderr).toMatch(/changed\.yaml:\d+:\d+: 没有这个账号：ciq_bj_01，是否为 ciq_bj_001？/)
})

it("a file that is not there is wrong usage", () => {
  expect(run(join(folder, "nowhere.yaml")).status).toBe(2)
})

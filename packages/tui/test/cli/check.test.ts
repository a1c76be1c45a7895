import { spawn } from "node:child_process"
import { once } from "node:events"
import { expect, it } from "vitest"
import { binary, jsonOf, singleWindow } from "./single-window.js"

const lines = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))

it("says valid, or invalid and where, a line a value", async () => {
  const { status, stdout, stderr } = await singleWindow([
    "check",
    "uscc",
    "91350100M000100Y43",
    "913501OOM000100Y43",
    "--json"
  ])
  expect(status).toBe(1)
  expect(stderr).toBe("")
  expect(lines(stdout)).toEqual([
    {
      kind: "uscc",
      input: "91350100M000100Y43",
      valid: true,
      normalized: "91350100M000100Y43",
      problems: [],
      facts: { organizationCode: "M000100Y4", registrationDepartment: "9", category: "1", regionCode: "350100" }
    },
    {
      kind: "uscc",
      input: "913501OOM000100Y43",
      valid: false,
      problems: [7, 8].map((position) => ({
        code: "digit-expected",
        severity: "error",
        position,
        message: `第 ${position} 个字符：此处应为数字`
      })),
      facts: {}
    }
  ])
})

it("reads values from standard input, whatever their line ends, and keeps count of them", async () => {
  const input = "\uFEFF110101199003070011\r\n\r\n１１０１０１１９９００３０７００１１\n110101199003070012"
  const { status, stdout } = await singleWindow(["check", "resident-id", "--json", "-"], { input })
  expect(status).toBe(1)
  expect(lines(stdout).map(({ valid, normalized }) => [valid, normalized])).toEqual([
    [true, "110101199003070011"],
    [false, undefined],
    [true, "110101199003070011"],
    [false, expect.anything()]
  ])
})

it("knows a period of validity, and a policy's leniency", async () => {
  const period = await singleWindow(["check", "validity", "20150301,00000000"])
  expect(period).toMatchObject({ status: 0, stdout: expect.stringContaining("有效") })
  const wrong = "91350100M000100Y44"
  const strict = await singleWindow(["check", "uscc", wrong, "--lang", "en"])
  expect(strict).toMatchObject({ status: 1, stdout: expect.stringContaining("check character") })
  const lenient = await singleWindow(["check", "--lenient", "uscc", wrong, "--json"])
  expect(lenient.status).toBe(0)
  expect(jsonOf(lenient)).toMatchObject({ valid: true, problems: [{ severity: "warning" }] })
})

it("checks ten thousand values in less than three seconds", async () => {
  const input = Array.from({ length: 10_000 }, (_, n) => (n % 2 ? "91350100M000100Y43" : "913501OOM000100Y43")).join(
    "\n"
  )
  const before = Date.now()
  const { stdout } = await singleWindow(["check", "uscc", "--json"], { input })
  const took = Date.now() - before
  expect(lines(stdout)).toHaveLength(10_000)
  expect(took).toBeLessThan(3000)
})

it("prints nothing that a terminal acts on, and gives JSON the exact value", async () => {
  const acted = /[^\P{Cc}\n]|\p{Bidi_Control}/u
  const input = "\u001b]0;owned\u0007\u202e1"
  const people = await singleWindow(["check", "username"], { input })
  expect(people.stdout).not.toMatch(acted)
  const programs = await singleWindow(["check", "username", "--json"], { input })
  expect(programs.stdout).not.toMatch(acted)
  expect(jsonOf(programs)).toMatchObject({ input })
})

it("answers each value as it comes, and ends at once when it is interrupted", async () => {
  const child = spawn(process.execPath, [binary, "check", "uscc"], { stdio: "pipe" })
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve))
  child.stdin.write("91350100M000100Y43\n")
  const [answer] = await once(child.stdout, "data")
  expect(String(answer)).toContain("organizationCode=M000100Y4")
  child.kill("SIGINT")
  expect(await ended).toBe(130)
})

it("parts facts by the signs of its language", async () => {
  const check = async (lang: string) =>
    (await singleWindow(["check", "uscc", "91350100M000100Y43", "--lang", lang])).stdout
  expect(await check("en")).toContain("organizationCode=M000100Y4; registrationDepartment=9")
  expect(await check("zh")).toContain("organizationCode=M000100Y4；registrationDepartment=9")
})

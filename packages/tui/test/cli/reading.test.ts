import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "./inProcess.js"
import { folder, jsonOf, world } from "./single-window.js"

const { path: here, remove } = folder()
afterAll(remove)
const at = ["--db", `sqlite:${join(here, "reading.db")}`]

const administrator = {
  username: "acmeadmin",
  password: "Acme#2026",
  enterprise: {
    name: "北京示例云帆贸易有限公司",
    unifiedSocialCreditCode: "91110101XN0010018A",
    legalRepresentativeName: "冯可欣"
  },
  holder: {
    name: "高立群",
    document: { type: "resident-id", number: "120116196705029964" },
    validity: { from: "20200714", to: "00000000" }
  },
  mobile: "13800001051",
  email: "a@example.com"
}
const clerk = {
  username: "newclerk01",
  name: "示例员",
  mobile: "13800009993",
  document: { type: "passport", number: "EX0009993" },
  email: "clerk@example.com"
}

const does = (command: string, as: string, input: object) =>
  inProcess(["do", command, "--as", as, "--input", JSON.stringify(input), "--world", world, ...at])

beforeAll(async () => {
  for (const [command, as, input] of [
    ["RegisterAdministrator", "anonymous", administrator],
    ["AddCardlessOperator", "acmeadmin", clerk]
  ] as const)
    expect((await does(command, as, input)).status).toBe(0)
}, 20_000)

/** Label and number of each line. */
const numbers = (stdout: string) =>
  Object.fromEntries([...stdout.matchAll(/^(.+?) +(\d+)$/gm)].map(([, label, number]) => [label, Number(number)]))

describe("funnel", () => {
  it.each([
    ["zh", { 全部账号: 2, 信息齐全: 2, 认证通过: 0, 初始密码未改: 1, "安全级别: 无": 2, "安全级别: 高": 0 }],
    [
      "en",
      {
        "all accounts": 2,
        "information there": 2,
        certified: 0,
        "initial password": 1,
        "Security levels: none": 2,
        "Security levels: high": 0
      }
    ]
  ] as const)("counts everybody, in words: %s", async (language, expected) => {
    const { status, stdout } = await inProcess(["funnel", "--lang", language, ...at])
    expect(status).toBe(0)
    expect(numbers(stdout)).toMatchObject(expected)
    if (language === "en") expect(stdout).not.toMatch(/\p{Script=Han}/u)
  })

  it.each(["zh", "en"])("says the same to programs whatever the language: %s", async (language) => {
    const ended = await inProcess(["funnel", "--json", "--lang", language, ...at])
    expect(jsonOf(ended)).toEqual({
      all: 2,
      complete: 2,
      begun: 0,
      certified: 0,
      levels: { none: 2, low: 0, medium: 0, high: 0 },
      methods: { "ic-card": 0, "legal-representative": 0, "bank-ukey": 0 },
      stuck: {
        "no-enterprise": 0,
        "no-holder": 0,
        locked: 0,
        initial: 1,
        voided: 0,
        "under-way": 0,
        "not-begun": 1
      },
      steps: {}
    })
  })
})

describe("history --enterprise", () => {
  it("has what happened to all of its users, each with whom it is about, newest first", async () => {
    const ended = await inProcess(["history", "acmeadmin", "--enterprise", "--json", ...at])
    const { history } = jsonOf(ended) as { history: ReadonlyArray<{ username: string; event: string; at: string }> }
    expect(new Set(history.map(({ username }) => username))).toEqual(new Set(["acmeadmin", "newclerk01"]))
    expect(history.at(-1)).toMatchObject({ username: "acmeadmin", event: "AdministratorRegistered" })
    const times = history.map(({ at: time }) => Date.parse(time))
    expect(times).toEqual([...times].sort((a, b) => b - a))
    const { stdout } = await inProcess(["history", "acmeadmin", "--enterprise", ...at])
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => line.split(" ")[0])
    ).toEqual(history.map(({ username }) => username))
  })

  it.each([
    ["an operator", "newclerk01", "NotPermitted"],
    ["somebody who is not there", "nobody99", "NotFound"]
  ])("is refused to %s", async (_, username, tag) => {
    const { status, stdout, stderr } = await inProcess(["history", username, "--enterprise", "--json", ...at])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ refused: { tag } })
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

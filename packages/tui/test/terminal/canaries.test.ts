import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { demoWorld, sampleFile } from "../../src/demo/demoWorld.js"
import { inProcess } from "../cli/inProcess.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { logIn } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

/** Every number of the demonstration's made-up people that must never stand anywhere in full. */
const canaries: ReadonlyArray<string> = (() => {
  const { people } = demoWorld()
  const known = Object.values(people).flatMap(({ document, mobile = "", bankCard = "" }) => [
    document.number,
    mobile,
    bankCard
  ])
  const sample = readFileSync(sampleFile, "utf8").split(/[\r\n,]+/)
  // Codes of organisations look like passports, and are public.
  const numbers = sample.filter((cell) => /^(1\d{10}|\d{17}[\dX]|(?!XN)[A-Z]{1,2}\d{7,8})$/.test(cell))
  return [...new Set([...known, ...numbers])].filter((one) => one !== "")
})()

let store: DemoStore
let scanned = 0
let found = 0
const places: Array<string> = []

/** Looks for them in what somebody could read, with spaces and escape sequences between the digits or without. */
const scan = (place: string, text: string) => {
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-?]*[ -/]*[@-~]`, "g")
  const plain = text.replaceAll(escapes, "")
  const joined = plain.replaceAll(/[\s-]/g, "")
  const here = canaries.filter((one) => text.includes(one) || plain.includes(one) || joined.includes(one))
  scanned += text.length
  found += here.length
  places.push(place)
  expect([place, here]).toEqual([place, []])
}

beforeAll(async () => {
  store = await demoStore()
}, 60_000)
afterAll(() => {
  store.remove()
  const size = `${(scanned / 2 ** 20).toFixed(1)} MB`
  console.log(`T16: ${found} of ${canaries.length} canaries in ${size}, ${places.length} places`)
})

/** Keys, then what shows; each stop is scanned as it is seen. */
const walk = async (
  terminal: RigTerminal,
  who: string,
  steps: ReadonlyArray<readonly [keys: ReadonlyArray<string>, shows: string | RegExp]>
) => {
  for (const [keys, shows] of steps) {
    for (const key of keys) {
      if (key.startsWith("type ")) {
        terminal.type(key.slice(5))
        await terminal.until(key.slice(5).slice(-8))
      } else await terminal.press(key)
      // Both at once would be a text that was pasted.
      if (key === ":") await terminal.until("命令: ")
    }
    await terminal.until(shows)
    scan(`${who} ${keys.join(" ")}`, terminal.text())
  }
}
const goTo = (line: string): ReadonlyArray<string> => [":", `type ${line}`, "Enter"]

/** How often somebody looked at the data of an account. */
const looks = async (username: string): Promise<number> => {
  const { stdout } = await inProcess(["history", username, "--json", "--db", `sqlite:${store.db}`])
  const { history } = JSON.parse(stdout) as { history: ReadonlyArray<{ event: string }> }
  return history.filter(({ event }) => event === "HolderRevealed").length
}

const edits = { enterprise: "现在的值", identity: "留空的项目不改", certify: "现在的安全级别" } as const

describe("T16: numbers of people", () => {
  it("T16: the canaries are those that are stored", async () => {
    expect(canaries.length).toBeGreaterThan(250)
    for (const username of [demoAdministrator.username, "qi55", "sh77"]) {
      const asked = ["account", username, "--reveal", "--reason", "canary", "--as", "staff:li/supervisor", "--json"]
      const { status, stdout } = await inProcess([...asked, "--db", `sqlite:${store.db}`])
      expect([username, status]).toEqual([username, 0])
      const { holder, mobile } = JSON.parse(stdout) as { holder: { document: { number: string } }; mobile: string }
      expect([username, canaries.includes(holder.document.number), canaries.includes(mobile)]).toEqual([
        username,
        true,
        true
      ])
    }
  })

  it("T16: are on no screen of staff, in no file that they export, and in no byte on the way", async () => {
    const terminal = openTerminal({ db: store.db, args: ["--as", "staff:li/supervisor"] })
    const file = join(dirname(store.db), "all.csv")
    await walk(terminal, "staff", [
      [[], "全部账号"],
      [["a"], /命中 \d+ /],
      ...Array.from({ length: 16 }, () => [["PgDn"], "选中行"] as const),
      [["F2"], "Selected"],
      [["F2"], "选中行"],
      [["x"], "导出符合过滤条件的全部账号"],
      [["Ctrl-u", `type ${file}`, "Enter"], /已写入 \d+ 个账号/],
      ...["qingdaoadmin", "qi55", "sh77", "shenzhen54", "qi80"].flatMap((one) => [
        [goTo(`account ${one}`), "最近发生的事"] as const,
        [["t"], "每列一件事"] as const,
        [["w"], "- "] as const,
        [["p"], /信息完整|处缺失/] as const,
        [["p", "Esc"], /命中|首页/] as const
      ]),
      [goTo("journal"), "日志"],
      [["G"], "日志"],
      [goTo("journal qingdaoadmin"), "日志"],
      ...(["enterprise", "identity", "certify"] as const).flatMap((what) => [
        [goTo(what), "为哪个账号办理"] as const,
        [["type qi80", "Tab", "type 来函要求更正", "Enter"], edits[what]] as const,
        [["Esc"], /为哪个账号办理|首页/] as const,
        [["Esc"], /首页/] as const
      ]),
      [goTo("health"), "健康"],
      [goTo("funnel"), "漏斗"]
    ])
    scan("bytes of staff", terminal.bytes())
    // Neither is anything in the title of the window or in the clipboard.
    expect(terminal.bytes()).not.toContain(`${String.fromCharCode(27)}]`)
    // What is looked for would be found: the one field that a supervisor asks for is there, once, until the window changes.
    const { number } = demoWorld().people.sh77?.document ?? { number: "" }
    const before = await looks("sh77")
    await walk(terminal, "staff", [[goTo("account sh77"), "最近发生的事"]])
    await terminal.press("F3")
    await terminal.until("揭示一项个人信息")
    await terminal.press("Tab")
    terminal.type("客户来电核对")
    await terminal.until("[客户来电核对")
    await terminal.press("Ctrl-s")
    await terminal.until(number)
    expect(canaries.filter((one) => terminal.text().includes(one))).toEqual([number])
    terminal.resize(90, 30)
    await terminal.until((screen) => screen.includes("最近发生的事") && !screen.includes(number))
    scan("staff, after a look", terminal.text())
    expect(await looks("sh77")).toBe(before + 1)
    await terminal.close()
    const csv = readFileSync(file, "utf8")
    expect(csv.split("\r\n").length).toBeGreaterThan(170)
    scan("all.csv", csv)
    for (const name of readdirSync(dirname(store.db)).filter((one) => one.startsWith("demo.db") && !/json$/.test(one)))
      scan(name, readFileSync(join(dirname(store.db), name), "latin1"))
  })

  it("T16: are on no screen of an administrator", async () => {
    const terminal = openTerminal({ db: store.db })
    await logIn(terminal, demoAdministrator.username, demoAdministrator.password)
    await walk(terminal, "administrator", [
      [[], "接下来"],
      [["d"], "最近发生的事"],
      [["t"], "每列一件事"],
      [goTo("operators"), "命中 10/10"],
      [["j"], "选中"],
      [["d"], "输入用户名"],
      [["Esc", "p"], "限期 72 小时"],
      [["Esc", "c"], "不继承原"],
      [["Esc", "v"], "命中 11/11"],
      [goTo("enterprise"), "已用"],
      [["Esc", ...goTo("identity")], "留空的项目不改"],
      [["Esc", ...goTo("certify")], "实名认证"],
      [goTo("card"), "绑卡"],
      [["Esc", ...goTo("journal")], "日志"],
      [["G"], "日志"]
    ])
    scan("bytes of the administrator", terminal.bytes())
    await terminal.close()
  })

  it("T16: are in nothing that the command line says, for people or for programs", async () => {
    const at = ["--db", `sqlite:${store.db}`]
    const names = [demoAdministrator.username, "qi55", "sh77", "shenzhen54"]
    const lines = [
      ["accounts", "--limit", "500", "--deleted"],
      ["operators", demoAdministrator.username],
      ["history", demoAdministrator.username, "--enterprise"],
      ...names.flatMap((name) => [
        ["account", name],
        ["history", name],
        ["explain", name]
      ])
    ]
    for (const line of lines)
      for (const more of [[], ["--json"]]) {
        const { status, stdout, stderr } = await inProcess([...line, ...more, ...at])
        expect([line, status, stdout.length > 40]).toEqual([line, 0, true])
        scan([...line, ...more].join(" "), stdout + stderr)
      }
  })
})

import { afterEach, describe, expect, it } from "vitest"
import { widthOf } from "../../src/terminal/Row.js"
import { terminalWords } from "../../src/text/terminal/index.js"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

let screen: OpenScreen
afterEach(() => screen?.close())

const ESC = String.fromCharCode(27)
const MORE_LINES = new RegExp(`(?:${ESC}\\[7m)?;j(?:往下还有\\d+行|:\\d+morelines)(?:${ESC}\\[27m)?`)
/** A lower window shows fewer lines of a list at once. */
const POSITION = /第\d+-\d+行|rows\d+-\d+/

const small = { columns: 60, rows: 20 }
const wide = { columns: 200, rows: 60 }
/** Until nothing has changed on the screen for a while, and no answer is waited for. */
const pause = async () => {
  for (let still = 0, before = ""; still < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, 8))
    const waits = /还没有读到|还在数|Not read yet|counted so far/i.test(screen.text())
    still = screen.text() === before && !waits ? still + 1 : 0
    before = screen.text()
  }
}

/** The keys to every screen, from where the session begins. */
const walks: Readonly<Record<string, { readonly as?: string; readonly ways: ReadonlyArray<ReadonlyArray<string>> }>> = {
  nobody: { ways: [[], ["F1"]] },
  administrator: {
    as: "sh77",
    ways: [
      ...[
        [],
        ["p"],
        ["e"],
        ["i"],
        ["o"],
        ["o", "n"],
        ["o", "j", "d"],
        ["o", "j", "p"],
        ["o", "j", "c"],
        ["d"],
        ["l"],
        ["u"]
      ],
      ...[["c"], ["c", "b"], ["?"], ["o", "?"]]
    ]
  },
  migrated: {
    as: "sh127",
    ways: [
      ...[
        ["c", "Enter"],
        ["c", "Enter", "Enter"],
        ["c", "j", "Enter"],
        ["c", "j", "Enter", "Enter"]
      ],
      ...[
        ["c", "j", "j", "Enter"],
        ["c", "j", "j", "Enter", "Tab", "Enter"]
      ]
    ]
  },
  staff: {
    as: "staff:li/supervisor",
    ways: [[], ["a"], ["a", "Enter"], ["c"], ["e"], ["m"], ["l"], ["f"], ["h"], ["u"], ["?"]]
  }
}

const lines = () => screen.text().split("\n")

/** The rows below the second rule: the state, and the keys. */
const below = () => {
  const all = lines()
  const rule = all.map((line) => /^-{50,}$/.test(line)).lastIndexOf(true)
  return { status: all.slice(rule + 1, -1), keys: all.at(-1) ?? "" }
}

describe.each(["zh", "en"] as const)("a window of 60 by 20, in %s", (language) => {
  it("shows the whole log-in, with both ways into the demonstration", async () => {
    screen = await openScreen({ accounts: [], language, ...small })
    await screen.until(/\d+ (加|plus) \d+/)
    for (const way of [/qingdaoadmin.*Qingdao#2026.*F3/, /(工作人员|staff).*F8 *\n/, /F6 (显示密码|show password) *\n/])
      expect(screen.text()).toMatch(way)
    expect(screen.text()).toMatch(/\[ (登录|Log in) \]/)
    await screen.close()
  })

  it("names the step at hand among four", async () => {
    screen = await openScreen({ accounts: [accountOf("sh77", "shanghai")], as: "sh77", language, ...small })
    await screen.until(/可以去|Go to/)
    await screen.press("c")
    await screen.until(/三种都可以做|all three may be done/)
    await screen.press("j", "Enter")
    await screen.until(/\(1\).*\(4\)/)
    await screen.press("Enter")
    await screen.until(
      language === "zh" ? "[1] 核验企业信息 -> (2) -> (3) -> (4)" : "[1] Enterprise -> (2) -> (3) -> (4)"
    )
    await screen.close()
  })

  it.each(Object.entries(walks))("cuts no sentence around what %s sees", async (_, { as, ways }) => {
    const { keys } = terminalWords[language]
    for (const way of ways) {
      screen = await openScreen({
        accounts: [
          { ...accountOf("sh77", "shanghai"), role: "administrator" },
          accountOf("shanghai127", "shanghai"),
          { ...accountOf("shanghai102", "shanghai"), username: "sh127" }
        ],
        ...(as === undefined ? {} : { as }),
        language,
        ...wide
      })
      await pause()
      for (const key of way) {
        await screen.press(key)
        await pause()
      }
      const before = lines()
      const status = below().status.join("").trim()
      screen.resize(small)
      await pause()
      const now = lines()
      for (const line of now) expect([line, widthOf(line) <= 59]).toEqual([line, true])
      expect(now.length).toBe(19)
      expect(below().keys).toMatch(new RegExp(`(Esc ${keys.back}|Ctrl-C ${keys.leave})  (\\?|F1) ${keys.help}$`))
      // A lower window may say as well how many lines are below it.
      const shown = below().status.join("").replaceAll(" ", "").replace(MORE_LINES, "").replace(POSITION, "")
      expect(shown).toBe(status.replaceAll(" ", "").replace(MORE_LINES, "").replace(POSITION, ""))
      const bar = before.find((line) => line.includes(" -> "))
      if (bar !== undefined)
        expect(now.find((line) => line.includes(" -> "))?.split(" -> ")).toHaveLength(bar.split(" -> ").length)
      await screen.close()
    }
  })
})

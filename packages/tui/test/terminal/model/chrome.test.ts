import { Actor } from "@single-window/core"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Action } from "../../../src/keymap.js"
import { identity, keyLine, path, statusRows } from "../../../src/terminal/chrome.js"
import { type Row, widthOf, widthOfRow, wrapped } from "../../../src/terminal/Row.js"
import type { Session } from "../../../src/terminal/Session.js"
import type { Shell } from "../../../src/terminal/Shell.js"
import { terminalWords } from "../../../src/text/terminal/index.js"

const said = (line: Row) => line.map(({ text }) => text).join("")
const columns = fc.integer({ min: 59, max: 120 })
const language = fc.constantFrom("zh" as const, "en" as const)
const label = fc.constantFrom(
  "保存并核验",
  "IC card",
  "新增无卡操作员",
  "filter",
  "reset the password",
  "r",
  "undo all of it"
)
const action = fc
  .record({
    keys: fc.constantFrom(["Enter"], ["F8"], ["n"], ["Ctrl-s"], ["F10"]),
    label,
    disabled: fc.constantFrom(undefined, "why"),
    quiet: fc.boolean()
  })
  .map((one): Action => ({ ...one, id: one.label, run: () => undefined }))
const crumb = fc.constantFrom("首页", "Home", "我的操作员", "Edit the enterprise", "重置密码 administrator_long_1")
const crumbs = fc.array(crumb, { minLength: 1, maxLength: 4 })

const shell = (parts: Partial<Shell>) => ({ helping: false, mocked: false, ...parts }) as Shell

describe("the rows around the body, in any window", () => {
  it("always tell the way out and the help, and no key by halves", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), fc.boolean(), language, crumbs, columns, (...given) => {
        const [actions, typing, language, crumbs, columns] = given
        const line = keyLine(actions, typing, { language, crumbs, helping: false }, columns)
        expect(widthOf(line)).toBeLessThanOrEqual(columns)
        const { keys } = terminalWords[language]
        const leaves = crumbs.length > 1 ? `Esc ${keys.back}` : `Ctrl-C ${keys.leave}`
        expect(line.endsWith(`${leaves}  ${typing ? "F1" : "?"} ${keys.help}`)).toBe(true)
        const whole = new Set(
          actions.flatMap(({ keys: [key], label, disabled, quiet }) =>
            quiet === true ? [] : [disabled === undefined ? `${key} ${label}` : `(${key} ${label})`]
          )
        )
        const others = line.split("  ").slice(0, -2)
        for (const one of typing ? others.slice(1) : others) expect(whole).toContain(one)
      })
    )
  })

  it("say where one is, with the last screen whole, and that the outside is made up", () => {
    fc.assert(
      fc.property(
        crumbs,
        fc.boolean(),
        fc.boolean(),
        language,
        columns,
        (crumbs, mocked, helping, language, columns) => {
          const line = said(path(shell({ crumbs, mocked, helping, language }), columns))
          const here = crumbs.at(-1) ?? ""
          expect(widthOf(line)).toBeLessThanOrEqual(columns)
          expect(line).toContain(helping ? terminalWords[language].help.title(here) : here)
          expect(/\[(模拟|MOCK)\]/.test(line)).toBe(mocked)
        }
      )
    )
  })

  it("say who is here and how soon the session ends, whatever else there is no room for", () => {
    const name = fc.constantFrom("li", "administratorlong1")
    const role = fc.constantFrom(undefined, "administrator" as const, "supervisor" as const)
    const enterprise = fc.constantFrom(undefined, "示例", "新疆示例伊犁哈萨克自治州霍尔果斯国际边境合作中心")
    const left = fc.constantFrom(undefined, 9, 150)
    fc.assert(
      fc.property(name, role, enterprise, fc.boolean(), left, language, columns, (...given) => {
        const [name, role, enterprise, restricted, left, language, columns] = given
        const session: Session = { actor: Actor.Anonymous(), name, role, enterprise, restricted, since: 0 }
        const line = said(identity(shell({ session, left, language }), columns))
        const words = terminalWords[language]
        expect(widthOf(line)).toBeLessThanOrEqual(columns)
        expect(line).toContain(name)
        expect(line.endsWith(words.otherLanguage)).toBe(true)
        expect(line.includes(words.restricted)).toBe(restricted)
        if (left !== undefined) expect(line).toContain(words.left(left === 9 ? "0:09" : "2:30"))
      })
    )
  })

  it("give a state as many lines as it needs", () => {
    const text = fc
      .array(fc.constantFrom("连续多次密码错误", "the store ", "cannot be opened; ", "/tmp/a/long/path.db "))
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(text, columns, (text, columns) => {
        fc.pre(wrapped(text, columns).length < 4)
        const lines = statusRows(
          { status: { text, tone: "plain" }, commandLine: undefined, language: "zh" },
          undefined,
          columns
        )
        for (const line of lines) expect(widthOfRow(line)).toBeLessThanOrEqual(columns)
        expect(lines.map(said).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
      })
    )
  })
})

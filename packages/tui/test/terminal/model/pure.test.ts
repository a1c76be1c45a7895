import fc from "fast-check"
import stringWidth from "string-width"
import { describe, expect, it } from "vitest"
import { bars } from "../../../src/components/bars.js"
import { progressBar } from "../../../src/components/progressBar.js"
import { stepBar } from "../../../src/components/stepBar.js"
import { table } from "../../../src/components/table.js"
import { confirmation } from "../../../src/form/confirmByTyping.js"
import { atTop, type ListMove, movedBy, within } from "../../../src/form/List.js"
import { listKeys } from "../../../src/keymap.js"
import { cut, fitRow, fitted, type Row, row, widthOf, widthOfRow, wrapped } from "../../../src/terminal/Row.js"
import { sessionLimits, standing } from "../../../src/terminal/Session.js"
import { terminalWords } from "../../../src/text/terminal/index.js"

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc
    .array(fc.constantFrom("中", "文", "a", " ", "𠮷", "，", "word", "\u202e", "\u001b]0;x\u0007"), { maxLength: 40 })
    .map((parts) => parts.join(""))
)
const said = (line: Row): string => line.map(({ text }) => text).join("")

describe("texts in columns", () => {
  it("cut and fitted keep to the columns and never split a character", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, columns) => {
        expect(widthOf(cut(text, columns))).toBeLessThanOrEqual(columns)
        expect(text.startsWith(cut(text, columns))).toBe(true)
        expect(widthOf(fitted(text, columns))).toBe(columns)
      }),
      { numRuns: 2000 }
    )
  })
  it("are as wide as the tables of Unicode say, by whichever way they are measured", () => {
    const every = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
      (one) => !/\p{Cs}/u.test(one)
    )
    expect(every.filter((one) => widthOf(one) !== stringWidth(one))).toEqual([])
    fc.assert(
      fc.property(anyText, (text) => {
        expect(widthOf(text)).toBe(stringWidth(text))
      }),
      { numRuns: 2000 }
    )
  })
  it("a line never takes more than it may, and nothing in it acts on the terminal", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), fc.integer({ min: 1, max: 79 }), (parts, columns) => {
        const line = fitRow(row(...parts), columns)
        expect(widthOfRow(line)).toBeLessThanOrEqual(columns)
        expect(said(line)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
      }),
      { numRuns: 2000 }
    )
  })
  it("a paragraph loses nothing but spaces at its breaks", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("中文", "公司, ", "hello ", "91310000MA1K3XXX0X", "。", " "), { maxLength: 30 }),
        fc.integer({ min: 20, max: 79 }),
        (parts, columns) => {
          const text = parts.join("")
          const lines = wrapped(text, columns)
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
          // Two of them in a row cannot both follow what they close.
          if (!/[，。, ]{2}/.test(text)) for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。]/)
        }
      )
    )
  })
})

describe("a list", () => {
  const moves = Object.keys(listKeys) as ReadonlyArray<ListMove>
  it("keeps the line in focus in view and inside, whatever is pressed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...moves), { maxLength: 40 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 15 }),
        (pressed, count, height) => {
          const list = pressed.reduce((now, move) => movedBy(move, now, count, height), atTop)
          expect(list.at).toBeLessThanOrEqual(Math.max(0, count - 1))
          expect(list.at - list.from).toBeGreaterThanOrEqual(0)
          expect(list.at - list.from).toBeLessThan(height)
          expect(list.from).toBeLessThanOrEqual(Math.max(0, count - height))
          expect(within(list, count, height)).toEqual(list)
        }
      )
    )
  })
  it("draws every line of a table equally wide, with the line in focus and the marked ones by signs", () => {
    const shape = {
      columns: [
        { title: "用户名", width: 10 },
        { title: "状态", width: 6 }
      ],
      height: 4,
      count: 3
    }
    const people = ["zhang01", "阿卜杜拉·买买提·艾合买提", "b"]
    const lines = table({
      ...shape,
      list: { at: 1, from: 0 },
      item: (at) => people[at],
      cells: (name) => [name, "[锁定]"],
      marked: (name) => name === "b"
    })
    expect(lines.map(said)).toEqual([
      "   用户名      状态  ",
      "   zhang01     [锁定]",
      ">  阿卜杜拉..  [锁定]",
      " * b           [锁定]",
      ""
    ])
  })
})

it("a session warns before it ends, and ends by idling or by its age", () => {
  const limits = sessionLimits({})
  expect(standing(0, 0, 0, limits)).toEqual({ _tag: "Open", left: 900_000 })
  expect(standing(0, 0, 749_999, limits)._tag).toBe("Open")
  expect(standing(0, 0, 750_000, limits)).toEqual({ _tag: "Warning", left: 150_000, by: "idle" })
  expect(standing(0, 0, 900_000, limits)._tag).toBe("Locked")
  expect(standing(0, 12 * 3_600_000 - 1, 12 * 3_600_000, limits)._tag).toBe("Locked")
  for (const strange of ["0", "-1", "x", "16", "1e9"])
    expect(sessionLimits({ SINGLE_WINDOW_IDLE_MINUTES: strange })).toEqual(limits)
})

it("only the exact text confirms", () => {
  expect(confirmation("old_ciq_78", "old_ciq_78")).toEqual({ _tag: "Exact" })
  expect(confirmation("old_ciq_78", "old_ciq_7")).toEqual({ _tag: "Missing", characters: 1 })
  for (const wrong of ["old_ciq_78 ", " old_ciq_78", "OLD_CIQ_78", "ｏld_ciq_78"])
    expect(confirmation("old_ciq_78", wrong)).toEqual({ _tag: "Differs" })
})

it("steps say by shape which are done, where one is, and which are to come", () => {
  const steps = ["企业", "法人", "归属人", "完成"]
  expect(said(stepBar(steps, 1, 79))).toBe("  [v] 企业 -> [2] 法人 -> (3) 归属人 -> (4) 完成")
  expect(said(stepBar(steps, 1, 40))).toBe("  [v] -> [2] 法人 -> (3) -> (4)")
  expect(said(stepBar(steps, 4, 40))).toBe("  [v] -> [v] -> [v] -> [v] 完成")
})

it("progress tells share, rate and time left", () => {
  expect(said(progressBar({ done: 3417, total: 4812, since: 0, now: 48_000 }, terminalWords.zh, 42))).toBe(
    "  [#############################-------------]  71%   71 行/秒   约剩 00:00:20"
  )
  expect(said(progressBar({ done: 0, total: 10, since: 0, now: 0 }, terminalWords.en, 10))).toContain("0%")
})

it("bars show whatever is there at all", () => {
  expect(
    bars(
      [
        ["注册", 0],
        ["迁移", 1],
        ["新增", 1000]
      ],
      32
    ).map(said)
  ).toEqual(["  注册              0", "  迁移  #           1", "  新增  ##########  1000"])
})

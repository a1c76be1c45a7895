import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { field } from "../../../src/components/field.js"
import { form, type Items, withFocus } from "../../../src/form/Form.js"
import { folded } from "../../../src/terminal/folded.js"
import { type Row, row, span, widthOfRow } from "../../../src/terminal/Row.js"

const said = (lines: ReadonlyArray<Row>) => lines.map((line) => line.map(({ text }) => text).join(""))
const word = fc.constantFrom("核验企业信息", "the card ", "must be ", "本企业的, ", "one account ", "只能绑一个账号. ")
const sentence = fc.array(word, { minLength: 1, maxLength: 18 }).map((words) => words.join("").trim())

describe("a line that is wider than the window", () => {
  it("is folded when it is a sentence, with every word of it there and each line as far in", () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 0, max: 6 }), (text, indent) => {
        const lines = folded(row(" ".repeat(indent), span(text, "warn")), 59)
        for (const line of lines) expect(widthOfRow(line)).toBeLessThanOrEqual(59)
        for (const line of said(lines)) expect(line.search(/\S/)).toBe(indent)
        if (lines.length < 4) expect(said(lines).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
      })
    )
  })
  const phrase = fc.constantFrom(
    "信用代码 91110101XN0010018A",
    "Status [active]",
    "Level [none]",
    "法人 冯**",
    "no card bound"
  )
  it("is broken at its gaps when it has some, with nothing of it lost", () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 2, maxLength: 6 }), (parts) => {
        const lines = folded(row("  ", ...parts.flatMap((part) => [span(part, "good"), "   "])), 59)
        for (const line of lines) expect(widthOfRow(line)).toBeLessThanOrEqual(59)
        expect(said(lines).join("   ").split(/ {2,}/).filter(Boolean)).toEqual(parts)
      })
    )
    expect(
      said(
        folded(
          row(
            "  User name    be76",
            "   Role personal   Status ",
            span("[active]", "good"),
            "   Level ",
            span("[none]")
          ),
          44
        )
      )
    ).toEqual(["  User name    be76   Role personal", "  Status [active]   Level [none]"])
  })
  it("gives up the blanks of its field, so that its bracket and what stands behind it show", () => {
    const items: Items<"a" | "b"> = [
      { kind: "text", name: "a" },
      { kind: "text", name: "b" }
    ]
    const shape = { label: "名称", labelWidth: 4, width: 50, note: "F6 show" }
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.constantFrom("a" as const, "b" as const), (text, focus) => {
        const state = withFocus(form(items, { a: text }), focus)
        const lines = folded(row("  ", ...field(items, state, "a", shape)), 59)
        expect(lines.length).toBe(1)
        expect(widthOfRow(lines[0] ?? [])).toBe(59)
        expect(said(lines)[0]).toMatch(/^ {3}名称 \[.*\] {2}F6 show$/u)
      })
    )
  })
  it("stays one line when it is typed in, or is a table's", () => {
    const cursor = row("x".repeat(70), { text: "y", cursor: 0 })
    expect(folded(cursor, 59)).toEqual([cursor])
    const table = row({ ...span(">  a  b".padEnd(70, "c")), whole: true })
    expect(folded(table, 59)).toEqual([table])
  })
})

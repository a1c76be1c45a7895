import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { folded } from "../../../src/terminal/folded.js"
import { type Row, row, span, widthOfRow } from "../../../src/terminal/Row.js"

const said = (lines: ReadonlyArray<Row>) => lines.map((line) => line.map(({ text }) => text).join(""))
const word = fc.constantFrom("核验企业信息", "the card ", "must be ", "本企业的, ", "one account ", "只能绑一个帐号. ")
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
  it("stays one line when it is a field or has columns", () => {
    const field = row("  ", `名称  [${" ".repeat(60)}]`)
    expect(folded(field, 59)).toEqual([field])
    const cursor = row("x".repeat(70), { text: "y", cursor: 0 })
    expect(folded(cursor, 59)).toEqual([cursor])
  })
})

import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { columnsOf, padded, safeJson, safeText } from "../src/safeText.js"

/** What a terminal acts on, what cannot be seen and what turns the direction of text. */
const dangerous = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."\u001b\u009b\u009d\u0090][;0a\u0007\u009c\\") }),
  fc
    .array(
      fc.constantFrom("\u001b]0;title\u0007", "\u001b[2J", "\u202e", "\u200b", "\ud800", "张三", "a\n", "\u0301"),
      { maxLength: 20 }
    )
    .map((parts) => parts.join(""))
)

describe("text from data", () => {
  it("never holds anything that a terminal acts on, whatever it was", () => {
    fc.assert(
      fc.property(nasty, (text) => !dangerous.test(safeText(text))),
      { numRuns: 2000 }
    )
  })

  it("stays as it is once it is safe", () => {
    fc.assert(
      fc.property(nasty, (text) => safeText(safeText(text)) === safeText(text)),
      { numRuns: 1000 }
    )
  })

  it("keeps names, codes and punctuation", () => {
    for (const text of [
      "阿卜杜拉·买买提",
      "示例南粤（广州）进出口有限公司",
      "91350100M000100Y43",
      "刘䶮",
      "café",
      "𠮷野"
    ])
      expect(safeText(text)).toBe(text)
  })

  it("drops a title, a colour and a hidden order with all that belongs to them", () => {
    expect(safeText("\u001b]0;owned\u0007a\u001b[31mred\u001b[0m\u202eb")).toBe("aredb")
    expect(safeText("one\ntwo\u2028three")).toBe("one two three")
  })
})

describe("JSON", () => {
  it("holds the exact value, and nothing that a terminal acts on", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const json = safeJson({ text })
        expect(JSON.parse(json)).toEqual({ text })
        expect(dangerous.test(json)).toBe(false)
      }),
      { numRuns: 2000 }
    )
  })
})

describe("columns", () => {
  it("are two for a Chinese character, one for a letter, none for a mark", () => {
    expect(columnsOf("张a（e\u0301")).toBe(6)
    expect(padded("张", 4)).toBe("张  ")
    expect(padded("longer", 2)).toBe("longer")
  })
})

import { hostileCharacters } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"

/** What a terminal, a reader or a spreadsheet would act on, were it to get there as it is. */
export const hostileTexts: Readonly<Record<string, string>> = {
  title: "\u001b]0;owned\u0007甲",
  clipboard: "乙\u001b]52;c;b3duZWQ=\u001b\\",
  link: "\u001b]8;;https://example.com\u0007丙\u001b]8;;\u0007",
  erase: "\u001b[2J\u001b[3J丁",
  cursor: "戊\u001b[9999;1H",
  colour: "\u001b[35;5m己",
  screen: "\u001b[?1049l庚\u001bc",
  query: '\u001b[6n\u001bP$q"p\u001b\\辛',
  c1: "\u009b2J壬\u009d0;owned\u009c",
  carriageReturn: "示例公司\r覆盖",
  backspace: "癸\b\b\b\b\b\b\b\b抹去",
  bell: "子\u0007\u0000\u007f",
  lines: "丑\n\v\f\u0085\u2028\u2029下一行",
  tab: "\t寅\t\t\t",
  rightToLeft: "卯\u202e司公例示\u202c",
  isolates: "\u2066辰\u2067\u2069\u200f",
  zeroWidth: "巳\u200b\u200c\u200d\u2060\ufeff\u00ad",
  tags: "午\u{e0001}\u{e0041}\u{e007f}",
  marks: `未${"\u0301\u0338\u20dd".repeat(200)}`,
  surrogate: "申\ud800a\udc00",
  huge: "酉".repeat(3000),
  hugeLatin: "w".repeat(3000),
  formula: '=HYPERLINK("https://example.com","戌")',
  plus: "+1+cmd|' /C calc'!A0",
  minus: "-2+3",
  at: "@SUM(A1)",
  tabFormula: "\t=1+1",
  hiddenFormula: "\u200b\ufeff=1+1",
  fullWidthFormula: "\uff1d1+1",
  quotes: '亥","=1+1',
  returnFormula: "\r\n=1+1"
}

/** Pieces of all that, put together at random. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(hostileTexts).filter((text) => text.length < 1000)),
      fc.constantFrom(...Object.values(hostileCharacters).flat()),
      fc.constantFrom("张三", "示例公司", "a", " ", "=", "-", '"', ","),
      fc.string({ unit: "binary", maxLength: 4 })
    ),
    { maxLength: 6 }
  )
  .map((parts) => parts.join(""))

/** What may stand in no cell and on no line. */
export const acting = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u

/** A file of comma-separated values as a spreadsheet reads it (RFC 4180). */
export const cellsOf = (csv: string): ReadonlyArray<ReadonlyArray<string>> => {
  const rows: Array<Array<string>> = [[]]
  for (const [, quoted, plain = "", end = ""] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === "\r\n") rows.push([])
    if (end === "") break
  }
  return rows.filter((cells) => cells.join("") !== "")
}

/** Signs with which a spreadsheet begins to calculate. */
export const calculates = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

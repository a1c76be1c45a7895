import { describe, expect, it } from "vitest"
import { screens } from "../../../src/screens/index.js"
import { widthOf } from "../../../src/terminal/Row.js"
import { terminalWords } from "../../../src/text/terminal/index.js"
import { sentences } from "./sentences.js"

/** Characters that are one column in most terminals and two in many Chinese ones: East-Asian width "A" (UAX #11). */
const ambiguous =
  /[\u00A1\u00A4\u00A7\u00A8\u00AA\u00AD\u00AE\u00B0-\u00B4\u00B6-\u00BA\u00BC-\u00BF\u00D7\u00F7\u2010\u2013-\u2016\u2018\u2019\u201C\u201D\u2020-\u2022\u2024-\u2027\u2030-\u205E\u2074-\u208E\u2100-\u27BF\u2B00-\u2BFF\u3248-\u324F\uE000-\uF8FF\uFFFD\u0391-\u0451\u2500-\u257F\u2580-\u259F\u25A0-\u25FF]/u

const tables: ReadonlyArray<readonly [string, { readonly zh: unknown; readonly en: unknown }]> = [
  ["terminal", terminalWords],
  ...Object.entries(screens).map(([name, { words }]) => [name, words] as const)
]

const marksIn = (text: string): ReadonlyArray<string> => [...text.matchAll(/<\d>/g)].map(([mark]) => mark).sort()

describe.each(tables)("the words of %s", (_, { zh, en }) => {
  const [chinese, english] = [new Map(sentences(zh, "")), new Map(sentences(en, ""))]
  it("say the same things in both languages, with the same facts in them", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    for (const [path, text] of chinese) expect([path, marksIn(english.get(path) ?? "")]).toEqual([path, marksIn(text)])
  })
  it("use nothing that takes two columns in some terminals and one in others", () => {
    for (const [path, text] of [...chinese, ...english])
      expect([path, ambiguous.exec(text)?.[0]]).toEqual([path, undefined])
  })
  it("call an account what the manual calls it", () => {
    for (const [path, text] of chinese) expect([path, text.includes("帐")]).toEqual([path, false])
  })
  it("are not Chinese in English", () => {
    for (const [path, text] of english)
      if (!text.includes("中文")) expect([path, /\p{Script=Han}/u.test(text)]).toEqual([path, false])
  })
})

it("what every screen says fits on a line", () => {
  for (const words of Object.values(terminalWords))
    for (const [path, text] of sentences(words, ""))
      if (!path.startsWith(".beforeOpening"))
        for (const line of text.split("\n")) expect([path, widthOf(line) <= 79]).toEqual([path, true])
})

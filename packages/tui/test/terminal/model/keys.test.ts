import fc from "fast-check"
import { expect, it } from "vitest"
import { isTextOfNoKeys, type KeyPress, keyParser } from "../../../src/terminal/Keys.js"

const ESC = "\u001b"
const read = (...pieces: ReadonlyArray<string>): ReadonlyArray<KeyPress> => {
  const parser = keyParser()
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.flush()]
}
const key = (name: string): KeyPress => ({ type: "key", name })

/** Neighbouring texts are one: where a terminal cuts its input says nothing. */
const joined = (keys: ReadonlyArray<KeyPress>): ReadonlyArray<KeyPress> => {
  const done: Array<KeyPress> = []
  for (const next of keys) {
    const last = done.at(-1)
    if (last?.type === "text" && next.type === "text") done.splice(-1, 1, { type: "text", text: last.text + next.text })
    else done.push(next)
  }
  return done
}

const atoms: ReadonlyArray<readonly [string, KeyPress]> = [
  [`${ESC}[A`, key("Up")],
  [`${ESC}OP`, key("F1")],
  [`${ESC}[12~`, key("F2")],
  [`${ESC}[20~`, key("F9")],
  [`${ESC}[Z`, key("Shift-Tab")],
  [`${ESC}[1;5C`, key("Ctrl-Right")],
  [`${ESC}[5~`, key("PgUp")],
  [`${ESC}[[B`, key("F2")],
  ["\u007f", key("Backspace")],
  ["\u0003", key("Ctrl-c")],
  ["\t", key("Tab")],
  ["中文公司", { type: "text", text: "中文公司" }],
  ["𠮷", { type: "text", text: "𠮷" }],
  [`${ESC}[200~王小明\r\n110101\u0003${ESC}[201~`, { type: "paste", text: "王小明\r\n110101\u0003" }]
]

it("reads the same keys wherever the input is cut", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...atoms), { maxLength: 12 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
      (chosen, lengths) => {
        const whole = chosen.map(([bytes]) => bytes).join("")
        const pieces: Array<string> = []
        const characters = Array.from(whole)
        while (characters.length > 0) pieces.push(characters.splice(0, lengths.next().value ?? 1).join(""))
        expect(joined(read(...pieces))).toEqual(joined(chosen.map(([, press]) => press)))
      }
    ),
    { numRuns: 2000 }
  )
})

it("takes a lone escape for the key once nothing follows", () => {
  const parser = keyParser()
  expect(parser.push(ESC)).toEqual([])
  expect(parser.waits()).toBe(true)
  expect(parser.flush()).toEqual([key("Esc")])
  expect(parser.waits()).toBe(false)
})

it("takes text with a line break inside for a paste even where pastes are not marked", () => {
  expect(read("王小明\r110101")).toEqual([{ type: "paste", text: "王小明\r110101" }])
  expect(read("abc\r")).toEqual([{ type: "text", text: "abc" }, key("Enter")])
})

/** Everything that would be done, were a paste taken for keys. */
const harms = (keys: ReadonlyArray<KeyPress>) => keys.filter(({ type }) => type === "key")

it("T6: takes a text with a line break in it for a paste, however few characters it has and wherever it is cut", () => {
  let pastes = 0
  const letters = fc.string({ unit: fc.constantFrom(..."ad1:q王小 "), minLength: 5, maxLength: 60 })
  const rest = fc.string({ unit: fc.constantFrom(..."aq:王1\r\n\t"), minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(letters, rest, fc.array(fc.nat(60), { maxLength: 4 }), (first, behind, cuts) => {
      // A text whose first piece is more than fingers type; the pieces come one after the other.
      const text = `${first}\r${behind}`
      const places = [...new Set(cuts.map((cut) => 5 + cut))].filter((cut) => cut < text.length).sort((a, b) => a - b)
      const pieces = [0, ...places].map((from, at) => text.slice(from, places[at]))
      // What stands before the break may have been told as text already; all else is a paste.
      const keys = read(...pieces)
      expect([pieces, keys.map(({ type }) => type).filter((type) => type === "key")]).toEqual([pieces, []])
      expect(keys.map((press) => (press.type === "key" ? "" : press.text)).join("")).toBe(text)
      pastes++
    }),
    { numRuns: 2000 }
  )
  console.log(`T6: ${pastes} of ${pastes} texts with a line break in them, cut at random, gave no key`)
})

it("T6: takes what fingers and key repeat send for keys", () => {
  expect(harms(read("12\r"))).toEqual([key("Enter")])
  expect(harms(read("abcd\r"))).toEqual([key("Enter")])
  expect(read("abcde\r")).toEqual([{ type: "paste", text: "abcde\r" }])
  expect(read("王明\r")).toEqual([{ type: "paste", text: "王明\r" }])
  expect(read("zhang\t110101\r")).toEqual([{ type: "paste", text: "zhang\t110101\r" }])
  expect(read("\rabcde")).toEqual([{ type: "paste", text: "\rabcde" }])
  expect(harms(read("\r\r\r\r\r\r"))).toHaveLength(6)
  expect(read(`${ESC}[B`.repeat(9).concat("\r"))).toHaveLength(10)
  expect(read("j".repeat(40))).toEqual([{ type: "text", text: "j".repeat(40) }])
})

it("T6: takes a line break that comes alone, right behind a word and with nothing after it, for Enter", () => {
  const parser = keyParser()
  expect(parser.push("中文公司")).toEqual([{ type: "text", text: "中文公司" }])
  expect([parser.waits(), parser.open()]).toEqual([false, true])
  expect(parser.push("\r")).toEqual([])
  expect([parser.waits(), parser.bursts()]).toEqual([true, false])
  expect(parser.flush()).toEqual([key("Enter")])
  expect(parser.push("中文公司")).toHaveLength(1)
  expect(parser.flush()).toEqual([])
  expect(parser.push("\r")).toEqual([key("Enter")])
})

it("T6: where letters are commands, more of them at once than fingers type is no command", () => {
  for (const text of ["dzaps", ":quit", "王小明", "aaaab"]) expect([text, isTextOfNoKeys(text)]).toEqual([text, true])
  for (const text of ["d", "、", "oj", "jjjjjjjjjj", "   ", "abcd"])
    expect([text, isTextOfNoKeys(text)]).toEqual([text, false])
})

it("T6: a paste with the mark of its own end in it is a paste to the last of it", () => {
  const begins = `${ESC}[200~`
  const ends = `${ESC}[201~`
  for (const harm of [
    `${ESC}[19~`,
    `dz\r`,
    `\u0013`,
    `${ESC}[19~${begins}x`,
    `${ends}q${begins}${ends}\t`,
    `\u0003\u0003`
  ]) {
    const whole = `${begins}a${ends}${harm}${ends}`
    for (const pieces of [[whole], [whole.slice(0, -3), whole.slice(-3)], [begins, whole.slice(begins.length)]]) {
      const keys = read(...pieces)
      expect([harm, keys.map(({ type }) => type)]).toEqual([harm, keys.map(() => "paste")])
      expect(keys[0]).toMatchObject({ text: expect.stringMatching(/^a/) })
    }
  }
  expect(read(`${begins}a${ends}${begins}b${ends}`)).toEqual([{ type: "paste", text: "ab" }])
  expect(read(`${begins}a${ends}`, "\r")).toEqual([{ type: "paste", text: "a" }, key("Enter")])
})

it("lets nobody type into a paste that was begun and never ends, once they ask to leave", () => {
  const parser = keyParser()
  for (const piece of [`${ESC}[200~`, "secret", "\u0003"]) expect(parser.push(piece)).toEqual([])
  expect(parser.push("\u0003")).toEqual([key("Ctrl-c"), key("Ctrl-c")])
  expect(parser.push("a")).toEqual([{ type: "text", text: "a" }])
})

it("takes hundreds of characters at once, and what follows before a pause, for one paste that is not marked", () => {
  const parser = keyParser()
  const text = `${"a".repeat(300)}\r\t${ESC}:quit\r`
  expect(parser.push(text)).toEqual([])
  expect(parser.push("\rb\r")).toEqual([])
  expect(parser.waits()).toBe(true)
  expect(parser.flush()).toEqual([{ type: "paste", text: `${text}\rb\r` }])
  expect(parser.push("\r")).toEqual([key("Enter")])
  expect(read(`${ESC}[B`.repeat(300))).toHaveLength(300)
  expect(read(`${ESC}[200~${text}${ESC}[201~`)).toEqual([{ type: "paste", text }])
})

it("never fails and always ends, whatever comes", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 8 }), (pieces) => {
      const keys = read(...pieces)
      for (const press of keys) if (press.type === "key") expect(press.name).not.toBe("")
    }),
    { numRuns: 2000 }
  )
})

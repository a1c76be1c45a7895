import fc from "fast-check"
import stringWidth from "string-width"
import { describe, expect, it } from "vitest"
import { field } from "../../../src/components/field.js"
import { select } from "../../../src/components/select.js"
import { cursorColumn, type Editing, edit, editing, insert, textOf } from "../../../src/form/Editing.js"
import { buttonInFocus, form, type Items, pressed, valueOf } from "../../../src/form/Form.js"
import { graphemes, widthOfRow } from "../../../src/terminal/Row.js"

const keys = ["Left", "Right", "Home", "End", "Backspace", "Delete", "Ctrl-u", "Ctrl-k", "Ctrl-w", "Ctrl-a", "Ctrl-e"]
const pieces = [
  "a",
  "Z9",
  " ",
  "中文公司",
  "𠮷",
  "é",
  "e\u0301",
  "\u0301",
  "한",
  "👩‍👩‍👧",
  "🇨🇳",
  "\u200d",
  "阿卜杜拉·买买提",
  "\r\n",
  "\t",
  "\ud842"
]

const step = fc.oneof(
  fc.record({ key: fc.constantFrom(...keys) }),
  fc.record({ text: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 3 })) })
)

const after = (state: Editing, done: { readonly key: string } | { readonly text: string }): Editing =>
  "key" in done ? (edit(state, done.key) ?? state) : insert(state, done.text, 60)

describe("the text of a field, in 2,000 runs of random edits", () => {
  const holds = (check: (state: Editing) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state = editing("")
        for (const one of steps) {
          state = after(state, one)
          check(state)
        }
      }),
      { numRuns: 2000 }
    )
  it("is always well-formed, on one line, and made of whole graphemes", () => {
    holds((state) => {
      const text = textOf(state)
      expect(text).not.toMatch(/[\p{Cs}\p{Cc}]/u)
      expect(graphemes(text)).toEqual(state.graphemes)
      expect(state.at).toBeGreaterThanOrEqual(0)
      expect(state.at).toBeLessThanOrEqual(state.graphemes.length)
    })
  })
  it("has its cursor where the text before it ends", () => {
    holds((state) => {
      expect(cursorColumn(state)).toBe(stringWidth(state.graphemes.slice(0, state.at).join("")))
    })
  })
})

it("Backspace takes a whole character, whatever it is made of", () => {
  for (const one of ["𠮷", "👩‍👩‍👧", "e\u0301", "中"]) {
    expect(textOf(edit(editing(`a${one}`), "Backspace") ?? editing("?"))).toBe("a")
  }
})

const items: Items<"name" | "secret" | "kind" | "save" | "fixed"> = [
  { kind: "text", name: "name", most: 5 },
  { kind: "text", name: "fixed", locked: true },
  { kind: "text", name: "secret", secret: true },
  { kind: "select", name: "kind", choices: ["id", "passport", "permit"] },
  { kind: "button", name: "save" }
]
const start = form(items, { fixed: "不可改" })
const type = (state: typeof start, ...names: ReadonlyArray<string>) =>
  names.reduce((now, name) => pressed(items, now, { type: "key", name }) ?? now, state)

describe("a form", () => {
  it("goes round by Tab, past what is locked", () => {
    const order = ["Tab", "Tab", "Tab", "Tab"].map((_, at) => type(start, ...Array(at + 1).fill("Tab")).focus)
    expect(order).toEqual(["secret", "kind", "save", "name"])
    expect(type(start, "Shift-Tab").focus).toBe("save")
  })
  it("changes a choice by the arrows, round as well", () => {
    const atKind = type(start, "Tab", "Tab")
    expect(valueOf(type(atKind, "Right"), "kind")).toBe("passport")
    expect(valueOf(type(atKind, "Left"), "kind")).toBe("permit")
    const spaced = pressed(items, atKind, { type: "text", text: " " })
    expect(spaced && valueOf(spaced, "kind")).toBe("passport")
  })
  it("tells the keys of a choice while it is in focus, and which of how many it is", () => {
    const shape = { label: "证件", labelWidth: 6, names: { id: "身份证", passport: "护照", permit: "通行证" } }
    const said = (state: typeof start) =>
      select(items, state, "kind", shape)
        .map(({ text }) => text)
        .join("")
    expect(said(start)).toBe(" 证件   < 身份证 >")
    expect(said(type(start, "Tab", "Tab", "Right"))).toBe(" 证件   < 护照 >  Left Right 2/3")
  })
  it("takes no more than fits, and never submits by a paste", () => {
    const pasted = pressed(items, start, { type: "paste", text: "王小明\r110101" })
    expect(pasted && valueOf(pasted, "name")).toBe("王小明 1")
    expect(pasted?.focus).toBe("name")
  })
  it("leaves Enter to the screen, and names the button in focus", () => {
    expect(pressed(items, start, { type: "key", name: "Enter" })).toBeUndefined()
    expect(buttonInFocus(items, type(start, "Shift-Tab"))).toBe("save")
    expect(buttonInFocus(items, start)).toBeUndefined()
  })
})

describe("a field on the screen", () => {
  const shape = { label: "密码", labelWidth: 10, width: 12 }
  it("is as wide whatever stands in it, and its cursor stays between the brackets", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, secret) => {
        const one: Items<"x"> = [{ kind: "text", name: "x", secret }]
        let state = form(one)
        for (const done of steps) {
          const press =
            "key" in done ? { type: "key" as const, name: done.key } : { type: "text" as const, text: done.text }
          state = pressed(one, state, press) ?? state
          const line = field(one, state, "x", shape)
          expect(widthOfRow(line)).toBe(1 + 10 + 1 + 12 + 2)
          const cursor = line.find((span) => span.cursor !== undefined)?.cursor
          expect(cursor).toBeGreaterThanOrEqual(0)
          expect(cursor).toBeLessThanOrEqual(12)
        }
      }),
      { numRuns: 2000 }
    )
  })
  it("never shows a secret that was not asked for", () => {
    const typed = pressed(items, type(start, "Tab"), { type: "text", text: "秘密Qd#2026" })
    if (typed === undefined) throw new Error("not typed")
    const drawn = (state: typeof start) =>
      field(items, state, "secret", shape)
        .map(({ text }) => text)
        .join("")
    expect(drawn(typed)).toContain("[*********   ]")
    expect(drawn(typed)).not.toMatch(/秘|2026/)
    expect(drawn(type(typed, "F6"))).toContain("秘密Qd#2026")
    expect(drawn(type(typed, "F6", "F6"))).not.toContain("2026")
  })
})

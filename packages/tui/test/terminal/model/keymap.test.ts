import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Action, globalActionFor, globalKeys, navigationKey, navigationKeys } from "../../../src/keymap.js"
import { deedsOf } from "../../../src/terminal/dispatch.js"
import { helpBody } from "../../../src/terminal/helpBody.js"
import type { KeyPress } from "../../../src/terminal/Keys.js"
import { terminalWords } from "../../../src/text/terminal/index.js"

const printable = Array.from({ length: 0x7e - 0x21 + 1 }, (_, at) => String.fromCharCode(0x21 + at))

describe("full-width keys (a Chinese input method is on)", () => {
  it.each(printable)("%s is the same key as its full-width form", (character) => {
    expect(navigationKey(String.fromCharCode(character.charCodeAt(0) + 0xfee0))).toBe(character)
    expect(navigationKey(character)).toBe(character)
  })
  it("、 is the slash, and the wide space is the space bar", () => {
    expect(navigationKeys("、：？！　")).toEqual(["/", ":", "?", "!", "Space"])
  })
})

const pressed: Array<string> = []
const action = (id: string, keys: ReadonlyArray<string>, disabled?: string): Action => ({
  id,
  keys,
  label: id,
  run: () => pressed.push(id),
  disabled
})
const deeds = (target: Parameters<typeof deedsOf>[0], press: KeyPress) => deedsOf(target, press).map((deed) => deed())
const text = (typed: string): KeyPress => ({ type: "text", text: typed })

describe("where letters are commands", () => {
  const target = { actions: [action("delete", ["d"]), action("reset", ["p"], "已锁定")] }
  it("runs an action by its key, full-width or not", () => {
    expect(deeds(target, text("d"))[0]).toMatchObject({ _tag: "Action" })
    expect(deeds(target, text("ｄ"))[0]).toMatchObject({ _tag: "Action" })
  })
  it("says why a disabled one cannot be done", () => {
    expect(deeds(target, text("p"))).toEqual([{ _tag: "Disabled", label: "reset", reason: "已锁定" }])
  })
  it("never runs anything out of a paste", () => {
    expect(deeds(target, { type: "paste", text: "dddd:quit\r" })).toEqual([{ _tag: "PasteIgnored" }])
  })
  it("names a key that does nothing here", () => {
    expect(deeds(target, text("w"))).toEqual([{ _tag: "Unknown", key: "w" }])
  })
})

describe("where letters are text", () => {
  const typed: Array<KeyPress> = []
  const form = (press: KeyPress) => {
    if (press.type === "key" && press.name === "Enter") return false
    typed.push(press)
    return true
  }
  const target = { actions: [action("save", ["Enter", "Ctrl-s"]), action("card", ["F9"]), action("d", ["d"])], form }
  it("gives every text and paste to the form, and runs nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom("text", "paste"), (given, type) => {
        expect(deeds(target, { type: type as "text", text: given })).toEqual([{ _tag: "Typed" }])
        expect(typed.at(-1)).toEqual({ type, text: given })
      })
    )
  })
  it("Enter is the action of the button in focus, else the one with that key", () => {
    const [save] = deeds(target, { type: "key", name: "Enter" })
    const [card] = deeds({ ...target, button: "card" }, { type: "key", name: "Enter" })
    if (save?._tag !== "Action" || card?._tag !== "Action") throw new Error("no action")
    pressed.length = 0
    save.run()
    card.run()
    expect(pressed).toEqual(["save", "card"])
  })
})

it("letters and signs of every screen are text in a form; F keys, Ctrl and Esc stay what they are", () => {
  for (const [name, keys] of Object.entries(globalKeys)) {
    for (const key of keys) {
      expect(globalActionFor(key, false)).toBe(name)
      expect(globalActionFor(key, true)).toBe(/^(F\d+|Ctrl-.|Esc)$/.test(key) ? name : undefined)
    }
  }
})

it("the help tells every key that is live, and every one of every screen, whatever there is", () => {
  const keys = [
    "a",
    "b",
    "x",
    "F5",
    "PgDn",
    "Ctrl-s",
    "Space",
    "d",
    "e",
    "o",
    "n",
    "N",
    "/",
    "g",
    "G",
    "Q",
    "F7",
    "F8",
    "1",
    "2"
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(keys), fc.boolean(), fc.boolean(), (chosen, form, disabled) => {
      const actions = chosen.map((key) => action(`做 ${key}`, [key], disabled ? "现在不行" : undefined))
      const body = helpBody(actions, form, terminalWords.zh, { columns: 79, rows: 17 })
      expect(body.length).toBeLessThanOrEqual(17)
      const text = body.map((line) => line.map((one) => one.text).join("")).join("\n")
      for (const key of chosen) expect(text).toMatch(new RegExp(`${key} +\\(?做 ${key}`))
      for (const name of Object.keys(globalKeys)) expect(text).toContain(terminalWords.zh.keys[name as "help"])
    })
  )
})

import { describe, expect, it } from "vitest"
import { helpBody } from "../../../src/terminal/helpBody.js"
import { widthOfRow } from "../../../src/terminal/Row.js"
import { terminalWords } from "../../../src/text/terminal/index.js"

const run = () => undefined
const actions = [
  { id: "open", keys: ["Enter"], label: "open", run },
  { id: "mark", keys: ["Space"], label: "mark/unmark", run },
  { id: "undo", keys: ["z"], label: "take back", run, disabled: "nothing was deleted since this page was opened" },
  { id: "down", keys: ["PgDn", "Ctrl-d"], label: "page down", run }
]

describe("the help", () => {
  it.each([
    [59, 13],
    [79, 17]
  ])("tells every key whole in a window of %i columns, and its advice whole or not at all", (columns, rows) => {
    const words = terminalWords.en
    const body = helpBody(actions, false, words, { columns, rows })
    const text = body.map((line) => line.map((one) => one.text.trimEnd()).join(" "))
    expect(body.length).toBeLessThanOrEqual(rows)
    for (const line of body) expect(widthOfRow(line)).toBeLessThanOrEqual(columns)
    for (const { keys, label } of actions) expect(text.join("\n")).toMatch(new RegExp(`${keys[0]}.*${label}`))
    expect(text.join("\n")).not.toContain("..")
    for (const rule of words.help.rules.slice(0, 1)) expect(text.map((line) => line.trim()).join(" ")).toContain(rule)
  })
})

// What Ink alone takes for as much text: a window of a long list in memory, 22 lines of 79 columns, no store behind it. Started by terminal.mjs.
import { createRequire } from "node:module"

const from = createRequire(new URL("../packages/tui/package.json", import.meta.url))
const load = (name) => import(from.resolve(name))
const [{ Box, render, Text, useInput }, { createElement, useState }] = await Promise.all([load("ink"), load("react")])

const HEIGHT = 21
const count = Number(process.argv[2] ?? 100_000)
const items = Array.from(
  { length: count },
  (_, at) =>
    `old_${String(at).padStart(7, "0")}          李**      正常    未认证  无    迁移  北京示例${String(at).padStart(7, "0")}贸..`
)

const List = () => {
  const [{ at, top }, set] = useState({ at: 0, top: 0 })
  useInput((input) => {
    if (input !== "j") return
    set((now) => {
      const next = Math.min(count - 1, now.at + 1)
      return { at: next, top: Math.max(now.top, next - HEIGHT + 1) }
    })
  })
  const rows = items.slice(top, top + HEIGHT)
  const line = (item, index) =>
    createElement(Text, { key: index, inverse: top + index === at }, `${top + index === at ? ">" : " "} ${item}`)
  return createElement(Box, { flexDirection: "column" }, ...rows.map(line), createElement(Text, null, `at ${at};`))
}

render(createElement(List))

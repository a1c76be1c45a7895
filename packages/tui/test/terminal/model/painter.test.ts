import headless from "@xterm/headless"
import fc from "fast-check"
import { expect, it } from "vitest"
import { painter } from "../../../src/terminal/Painter.js"

const emulator = () => new headless.Terminal({ cols: 40, rows: 10, allowProposedApi: true })
const shown = ({ buffer: { active }, rows }: headless.Terminal) => [
  ...Array.from({ length: rows }, (_, row) => active.getLine(row)?.translateToString(true)),
  `${active.cursorX},${active.cursorY}`
]
const settled = (terminal: headless.Terminal, bytes: string) =>
  new Promise<void>((resolve) => terminal.write(bytes, () => resolve()))

const piece = fc.constantFrom("中文公司", "abc", " ", "[v] ", "\u001b[1mbold\u001b[22m", "𠮷", "------", "")
const line = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(""))
const frame = fc.array(line, { minLength: 1, maxLength: 9 }).filter((lines) => lines.join("") !== "")
const place = fc.option(fc.record({ x: fc.nat({ max: 30 }), y: fc.nat({ max: 8 }) }), { nil: undefined })

it("drawing only what changed looks like drawing everything", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(frame, place), { minLength: 1, maxLength: 20 }), async (frames) => {
      const [some, all] = [emulator(), emulator()]
      let bytes = ""
      const incremental = painter((written) => (bytes += written), { columns: 40, rows: 10 })
      for (const [lines, cursor] of frames) {
        incremental.setCursor(cursor)
        incremental.canvas.write(lines.join("\n"))
      }
      const [last, cursor] = frames.at(-1) ?? [[""], undefined]
      await settled(some, bytes)
      await settled(all, `${last.map((text, at) => `\u001b[${at + 1};1H${text}`).join("")}`)
      expect(shown(some).slice(0, 10)).toEqual(shown(all).slice(0, 10))
      if (cursor !== undefined) expect(shown(some).at(-1)).toBe(`${cursor.x},${cursor.y}`)
    }),
    { numRuns: 120 }
  )
}, 20_000)

it("writes nothing where nothing changed, and little where one line did", () => {
  let bytes = ""
  const { canvas } = painter((written) => (bytes += written), { columns: 80, rows: 24 })
  const lines = Array.from({ length: 23 }, (_, at) => `第 ${at} 行 ${"x".repeat(60)}`)
  canvas.write(lines.join("\n"))
  bytes = ""
  canvas.write(lines.join("\n"))
  expect(bytes).toBe("")
  canvas.write(lines.with(5, "改了").join("\n"))
  expect(bytes.length).toBeLessThan(40)
  expect(bytes).not.toMatch(/\[[23]J/)
})

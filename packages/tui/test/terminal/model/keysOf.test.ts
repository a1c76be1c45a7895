import { EventEmitter } from "node:events"
import { expect, it } from "vitest"
import type { KeyPress } from "../../../src/terminal/Keys.js"
import { keysOf } from "../../../src/terminal/keysOf.js"

/** A terminal that sends pieces; the program gets no turn while it waits `milliseconds` for the next one. */
const sends = async (...pieces: ReadonlyArray<readonly [milliseconds: number, piece: string]>) => {
  const stdin = Object.assign(new EventEmitter(), { setEncoding: () => undefined })
  const presses: Array<KeyPress> = []
  keysOf(stdin as unknown as NodeJS.ReadStream).onKey((press) => presses.push(press))
  for (const [milliseconds, piece] of pieces) {
    for (const from = performance.now(); performance.now() - from < milliseconds; );
    stdin.emit("data", piece)
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  return presses
}
const text = (typed: string): KeyPress => ({ type: "text", text: typed })
const key = (name: string): KeyPress => ({ type: "key", name })

it("takes keys for keys where the program had no turn between a text and them", async () => {
  expect(await sends([0, "Qingdao#2026"], [40, "\t\r"])).toEqual([text("Qingdao#2026"), key("Tab"), key("Enter")])
  expect(await sends([0, "Qingdao#2026"], [40, "\r"], [40, "\r"])).toEqual([
    text("Qingdao#2026"),
    key("Enter"),
    key("Enter")
  ])
})

it("T6: takes what goes on after a text for a paste, at once in any case, and with a text in it later too", async () => {
  expect(await sends([0, "Qingdao#2026"], [0, "\t\r"])).toEqual([text("Qingdao#2026"), { type: "paste", text: "\t\r" }])
  expect(await sends([0, "Qingdao#2026"], [40, "\rdelete\r"])).toEqual([
    text("Qingdao#2026"),
    { type: "paste", text: "\rdelete\r" }
  ])
})

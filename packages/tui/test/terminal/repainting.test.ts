import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { eitherUntil } from "./rig/eitherUntil.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

const STEPS = 300
const RESIZES = 50

/** Nothing that is drawn in part gets to the terminal: the screen is erased and drawn whole in its place. */
const wholeAlways = `data:text/javascript,${encodeURIComponent(`
const write = process.stdout.write
const ESC = "\\u001b"
let erased = false
process.stdout.write = function (bytes, ...rest) {
  const text = String(bytes)
  if (text === ESC + "[2J") return (erased = true)
  if (erased) {
    erased = false
    return write.call(this, ESC + "[2J" + text, ...rest)
  }
  if (!/\\x1b\\[\\d+;\\d+H/.test(text)) return write.call(this, bytes, ...rest)
  setImmediate(() => process.stdout.emit("resize"))
  // Only whether the cursor shows is not told again.
  return write.call(this, (text.match(/\\x1b\\[\\?25[hl]/g) ?? []).join(""), ...rest)
}`)}`

const stores: Array<DemoStore> = []
let changes: RigTerminal
let whole: RigTerminal
beforeAll(async () => {
  const [one, other] = [await demoStore(), await demoStore()]
  stores.push(one, other)
  const args = ["--as", "staff:li/viewer"]
  changes = openTerminal({ db: one.db, args })
  whole = openTerminal({ db: other.db, args, env: { NODE_OPTIONS: `--import ${wholeAlways}` } })
  await Promise.all([changes.until("认证已失效"), whole.until("认证已失效")])
})
afterAll(async () => {
  await Promise.all([changes.close(), whole.close()])
  for (const store of stores) store.remove()
})

/** Everything that a person sees, the cursor included. Blanks at the end of a line are as good as nothing. */
const seen = (terminal: RigTerminal): string => {
  const { x, y, visible } = terminal.cursor()
  const lines = terminal.screen().map((line) => line.trimEnd())
  return [...lines, visible ? `cursor at ${x},${y}` : "no cursor"].join("\n")
}

const both = async (what: (terminal: RigTerminal) => Promise<void> | void) => {
  await Promise.all([what(changes), what(whole)])
}

/** Both stand still, at the same screen. */
const same = async (what: string) => {
  await eitherUntil(changes, whole, () => seen(changes) === seen(whole)).catch(() => undefined)
  expect([what, seen(changes)]).toEqual([what, seen(whole)])
}

const keys = fc.sample(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("j", "k", "Down", "Up", "PgDn", "PgUp", "Home", "End", "Space", "s") },
    { weight: 3, arbitrary: fc.constantFrom("a", "u", "/", "中文", "王", "1", "Backspace", "Enter", "?") },
    { weight: 2, arbitrary: fc.constantFrom("F2", "F4", "Esc") }
  ),
  { numRuns: STEPS - RESIZES, seed: 26 }
)
const sizes = fc.sample(fc.tuple(fc.integer({ min: 60, max: 120 }), fc.integer({ min: 20, max: 40 })), {
  numRuns: RESIZES - 1,
  seed: 26
})

it(`T26: ${STEPS} steps, ${RESIZES} of them resizes, look as if everything were drawn each time`, async () => {
  let steps = 0
  let resizes = 0
  for (const [at, key] of keys.entries()) {
    await both(async (terminal) => {
      const before = seen(terminal)
      await terminal.press(key)
      // What follows an escape at once would be one key with it.
      const isHome = /^(首页|Home)( {2}|$)/.test(terminal.screen()[1] ?? "")
      if (key === "Esc" && !isHome) await terminal.until(() => seen(terminal) !== before, 1000).catch(() => undefined)
    })
    await same(`step ${++steps}: ${key}`)
    const size = at % 5 === 4 ? sizes[Math.floor(at / 5)] : undefined
    const [cols, rows] = size ?? (at === keys.length - 1 ? [80, 24] : [])
    if (cols === undefined || rows === undefined) continue
    await both(async (terminal) => {
      terminal.resize(cols, rows)
      await terminal.until(() => terminal.screen()[rows - 4]?.startsWith("-".repeat(cols - 1)) ?? false)
    })
    await same(`step ${++steps}: ${cols}x${rows}`)
    resizes++
  }
  expect([steps, resizes]).toEqual([STEPS, RESIZES])
  expect(whole.bytes().split("\u001b[2J").length).toBeGreaterThan(STEPS / 3)
  expect(changes.bytes().split("\u001b[2J").length).toBeLessThanOrEqual(RESIZES * 2 + 2)
  console.log(`T26: ${steps} steps the same, ${resizes} of them resizes`)
}, 60_000)

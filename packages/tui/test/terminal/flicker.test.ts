import { afterAll, beforeAll, expect, it } from "vitest"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

const ESC = "\u001b"
const ROWS = 24
/** Erases of a whole screen, which flicker. */
const erased = new RegExp(`${ESC}\\[[23]J`, "g")
/** A line is written at its own place. */
const placed = new RegExp(`${ESC}\\[(\\d+);\\d+H`, "g")

let store: DemoStore
let terminal: RigTerminal
beforeAll(async () => {
  store = await demoStore()
  terminal = openTerminal({ db: store.db, rows: ROWS, args: ["--as", "staff:li/supervisor"] })
  await terminal.until("认证已失效")
})
afterAll(async () => {
  await terminal.close()
  store.remove()
})

/** A session over many screens: keys, and what shows before the next ones. */
const session: ReadonlyArray<readonly [keys: ReadonlyArray<string>, shows: string | RegExp]> = [
  [["a"], /选中行 {2}@jinmen/],
  [["j", "j", "j", "k"], /选中行 {2}be76|选中行 {2}beijing/],
  [["PgDn", "PgDn", "G"], /第 \d+-172 行/],
  [["g"], /第 1-\d+ 行/],
  [["s"], /排序: (?!用户名)/],
  [["s", "s", "s", "s", "s"], /排序: /],
  [["Space", "j", "Space"], "已选 2"],
  [["?"], "帮助: "],
  [["Esc"], "已选 2"],
  [["/"], "[ "],
  [["q", "i"], "[qi"],
  [["Enter"], "过滤 /qi"],
  [["Enter"], "最近发生的事"],
  [["t"], /^第 1-.* {3}时间线 {3}/m],
  [["w"], /^为什么.* {3}/m],
  [["p"], /^接下来.* {3}/m],
  [["Esc"], /^概况 {3}/m],
  [["Esc"], "选中行"],
  [["Esc"], "认证已失效"],
  [["u"], "命中 67/67"],
  [["j", "j", "j", "j", "PgDn", "k"], /> {2}R-/],
  [["F2"], "? help"],
  [["F2"], "? 帮助"],
  [["F4"], "高对比"],
  [["F4"], "无色"],
  [["F4"], "彩色"],
  [["Esc"], "认证已失效"],
  [["c"], "工作人员替账号归属人办理"],
  [["a", "b", "c", "Backspace", "d"], "[abd"],
  [["Tab", "x", "y"], "[xy"],
  [["Esc"], "认证已失效"],
  [[":"], /^:$/m],
  [["r", "u", "l", "e", "s"], ":rules"],
  [["Enter"], "命中 67/67"],
  [["Esc"], "认证已失效"]
]

const median = (numbers: ReadonlyArray<number>): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0

it("T2: a session over many screens draws lines at their places, little at a key, and never erases all", async () => {
  const start = terminal.bytes().length
  const perKey: Array<number> = []
  for (const [keys, shows] of session) {
    for (const [at, key] of keys.entries()) {
      const before = terminal.bytes().length
      await terminal.press(key)
      if (at === keys.length - 1) await terminal.until(shows)
      perKey.push(Buffer.byteLength(terminal.bytes().slice(before)))
    }
  }
  const bytes = terminal.bytes().slice(start)
  const erases = bytes.match(erased)?.length ?? 0
  const lowest = Math.max(...Array.from(bytes.matchAll(placed), ([, row]) => Number(row)))
  console.log(
    `T2: ${perKey.length} keys, ${erases} erases, ${median(perKey)} bytes a key, ${lowest} of ${ROWS} rows drawn`
  )
  expect(perKey.length).toBeGreaterThanOrEqual(60)
  expect(erases).toBe(0)
  expect(median(perKey)).toBeGreaterThan(0)
  expect(median(perKey)).toBeLessThanOrEqual(1024)
  expect(lowest).toBe(ROWS - 1)
})

it("T2: nobody typing, next to nothing is written", async () => {
  const start = terminal.bytes().length
  let frames = -1
  const counted = () => {
    frames++
    return false
  }
  await expect(terminal.until(counted, 2000)).rejects.toThrow("waited for")
  const bytes = terminal.bytes().length - start
  console.log(`T2: ${frames / 2} frames and ${bytes / 2} bytes a second while idle`)
  expect(frames / 2).toBeLessThanOrEqual(2)
})

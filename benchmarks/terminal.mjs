// The terminal UI in a terminal: how long the first frame takes beside Ink's "hello" in the same run, and how long a key takes in the list
// of many accounts beside a list of plain Ink. Run after a build: node benchmarks/terminal.mjs [accounts] [keys]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Sqlite from "../packages/adapters/dist/sqlite/index.js"
import * as Vault from "../packages/adapters/dist/vault/index.js"
import { Store } from "../packages/core/dist/index.js"
import { Effect, Layer } from "../packages/testkit/node_modules/effect/dist/esm/index.js"
import { fill } from "./fill.mjs"

const from = createRequire(new URL("../packages/tui/package.json", import.meta.url))
const pty = from("@lydell/node-pty")
const { Terminal } = from("@xterm/headless")

const accounts = Number(process.argv[2] ?? 100_000)
const keys = Number(process.argv[3] ?? 200)
const folder = mkdtempSync(join(tmpdir(), "terminal-"))
const db = join(folder, "big.db")
const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const env = { PATH: process.env.PATH, HOME: folder, TERM: "xterm-256color", LANG: "C.UTF-8", NODE_ENV: "production" }

/** A program in a terminal of its own, and when its screen says something. */
const start = (args) => {
  const emulator = new Terminal({ cols: 80, rows: 24, allowProposedApi: true })
  const child = pty.spawn(process.execPath, args, { cols: 80, rows: 24, env })
  const text = () => {
    const { active } = emulator.buffer
    return Array.from({ length: 24 }, (_, row) => active.getLine(active.viewportY + row)?.translateToString(true)).join(
      "\n"
    )
  }
  let look = () => undefined
  child.onData((piece) => emulator.write(piece, () => look()))
  const until = (holds) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`waited in vain:\n${text()}`)), 60_000)
      look = () => {
        if (!holds(text())) return
        clearTimeout(late)
        look = () => undefined
        resolve()
      }
      look()
    })
  return { until, write: (bytes) => child.write(bytes), stop: () => child.kill("SIGKILL") }
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const figures = (times) => {
  const sorted = [...times].sort((one, other) => one - other)
  return { median: Math.round(at(sorted, 0.5) * 10) / 10, p95: Math.round(at(sorted, 0.95) * 10) / 10 }
}
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const firstFrame = async (args, wanted) => {
  const began = performance.now()
  const program = start(args)
  await program.until((text) => text.includes(wanted))
  const time = performance.now() - began
  program.stop()
  return time
}

/** Ink draws thirty frames a second at most, so keys come slower than that. */
const pressed = async (program, key, shows) => {
  await pause(45)
  const began = performance.now()
  program.write(key)
  await program.until(shows)
  return performance.now() - began
}

const name = (number) => `old_${String(number).padStart(7, "0")}`
/** One account in ten is deleted, and not in the list. */
const inList = Array.from({ length: accounts }, (_, number) => number).filter((number) => number % 10 !== 0)

const measure = async () => {
  const vault = Vault.layerKeyFile({ path: `${db}.key`, create: true })
  const store = Store.layer.pipe(Layer.provideMerge(vault), Layer.provideMerge(Sqlite.layer({ filename: db })))
  await Effect.runPromise(Effect.provide(fill(accounts), store))
  const binary = path("../packages/tui/bin/single-window.js")
  const ours = [binary, "--db", `sqlite:${db}`, "--lang", "zh"]

  const hello = join(folder, "hello.mjs")
  const ink = JSON.stringify(from.resolve("ink"))
  const react = JSON.stringify(from.resolve("react"))
  writeFileSync(
    hello,
    `import { render, Text } from ${ink}\nimport { createElement } from ${react}\nrender(createElement(Text, null, "hello"))\n`
  )
  const first = { hello: [], ours: [], "ours, ready to type": [] }
  for (let round = 0; round < 9; round++) {
    first.hello.push(await firstFrame([hello], "hello"))
    first.ours.push(await firstFrame(ours, "正在打开"))
    first["ours, ready to type"].push(await firstFrame(ours, "验证码"))
  }

  const screens = start([...ours, "--as", "staff:bench/viewer"])
  const list = start([path("inkList.mjs"), String(accounts)])
  await screens.until((text) => text.includes("a  "))
  screens.write("a")
  await screens.until((text) => text.includes(`选中行  ${name(inList[0])}`))
  await list.until((text) => text.includes("at 0;"))
  const key = { "plain Ink list": [], ours: [] }
  for (let down = 1; down <= keys; down++) {
    key["plain Ink list"].push(await pressed(list, "j", (text) => text.includes(`at ${down};`)))
    key.ours.push(await pressed(screens, "j", (text) => text.includes(`选中行  ${name(inList[down])} `)))
  }
  screens.stop()
  list.stop()

  const rows = (times) => Object.fromEntries(Object.entries(times).map(([of, all]) => [of, figures(all)]))
  const [opening, scrolling] = [rows(first), rows(key)]
  console.log(`first frame (ms), ${accounts} accounts`)
  console.table(opening)
  console.log(`a key in the list of accounts (ms), ${keys} keys`)
  console.table(scrolling)
  const ratio = (one, other) => (one.median / other.median).toFixed(2)
  const ready = opening["ours, ready to type"]
  console.log(
    `T3: first frame ${opening.ours.median} ms, ready to type ${ready.median} ms, first frame / Ink's hello ${ratio(opening.ours, opening.hello)}`
  )
  console.log(
    `T3: ${accounts} accounts, key to frame ${scrolling.ours.median} ms, p95 ${scrolling.ours.p95} ms, key / plain Ink ${ratio(scrolling.ours, scrolling["plain Ink list"])}`
  )
}

try {
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

import { spawnSync } from "node:child_process"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { binary, root } from "../cli/single-window.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal } from "./rig/openTerminal.js"

let store: DemoStore
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => store.remove())

/** Tells on standard error whichever part of the screens is loaded. */
const trace = `data:text/javascript,${encodeURIComponent(`
import { register } from "node:module"
register("data:text/javascript," + encodeURIComponent(\`
export const load = async (url, context, next) => {
  if (/node_modules.(ink|react|yoga-layout).|dist.(terminal.(open|App)|screens)/.test(url)) process._rawDebug("LOADED " + url)
  return next(url, context)
}\`))`)}`

const piped = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ["--import", trace, binary, ...args], {
    cwd: root,
    input: "",
    encoding: "utf8",
    env: { PATH: process.env.PATH, LANG: "zh_CN.UTF-8", ...env }
  })

describe("T22: without a terminal", () => {
  it("T22: says which sub-commands there are, and loads neither Ink nor a screen", () => {
    for (const args of [[], ["--db", `sqlite:${store.db}`]]) {
      const { status, stdout, stderr } = piped(args)
      expect(status).toBe(2)
      expect(stdout).toBe("")
      expect(stderr).toContain("请给出子命令")
      expect(stderr).not.toContain("LOADED")
    }
  })
  it("T22: a sub-command loads neither", () => {
    const { status, stderr } = piped(["check", "mobile", "13800000001"])
    expect(status).toBe(0)
    expect(stderr).not.toContain("LOADED")
  })
})

it("T22: the trace sees Ink where it is loaded", async () => {
  const terminal = openTerminal({
    args: ["--as", "staff:li"],
    db: store.db,
    env: { NODE_OPTIONS: `--import ${trace}` }
  })
  await terminal.until("首页")
  expect(terminal.bytes()).toContain("LOADED")
  await terminal.close()
})

describe("where screens cannot be shown", () => {
  it("T19: a dumb terminal is told to use a sub-command", async () => {
    const terminal = openTerminal({ db: store.db, env: { TERM: "dumb" } })
    expect((await terminal.exited()).exitCode).toBe(2)
    expect(terminal.text()).toContain("TERM=dumb")
    expect(terminal.bytes()).not.toContain("\u001b[?1049h")
    await terminal.close()
  })
  it("a store that is not there is named, with what to do about it", async () => {
    const terminal = openTerminal({ db: "/nowhere/at-all.db" })
    expect((await terminal.exited()).exitCode).toBe(3)
    expect(terminal.text()).toContain("/nowhere/at-all.db")
    expect(terminal.text()).toContain("single-window demo")
    await terminal.close()
  })
  it("only staff come in by --as", async () => {
    const terminal = openTerminal({ db: store.db, args: ["--as", "qingdaoadmin"] })
    expect((await terminal.exited()).exitCode).toBe(2)
    expect(terminal.isAlternate()).toBe(false)
    expect(terminal.text()).toContain("staff:姓名")
    await terminal.close()
  })
  it("a window too small says how large it must be, and goes on when it has become so", async () => {
    const terminal = openTerminal({ db: store.db, args: ["--as", "staff:li"], cols: 40, rows: 10 })
    await terminal.until("需要 60x20, 现在 40x10")
    terminal.resize(60, 20)
    await terminal.until("首页")
    await terminal.until(/-{59}/)
    terminal.resize(80, 24)
    await terminal.until(/-{79}/)
    await terminal.close()
  })
})

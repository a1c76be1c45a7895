import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { binary, folder, root } from "../cli/single-window.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"

const { path: here, remove } = folder()
let store: DemoStore
let ways = 0
let codes = 0
beforeAll(async () => {
  store = await demoStore()
})
afterAll(() => {
  store.remove()
  remove()
  console.log(`T22: ${ways} places without a terminal, 0 of them loaded Ink; ${codes} exit codes as documented`)
})

/** Writes down whichever part of the screens is loaded. */
const loaded = join(here, "loaded")
const trace = `data:text/javascript,${encodeURIComponent(`
import { register } from "node:module"
register("data:text/javascript," + encodeURIComponent(\`
import { appendFileSync } from "node:fs"
export const load = async (url, context, next) => {
  if (/node_modules.(ink|react|yoga-layout).|dist.(terminal.(open|App)|screens)/.test(url)) appendFileSync(${JSON.stringify(loaded)}, url)
  return next(url, context)
}\`))`)}`

/** Runs the program in a shell's line, `"$@"` being the program. */
const shell = (line: string, args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) =>
  spawnSync("/bin/sh", ["-c", line, "sh", process.execPath, binary, ...args], {
    cwd: root,
    input: "",
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "", LANG: "zh_CN.UTF-8", ...env }
  })

const code = join(here, "code")

const places: ReadonlyArray<{ readonly what: string; readonly line: string; readonly env?: Record<string, string> }> = [
  { what: "a pipe on both sides", line: `{ echo | "$@"; echo $? >"${code}"; } | cat; exit "$(cat "${code}")"` },
  { what: "CI, which sets CI=1", line: `"$@"`, env: { CI: "1", TERM: "xterm-256color" } },
  { what: "an input that is closed", line: `"$@" <&-` },
  { what: "an input and an output that are closed", line: `"$@" <&- >&-` },
  { what: "an input from nowhere", line: `"$@" </dev/null` },
  { what: "an output into a file", line: `"$@" >"${join(here, "out")}"` },
  {
    what: "cron, which knows next to nothing",
    line: `cd /; env -i NODE_OPTIONS="$NODE_OPTIONS" PATH=/usr/bin:/bin HOME=/ SHELL=/bin/sh LANG=zh_CN.UTF-8 "$@"`
  },
  { what: "somebody who forces colours", line: `"$@"`, env: { FORCE_COLOR: "3", TERM: "xterm-256color" } }
]

describe("T22: where there is no terminal", () => {
  it.each(places)("T22: $what: which sub-command is asked for, and Ink is not loaded", ({ line, env }) => {
    const { status, stdout, stderr } = shell(line, ["--db", `sqlite:${store.db}`], {
      NODE_OPTIONS: `--import ${trace}`,
      ...env
    })
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain("请给出子命令")
    expect(stderr).not.toContain("\u001b")
    expect(existsSync(loaded) ? readFileSync(loaded, "utf8") : "").toBe("")
    ways++
  })

  it("T22: each way to end has its exit code, and JSON is whole on every line", () => {
    const at = ["--db", `sqlite:${store.db}`]
    const wrong = JSON.stringify({ username: demoAdministrator.username, password: "Wrong#2026" })
    const ends: ReadonlyArray<readonly [number, ReadonlyArray<string>]> = [
      [0, ["accounts", ...at, "--json"]],
      [0, ["rules", "--json"]],
      [1, ["check", "mobile", "1", "--json"]],
      [1, ["do", "LogIn", "--as", "anonymous", "--input", wrong, ...at, "--json"]],
      [2, ["accounts", "--limit", "x", "--json"]],
      [2, ["nope", "--json"]],
      [3, ["accounts", "--db", `sqlite:${join(here, "nowhere", "at-all.db")}`, "--json"]]
    ]
    for (const [exit, args] of ends) {
      const { status, stdout } = shell(`"$@" </dev/null`, args, { CI: "1" })
      expect([args, status]).toEqual([args, exit])
      for (const line of stdout.split("\n").filter((one) => one !== "")) expect(() => JSON.parse(line)).not.toThrow()
      if (exit < 2) expect(stdout).not.toBe("")
      codes++
    }
  })
})

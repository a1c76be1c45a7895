import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../../../..", import.meta.url))
export const sample = join(root, "examples/migrated-accounts.csv")
export const world = join(root, "examples/demo-world.json")

export const binary = join(root, "packages/tui/bin/single-window.js")

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Given {
  readonly cwd?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
}

/** Runs the built binary as a person's shell would: nothing of this process's own settings goes with it. */
export const singleWindow = (args: ReadonlyArray<string>, { cwd = root, input = "", env = {}, uid }: Given = {}) =>
  new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [binary, ...args], {
      cwd,
      ...(uid === undefined ? {} : { uid, gid: uid }),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "zh_CN.UTF-8", ...env }
    })
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text
    })
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text
    })
    child.on("error", reject)
    child.on("close", (status) => resolve({ status, stdout, stderr }))
    child.stdin.on("error", () => undefined)
    child.stdin.end(input)
  })

/** A folder of its own for each test file, gone afterwards. */
export const folder = () => {
  const path = mkdtempSync(join(tmpdir(), "single-window-"))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The one JSON document on standard output. */
export const jsonOf = ({ stdout }: Ended): unknown => JSON.parse(stdout)

/** One line, no trace of where in the program it came from. */
export const isOneClearLine = (stderr: string): boolean =>
  stderr.trim().split("\n").length <= 2 && !/\n\s+at |node:internal|\.js:\d+|Error:/.test(stderr)

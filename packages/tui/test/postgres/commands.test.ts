import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { folder, isOneClearLine, jsonOf, singleWindow } from "../cli/single-window.js"
import { database } from "./place.js"

const { path: here, remove } = folder()
afterAll(remove)

interface Told {
  readonly steps: ReadonlyArray<{ title: string; command: string; actor: string; outcome: string }>
  readonly accounts: number
}

const password = "hunter2secret"

it("the demonstration tells the same story on PostgreSQL as on SQLite, and the other sub-commands go on from there", async () => {
  const url = (await database("demo")).replace("postgres@", `postgres:${password}@`)
  const at = { cwd: here, env: { SINGLE_WINDOW_DB: url } }
  const [told, onSqlite] = await Promise.all([
    singleWindow(["demo", "--json", "--db", url], at),
    singleWindow(["demo", "--json"], { cwd: here })
  ])
  expect(told.status).toBe(0)
  expect(jsonOf(told)).toEqual(jsonOf(onSqlite))
  const { accounts } = jsonOf(told) as Told
  const name = url.split("/").at(-1)
  expect(existsSync(join(here, `single-window-${name}.key`))).toBe(true)

  const [verified, refused, examined] = await Promise.all([
    singleWindow(["journal", "verify", "--json"], at),
    singleWindow(["do", "EditEnterprise", "--as", "ciq_bj_001", "--input", '{"name":"新名称"}', "--dry-run"], at),
    singleWindow(["doctor", "--json"], at)
  ])
  expect(jsonOf(verified)).toMatchObject({ streams: accounts, verified: true })
  expect(refused.status).toBe(1)
  const store = examined.stdout.split("\n").find((line) => line.includes('"store"'))
  // The server of these tests does not wait for the disk, and the doctor says so.
  expect(JSON.parse(store ?? "")).toMatchObject({ status: "warning", message: expect.stringContaining("fsync") })
  for (const { stderr, stdout } of [told, verified, refused, examined]) {
    expect(stdout + stderr).not.toContain(password)
  }
  const again = await singleWindow(["demo", "--json", "--db", url], at)
  expect((jsonOf(again) as Told).accounts).toBe(accounts)
}, 60_000)

it("a server that cannot be used, and a database with nothing in it, are one clear line and exit code 3", async () => {
  const none = await inProcess(["accounts", "--db", `postgres://sw:${password}@127.0.0.1:1/sw`])
  const empty = await inProcess(["accounts", "--db", await database("empty")])
  expect([none.status, empty.status]).toEqual([3, 3])
  expect(none.stderr).toMatch(/暂时无法读取或保存数据.*postgres:\/\/sw@127\.0\.0\.1:1\/sw/)
  expect(empty.stderr).toMatch(/中还没有数据/)
  expect(none.stderr).not.toContain(password)
  expect([none, empty].every(({ stderr }) => isOneClearLine(stderr))).toBe(true)
})

it("the demonstration on SQLite moves to PostgreSQL, is the same there by every row, and works with the key that it had", async () => {
  const url = (await database("moved")).replace("postgres@", `postgres:${password}@`)
  const migrate = (from: string, to: string, ...more: ReadonlyArray<string>) =>
    singleWindow(["migrate", "--from", from, "--to", to, ...more], { cwd: here })
  const moved = await migrate("sqlite:single-window-demo.db", url, "--json")
  expect(moved.status).toBe(0)
  expect(jsonOf(moved)).toMatchObject({
    from: "single-window-demo.db",
    to: url.replace(`:${password}`, ""),
    equal: true,
    tables: [
      { table: "heads", rows: 173 },
      { table: "events" },
      { table: "claims" },
      { table: "answers" },
      { table: "meta" },
      { table: "positions" }
    ],
    journal: { streams: 173, verified: true }
  })
  expect(moved.stderr).toContain("主密钥不随数据搬动")
  const memory = await inProcess(["migrate", "--from", "memory:", "--to", url])
  const itself = await inProcess(["migrate", "--from", "a.db", "--to", "sqlite:a.db", "--lang", "en"])
  const [again, listed] = await Promise.all([
    migrate("sqlite:single-window-demo.db", url),
    singleWindow(["accounts", "--db", url, "--key", "single-window-demo.db.key"], { cwd: here })
  ])
  expect([again.status, memory.status, itself.status, listed.status]).toEqual([1, 2, 2, 0])
  expect(again.stderr).toMatch(/中已有数据，未作改动/)
  expect(memory.stderr).toMatch(/--from 应为/)
  expect(itself.stderr).toMatch(/the same database/)
  expect(listed.stdout).toContain("beijing.bg101")
  expect([moved, again, listed].map(({ stderr, stdout }) => stdout + stderr).join()).not.toContain(password)
}, 60_000)

import { spawnSync } from "node:child_process"
import { chmodSync, chownSync, copyFileSync, existsSync, readdirSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "./inProcess.js"
import { binary, type Ended, folder, isOneClearLine, jsonOf, root, sample, singleWindow } from "./single-window.js"

const { path: here, remove } = folder()
const database = join(here, "store.db")
const at = `sqlite:${database}`

beforeAll(async () => {
  writeFileSync(join(here, "few.csv"), "username,source,holderName\nold_01,ciq,张伟\n")
  const { status } = await singleWindow(["import", "few.csv", "--db", at], { cwd: here })
  expect(status).toBe(0)
}, 20_000)
afterAll(remove)

/** Permissions do not bind root, so as root somebody else tries, if they can reach the program at all. */
const plainUser = ((): { readonly uid?: number } | undefined => {
  if (process.getuid?.() !== 0) return process.getuid === undefined ? undefined : {}
  const nobody = { uid: 65534, gid: 65534, cwd: "/" }
  return spawnSync(process.execPath, [binary, "--version"], nobody).status === 0 ? { uid: nobody.uid } : undefined
})()

interface Case {
  readonly what: string
  readonly args: ReadonlyArray<string>
  readonly status: number
  readonly says: RegExp
}

const wrongUsage: ReadonlyArray<Case> = [
  { what: "no sub-command", args: [], status: 2, says: /请给出子命令/ },
  { what: "an unknown sub-command", args: ["chek", "uscc"], status: 2, says: /没有子命令 chek，是否想用 check/ },
  { what: "an unknown sub-command below another", args: ["journal", "nope"], status: 2, says: /没有子命令 nope/ },
  { what: "an unknown option", args: ["check", "uscc", "--frob", "1"], status: 2, says: /没有选项 --frob/ },
  { what: "an option without a value", args: ["accounts", "--db"], status: 2, says: /--db 后面要有一个值/ },
  { what: "an unknown kind", args: ["check", "iban", "1"], status: 2, says: /应为其中之一：uscc/ },
  { what: "an unknown language", args: ["rules", "--lang", "fr"], status: 2, says: /应为其中之一：zh, en/ },
  { what: "a database of another make", args: ["accounts", "--db", "mysql://x/y"], status: 2, says: /postgres:/ },
  {
    what: "a server without a database",
    args: ["accounts", "--db", "postgres://x"],
    status: 2,
    says: /主机:端口\/数据库/
  },
  { what: "a missing argument", args: ["history"], status: 2, says: /缺少参数 USERNAME/ },
  { what: "an argument too many", args: ["doctor", "now"], status: 2, says: /多余的参数 now/ },
  { what: "no command", args: ["do", "--as", "ciq_bj_001"], status: 2, says: /缺少参数 COMMAND/ },
  { what: "no actor", args: ["do", "LogIn"], status: 2, says: /缺少选项 --as/ },
  { what: "an actor of no kind", args: ["do", "LogIn", "--as", "staff:a/king"], status: 2, says: /--as 应为/ },
  { what: "a limit that is no number", args: ["accounts", "--limit", "x"], status: 2, says: /x 不是整数/ },
  { what: "a limit out of range", args: ["accounts", "--limit", "501"], status: 2, says: /--limit/ },
  { what: "a document of no kind", args: ["accounts", "--document", "x:1"], status: 2, says: /--document/ },
  { what: "a file that is not there", args: ["screen", join(here, "nope.csv")], status: 2, says: /nope\.csv：找不到/ },
  { what: "revealing without a reason", args: ["account", "old_01", "--reveal"], status: 2, says: /--reason/ },
  {
    what: "input that is no JSON",
    args: ["do", "EditHolder", "--as", "old_01", "--input", "{x"],
    status: 2,
    says: /--input 不是 JSON/
  },
  {
    what: "an input file that is not there",
    args: ["do", "EditHolder", "--as", "old_01", "--input", "@no"],
    status: 2,
    says: /无法读取 no/
  },
  {
    what: "a policy that is not there",
    args: ["accounts", "--policy", join(here, "no.yaml")],
    status: 2,
    says: /--policy：无法读取 .*no\.yaml/
  },
  {
    what: "a policy value of no name",
    args: ["accounts", "--policy", join(here, "policy.yaml")],
    status: 2,
    says: /--policy：enterprise\.editLimt/
  },
  {
    what: "a card without a mock world",
    args: ["do", "BindCard", "--as", "old_01", "--card", "key1"],
    status: 2,
    says: /--card/
  }
]

const refused: ReadonlyArray<Case> = [
  { what: "an account that is not there", args: ["account", "nobody"], status: 1, says: /未找到该账号/ },
  {
    what: "a field of no name",
    args: ["do", "EditHolder", "--as", "old_01", "--input", '{"nam":"x"}'],
    status: 1,
    says: /nam：没有这个字段/
  },
  {
    what: "a file that is no list of accounts",
    args: ["import", join(here, "policy.yaml")],
    status: 1,
    says: /policy\.yaml/
  },
  {
    what: "a verifier that is not there",
    args: ["do", "EditEnterprise", "--as", "old_01", "--input", '{"name":"示例有限公司"}'],
    status: 3,
    says: /没有为“.+”配置核验服务/
  }
]

describe("one clear line, and the exit code that belongs to it", () => {
  beforeAll(() => writeFileSync(join(here, "policy.yaml"), "enterprise:\n  editLimt: 3\n"))

  it.each([...wrongUsage, ...refused])("$what", async ({ args, status, says }) => {
    const place = args.includes("--db") ? [] : ["--db", at]
    const ended = await inProcess([...args, ...place])
    expect(ended).toMatchObject({ status, stderr: expect.stringMatching(says) })
    expect(ended.stderr).not.toMatch(/\n\s+at |node:internal/)
    expect(ended.stdout).toBe("")
    if (status === 2) expect(isOneClearLine(ended.stderr)).toBe(true)
  })

  it("a command of no name is a refusal as well, for programs", async () => {
    const ended = await inProcess(["do", "EditEnterprize", "--as", "old_01", "--db", at, "--json"])
    expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining("EditEnterprise") })
    expect(jsonOf(ended)).toMatchObject({
      refused: { tag: "FieldInvalid", facts: { field: "do", problem: "unknown" } }
    })
  })
})

describe("a store that cannot be asked", () => {
  const reads = [
    ["accounts"],
    ["account", "old_01"],
    ["history", "old_01"],
    ["operators", "old_01"],
    ["journal", "verify"]
  ]

  const expectUnavailable = (ended: Ended, says: RegExp) => {
    expect(ended).toMatchObject({ status: 3, stderr: expect.stringMatching(says) })
    expect(isOneClearLine(ended.stderr)).toBe(true)
    expect(jsonOf(ended)).toMatchObject({ refused: { tag: "StoreUnavailable" } })
  }

  it.each([...reads, ["do", "EditHolder", "--as", "old_01"]])("is never made by looking: %s", async (...args) => {
    const missing = join(here, `missing-${args.join("-")}.db`)
    const ended = await inProcess([...args, "--db", `sqlite:${missing}`, "--json"])
    expectUnavailable(ended, /不存在/)
    expect(existsSync(missing)).toBe(false)
    expect(existsSync(`${missing}.key`)).toBe(false)
  })

  it("does not open with another key, or without one", async () => {
    const key = join(here, "other.key")
    writeFileSync(key, Buffer.alloc(32, "abcdefgh").toString("base64"), { mode: 0o600 })
    const other = await inProcess(["accounts", "--db", at, "--key", key, "--json"])
    expectUnavailable(other, /密钥不是写入该存储时所用的密钥/)
    const absent = await inProcess(["accounts", "--db", at, "--key", `${key}.not`, "--json"])
    expectUnavailable(absent, /密钥文件 .+ 不存在/)
    expect(existsSync(`${key}.not`)).toBe(false)
    chmodSync(key, 0o644)
    expectUnavailable(await inProcess(["accounts", "--db", at, "--key", key, "--json"]), /可被其他用户读取/)
  })

  it("is told when it is newer, or no store at all, and left as it was", async () => {
    const newer = join(here, "newer.db")
    copyFileSync(database, newer)
    copyFileSync(`${database}.key`, `${newer}.key`)
    const Database = createRequire(join(root, "packages/adapters/package.json"))("better-sqlite3")
    const opened = new Database(newer)
    const table = opened.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%migrations%'").get() as {
      name: string
    }
    opened.exec(`INSERT INTO ${table.name} (migration_id, name) VALUES (9999, 'later')`)
    opened.close()
    expectUnavailable(await inProcess(["accounts", "--db", `sqlite:${newer}`, "--json"]), /结构版本是 9999/)
    const text = join(here, "few.csv")
    expectUnavailable(await inProcess(["accounts", "--db", `sqlite:${text}`, "--json"]), /不是数据库/)
    expectUnavailable(await inProcess(["accounts", "--db", `sqlite:${here}`, "--json"]), /不是文件/)
    expectUnavailable(await inProcess(["import", sample, "--db", `sqlite:${here}/no/x.db`, "--json"]), /文件夹不存在/)
  })

  it.runIf(plainUser !== undefined)("is told when it cannot be written to", async () => {
    const closed = join(here, "closed.db")
    copyFileSync(database, closed)
    copyFileSync(`${database}.key`, `${closed}.key`)
    for (const path of [here, closed, `${closed}.key`])
      if (plainUser?.uid !== undefined) chownSync(path, plainUser.uid, plainUser.uid)
    chmodSync(closed, 0o400)
    const ended = await singleWindow(["accounts", "--db", `sqlite:${closed}`, "--json"], { cwd: here, ...plainUser })
    chmodSync(closed, 0o600)
    expectUnavailable(ended, /权限/)
  })

  it("leaves nothing behind", () => {
    expect(readdirSync(here).filter((name) => /missing|-wal$|-shm$/.test(name))).toEqual([])
  })
})

import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, describe, it } from "@effect/vitest"
import {
  fileProblemSentence,
  inspect,
  MigrationFileRefused,
  read,
  rowsOf
} from "@single-window/adapters/migration-file"
import { type MigratedRow, migratedColumns, type RowRead } from "@single-window/core"
import { parse } from "csv-parse/sync"
import { Chunk, Effect, Either, Stream } from "effect"
import * as fc from "fast-check"

const folder = mkdtempSync(join(tmpdir(), "migration-file-"))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const fileOf = (content: string | Uint8Array, extension = "csv"): string => {
  const path = join(folder, `${++files}.${extension}`)
  writeFileSync(path, content)
  return path
}

const rows = (path: string): Promise<ReadonlyArray<RowRead>> =>
  Effect.runPromise(Stream.runCollect(read(path)).pipe(Effect.map(Chunk.toReadonlyArray)))

const outcome = (path: string) => Effect.runPromise(Effect.either(Stream.runCollect(read(path))))

const problemOf = async (content: string | Uint8Array, extension?: string) => {
  const answer = await outcome(fileOf(content, extension))
  assert.isTrue(Either.isLeft(answer))
  return Either.isLeft(answer) ? answer.left : assert.fail()
}

const head = "username,source,remark"
const csv = (...lines: ReadonlyArray<string>) => [head, ...lines, ""].join("\n")
const at = (line: number, username: string, source = "ciq", remark = ""): RowRead => ({
  line,
  row: { username, source, remark }
})

/** 张三 in GB 18030. */
const zhangSan = Uint8Array.of(0xd5, 0xc5, 0xc8, 0xfd)
const bytes = (...parts: ReadonlyArray<string | Uint8Array>) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)))

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const cell = fc.string({ unit: fc.constantFrom("a", "中", '"', ",", " ", "'", "\n", "𠮷"), maxLength: 8 })

describe("a file of migrated accounts, read", () => {
  it("gives what a general CSV parser gives, where the file is in order", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), fc.boolean(), async (table, crlf) => {
        const text = [head, ...table.map((cells) => cells.map(quoted).join(",")), ""].join(crlf ? "\r\n" : "\n")
        const expected = parse(text, { columns: true }) as ReadonlyArray<MigratedRow>
        const found = await rows(fileOf(text))
        assert.deepStrictEqual(
          found.map((read) => ("row" in read ? { ...read.row } : read)),
          expected.map((row) => ({ ...row }))
        )
      }),
      { numRuns: 100 }
    ))

  it("never fails on the bytes of a row, whatever they are, and loses no row after it", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        const one = noise.filter((byte) => byte !== 0x0a)
        const found = await rows(fileOf(bytes(csv("first,ciq,"), one, "\n", "after_1,ciq,\nafter_2,ciq,\n")))
        assert.deepStrictEqual(found[0], at(2, "first"))
        assert.deepStrictEqual(found.slice(-2), [at(4, "after_1"), at(5, "after_2")])
      }),
      { numRuns: 200 }
    ))

  it("never throws on arbitrary bytes: it refuses the file or gives rows", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("csv", "ndjson", "txt"),
        async (noise, ext) => {
          const answer = await outcome(fileOf(noise, ext))
          if (Either.isLeft(answer)) assert.instanceOf(answer.left, MigrationFileRefused)
        }
      ),
      { numRuns: 200 }
    ))

  it("reads UTF-8 with and without a byte-order mark, and GB 18030, alike", async () => {
    const expected = [at(2, "u1", "ciq", "张三"), at(3, "u2", "local:GD", "张三")]
    const lines = (name: string | Uint8Array) => bytes(`${head}\r\nu1,ciq,`, name, "\r\nu2,local:GD,", name)
    for (const content of [lines("张三"), bytes("\uFEFF", lines("张三")), lines(zhangSan)]) {
      assert.deepStrictEqual(await rows(fileOf(content)), expected)
    }
    const layout = await Effect.runPromise(inspect(fileOf(lines(zhangSan))))
    assert.deepStrictEqual([layout.encoding, layout.format, layout.lines], ["gb18030", "csv", 3])
  })

  it("keeps to UTF-8 when one row of it is damaged", async () => {
    const found = await rows(
      fileOf(bytes(csv("u1,ciq,张三", "u2,ciq,李四"), "u3,ciq,", Uint8Array.of(0xe5), "\nu4,ciq,王五"))
    )
    assert.deepStrictEqual(found, [
      at(2, "u1", "ciq", "张三"),
      at(3, "u2", "ciq", "李四"),
      { line: 4, unreadable: "encoding" },
      at(5, "u4", "ciq", "王五")
    ])
  })

  it("loses only the row with the fault: cells, quotation marks, length", async () => {
    const long = "x".repeat(64 * 1024)
    const found = await rows(
      fileOf(
        csv("u1,ciq", 'u2,ciq,"open', 'u3,ciq,"a ""b"""', 'u4,ciq,"a"b', `u5,ciq,${long}`, "", "u6,ciq,", 'u7,ciq,"x')
      )
    )
    assert.deepStrictEqual(found, [
      { line: 2, unreadable: "cell-count" },
      { line: 3, unreadable: "quote" },
      at(4, "u3", "ciq", 'a "b"'),
      { line: 5, unreadable: "quote" },
      { line: 6, unreadable: "row-too-long" },
      at(8, "u6"),
      { line: 9, unreadable: "quote" }
    ])
  })

  it("takes a remark of several lines for one row", async () => {
    assert.deepStrictEqual(await rows(fileOf(csv('u1,ciq,"one\ntwo"', "u2,ciq,"))), [
      at(2, "u1", "ciq", "one\ntwo"),
      at(4, "u2")
    ])
  })

  it("hands on nothing of a first line that is no header: it may be a key, or somebody's data", async () => {
    const lines = [
      "HeVQ2gOnc6QNiBhk94eihCtaflHCMDlhtQHL2OI3UOw=",
      "PATH=/usr/bin",
      "示例甲,11010519491231002X,13800000000"
    ]
    for (const line of lines) {
      const refused = await problemOf(`${line}\n${line}\n`)
      assert.deepStrictEqual([refused.problem, refused.columns], ["unknown-column", []])
    }
    const named = await problemOf("Username,Source\n")
    assert.deepStrictEqual(named.columns, ["Username", "Source"])
    const beside = await problemOf("username,11010519491231002X\n")
    assert.notMatch(fileProblemSentence(beside, "en"), /\d{6}/)
  })

  it("does not wait for a pipe that nobody writes to", async () => {
    const pipe = `${fileOf("")}.pipe`
    execFileSync("mkfifo", [pipe])
    const refused = await Effect.runPromise(Effect.flip(Effect.timeout(inspect(pipe), 2000)))
    assert.deepStrictEqual(refused, new MigrationFileRefused({ problem: "not-a-file", columns: [] }))
  })

  it("says in one word what is wrong with a header", async () => {
    const cases: ReadonlyArray<readonly [string, string, ReadonlyArray<string>]> = [
      ["username,source,Remark\n", "unknown-column", ["Remark"]],
      ["username;source\n", "unknown-column", ["username;source"]],
      ["username,source,username\n", "duplicate-column", ["username"]],
      ["username,remark\n", "missing-column", ["source"]],
      ['username,"source\n', "header-unreadable", []],
      ["\n  \n", "empty", []],
      ["", "empty", []]
    ]
    for (const [content, problem, columns] of cases) {
      const refused = await problemOf(content)
      assert.deepStrictEqual([refused.problem, refused.columns], [problem, columns])
    }
  })

  it("refuses what is not such a file at all", async () => {
    assert.strictEqual(
      (await problemOf(bytes(Uint8Array.of(0xff, 0xfe), Buffer.from(head, "utf16le")))).problem,
      "utf-16"
    )
    assert.strictEqual((await problemOf(Uint8Array.of(0x50, 0x4b, 3, 4, 20))).problem, "spreadsheet")
    for (const [path, problem] of [
      [join(folder, "nowhere.csv"), "not-found"],
      [folder, "not-a-file"]
    ] as const) {
      const answer = await outcome(path)
      assert.strictEqual(Either.isLeft(answer) ? answer.left.problem : "read", problem)
    }
  })

  it("reads NDJSON by its first character where the name does not say", async () => {
    const lines = [
      '{"username":"u1","source":"ciq","remark":null}',
      "{",
      "",
      "[1]",
      '{"username":"u2","source":"ciq","documentNumber":110101199003070011}',
      '{"username":"u3","source":"ciq","phone":"1"}',
      '{"source":"ciq"}'
    ]
    const expected: ReadonlyArray<RowRead> = [
      { line: 1, row: { username: "u1", source: "ciq" } },
      { line: 2, unreadable: "not-json" },
      { line: 4, unreadable: "not-an-object" },
      { line: 5, unreadable: "not-text", field: "documentNumber" },
      { line: 6, unreadable: "unknown-column" },
      { line: 7, row: { username: "", source: "ciq" } }
    ]
    for (const extension of ["ndjson", "txt"])
      assert.deepStrictEqual(await rows(fileOf(lines.join("\n"), extension)), expected)
    assert.deepStrictEqual((await problemOf('oops\n{"user":"u1"}', "jsonl")).columns, ["user"])
  })

  it("takes the columns in any order", async () => {
    const names = [...migratedColumns].reverse()
    const found = await rows(fileOf(`${names.join(",")}\n${names.join(",")}`))
    assert.deepStrictEqual(found, [
      { line: 2, row: Object.fromEntries(names.map((name) => [name, name])) as MigratedRow }
    ])
  })

  it("finds its way through a file of nothing but open quotation marks", async () => {
    const found = await rows(fileOf(csv(...Array.from({ length: 20_000 }, () => 'u,ciq,"a""b'))))
    assert.strictEqual(found.length, 20_000)
    assert.isTrue(found.every((read) => "unreadable" in read && read.unreadable === "quote"))
  })

  it("gives the same rows each time it is run", async () => {
    const layout = await Effect.runPromise(inspect(fileOf(csv("u1,ciq,", "u2,ciq,"))))
    const stream = rowsOf(layout)
    for (const _ of [1, 2]) assert.strictEqual(await Effect.runPromise(Stream.runCount(stream)), 2)
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, assert, describe, it } from "@effect/vitest"
import {
  fileProblemSentence,
  MigrationFileRefused,
  ReportNotWritten,
  read,
  reportCell,
  reportColumns,
  reportLine,
  writeReport
} from "@single-window/adapters/migration-file"
import { assess, defaultPolicy, type ScreenedRow, screening } from "@single-window/core"
import { parse } from "csv-parse/sync"
import { Effect, Either, Stream } from "effect"
import * as fc from "fast-check"

const folder = mkdtempSync(join(tmpdir(), "migration-report-"))
afterAll(() => rmSync(folder, { recursive: true }))

const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .tuple(
      fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", '"', ",", ";", "'", "\u200b="),
      fc.string()
    )
    .map((parts) => parts.join(""))
)

const screened = () => {
  const { step } = screening()
  const file = fileURLToPath(new URL("../../../../examples/migrated-accounts.csv", import.meta.url))
  return read(file).pipe(Stream.map((row) => step(assess(row, defaultPolicy, "20220510"))))
}

const row = (username: string): ScreenedRow => ({ line: 2, username, class: "ready", reasons: [] })

describe("the report of a screening", () => {
  it("begins no cell with what a spreadsheet takes for a formula, and holds nothing that cannot be seen", () =>
    fc.assert(
      fc.property(cell, cell, (one, two) => {
        const line = [one, two].map(reportCell).join(",")
        assert.notMatch(line, /[\p{Cc}\p{Cs}\p{Cf}]/u)
        const cells = (parse(line, { relax_column_count: true }) as ReadonlyArray<ReadonlyArray<string>>)[0] ?? []
        assert.deepStrictEqual(cells.length, 2)
        for (const [index, found] of cells.entries()) {
          assert.notMatch(found, /^[=+\-@＝＋－＠]/u)
          const given = [one, two][index] ?? ""
          if (/^[\p{L}\p{N}]+$/u.test(given)) assert.strictEqual(found, given)
        }
      }),
      { numRuns: 1000 }
    ))

  it("has a line for every row of the sample, and none of anybody's data but the user name", () =>
    Effect.gen(function* () {
      const path = join(folder, "report.csv")
      yield* writeReport(path, screened())
      const text = readFileSync(path, "utf8")
      const lines = parse(text, { columns: true, bom: true }) as ReadonlyArray<Record<string, string>>
      assert.deepStrictEqual(Object.keys(lines[0] ?? {}), [...reportColumns])
      assert.strictEqual(lines.length, 200)
      const rows = yield* Stream.runCollect(screened())
      for (const { account } of rows) {
        if (account === undefined) continue
        const { holder, enterprise, mobile, email } = account
        for (const secret of [holder.name, holder.document.number, enterprise.name, mobile, email])
          if (secret.length > 1) assert.notInclude(text, secret)
      }
      assert.isTrue(lines.every((line) => line.nextStepZh !== "" && line.nextStepEn !== ""))
      assert.include(text, "'@jinmen")
    }).pipe(Effect.runPromise))

  it("hides a user name that is somebody's number", () => {
    for (const number of [
      "13800000001",
      "110101199003070011",
      "１１０１０１１９９００３０７００１１",
      "u-138 0000 0001"
    ])
      assert.match(reportLine(row(number)), /^…/)
    assert.match(reportLine(row("ciq_bj_001")), /^ciq_bj_001,/)
    const duplicate: ScreenedRow = {
      ...row("x"),
      class: "duplicate",
      reasons: [{ code: "username-taken", of: { account: "acct-1", username: "13800000001" } }]
    }
    assert.notInclude(reportLine(duplicate), "13800000001")
  })

  it("is whole or not there", () =>
    Effect.gen(function* () {
      const path = join(folder, "broken.csv")
      const broken = Stream.concat(Stream.make(row("a")), Stream.fail("the file went away"))
      assert.deepStrictEqual(yield* Effect.either(writeReport(path, broken)), Either.left("the file went away"))
      assert.isFalse(readdirSync(folder).some((name) => name.startsWith("broken")))
      const nowhere = yield* Effect.flip(writeReport(join(folder, "no", "where.csv"), Stream.make(row("a"))))
      assert.instanceOf(nowhere, ReportNotWritten)
    }).pipe(Effect.runPromise))

  it("writes through no link that was laid where it grows", () =>
    Effect.gen(function* () {
      const [path, other] = [join(folder, "linked.csv"), join(folder, "other")]
      writeFileSync(other, "whole")
      symlinkSync(other, `${path}.${process.pid}.unfinished`)
      yield* writeReport(path, Stream.make(row("a")))
      assert.strictEqual(readFileSync(other, "utf8"), "whole")
      assert.include(readFileSync(path, "utf8"), "a,2,ready")
    }).pipe(Effect.runPromise))

  it("says in both languages what is wrong with a file, and shows of a header only what can be seen", () => {
    const refused = new MigrationFileRefused({ problem: "unknown-column", columns: ["a\u001b[31m", "x".repeat(99)] })
    assert.strictEqual(fileProblemSentence(refused, "zh"), `表头含有未知的列：a\uFFFD[31m、${"x".repeat(40)}…`)
    assert.strictEqual(
      fileProblemSentence(new MigrationFileRefused({ problem: "empty", columns: [] }), "en"),
      "The file is empty"
    )
  })
})

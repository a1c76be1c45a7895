import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { read } from "@single-window/adapters/migration-file"
import {
  defaultPolicy,
  type Enterprise,
  type RowRead,
  type ScreenedRow,
  screen,
  banks as supported
} from "@single-window/core"
import * as identifiers from "@single-window/core/identifiers"
import { World } from "@single-window/testkit"
import { Chunk, Effect, Either, Stream } from "effect"

const examples = new URL("../../../../examples/", import.meta.url)
const script = new URL("../../../../scripts/make-sample.mjs", import.meta.url)

interface SampleRow {
  readonly kind: string
  readonly truth: Readonly<Record<string, string>>
}
const { makeSample, sampleRows } = (await import(script.href)) as {
  readonly makeSample: (core: typeof identifiers) => Record<string, Uint8Array>
  readonly sampleRows: (core: typeof identifiers) => { readonly made: ReadonlyArray<SampleRow> }
}
const spoil = (await import(new URL("sample/spoil.mjs", script).href)) as Record<string, object>

const rowsOf = (name: string): Promise<ReadonlyArray<RowRead>> =>
  Effect.runPromise(
    Stream.runCollect(read(fileURLToPath(new URL(name, examples)))).pipe(Effect.map(Chunk.toReadonlyArray))
  )

const screened = (rows: ReadonlyArray<RowRead>, today: string) => screen(rows, () => undefined, defaultPolicy, today)
const rows = await rowsOf("migrated-accounts.csv")
const expected = { rows: 200, ready: 90, fixable: 60, "needs-administrator": 20, duplicate: 20, invalid: 10 }

describe("the sample of migrated accounts", () => {
  it("is what the script makes, byte for byte", () => {
    for (const [name, bytes] of Object.entries(makeSample(identifiers)))
      assert.isTrue(readFileSync(new URL(name, examples)).equals(bytes), name)
  })

  it("says the same in GB 18030", async () => {
    assert.deepStrictEqual(await rowsOf("migrated-accounts.gb18030.csv"), rows)
  })

  it("has rows of every class, the same on any day of the next years", () => {
    for (const today of ["20220510", "20260101", "20361231"]) {
      const { "by-reason": _, ...counts } = screened(rows, today).summary
      assert.deepStrictEqual(counts, expected)
    }
  })

  it("has each row in the class for which it was made", () => {
    const classes: Readonly<Record<ScreenedRow["class"], string>> = {
      ready: "cosmetic",
      fixable: "fixable",
      "needs-administrator": "administrator",
      duplicate: "duplicate",
      invalid: "invalid"
    }
    for (const [index, row] of screened(rows, "20220510").rows.entries()) {
      const kind = sampleRows(identifiers).made[index]?.kind ?? ""
      assert.isTrue(Object.hasOwn(spoil[classes[row.class]] ?? {}, kind), `line ${row.line}: ${kind} is ${row.class}`)
    }
  })

  it("has somebody who banks with each bank that is offered, or the demonstration's screens offer one that knows nobody", () => {
    const { banks } = JSON.parse(readFileSync(new URL("demo-world.json", examples), "utf8")) as {
      readonly banks: Readonly<Record<string, ReadonlyArray<unknown>>>
    }
    for (const { code } of supported) assert.isNotEmpty(banks[code] ?? [], code)
  })

  it("uses no mobile or document number for a user name, and no name of a person who could be somebody", () => {
    for (const read of rows) {
      if (!("row" in read)) continue
      assert.notMatch(read.row.username, /^[0-9]{11,}[0-9Xx]?$/)
      assert.isFalse([read.row.documentNumber, read.row.mobile].includes(read.row.username))
      assert.match(read.row.email ?? "", /@example\.com$/)
    }
    for (const { truth } of sampleRows(identifiers).made)
      if (/^[1-8][0-9]{16}[0-9X]$/.test(truth.documentNumber ?? ""))
        assert.match(truth.documentNumber ?? "", /99[6-9].$/)
  })

  it("lives in a world that knows the truth about ten enterprises, and about whoever can be put right there", () => {
    const decoded = World.decode(JSON.parse(readFileSync(new URL("demo-world.json", examples), "utf8")))
    const world = Either.getOrThrowWith(decoded, (error) => error)
    assert.strictEqual(Object.keys(world.enterprises).length, 10)
    const records = new Map(Object.values(world.enterprises).map((record) => [record.organizationCode, record]))
    let known = 0
    let matching = 0
    for (const [index, row] of screened(rows, "20220510").rows.entries()) {
      const truth = sampleRows(identifiers).made[index]?.truth ?? {}
      const record = records.get(truth.organizationCode ?? "")
      if (record === undefined || row.account === undefined) continue
      const person = world.people[row.username]
      assert.strictEqual(person?.mobile, truth.mobile)
      known++
      const enterprise: Enterprise = {
        name: truth.enterpriseName ?? "",
        unifiedSocialCreditCode: truth.unifiedSocialCreditCode ?? "",
        organizationCode: truth.organizationCode ?? "",
        legalRepresentativeName: truth.legalRepresentativeName ?? ""
      }
      const answer = World.registryAnswer(world, { enterprise })
      const right = record.status === "revoked" ? "Unusable" : "Match"
      assert.strictEqual(answer === World.undeclared ? answer : answer._tag, right)
      if (row.class !== "ready" || person?.document.type !== "resident-id") continue
      const { name, document, validity } = row.account.holder
      const verdict = World.idCardAnswer(world, {
        name,
        number: document.number,
        validFrom: validity?.from ?? "",
        validTo: validity?.to ?? ""
      })
      assert.strictEqual(verdict === World.undeclared ? verdict : verdict._tag, person.ctid ? "Match" : "NoRecord")
      if (person.ctid) matching++
    }
    assert.isAtLeast(known, 60)
    assert.isAtLeast(matching, 20)
  })

  it("has the accounts that its README speaks of, in the state it says", () => {
    const readme = readFileSync(new URL("README.md", examples), "utf8")
    const named = [...readme.matchAll(/^\| `([^`]+)` +\| ([a-z]+) +\|/gmu)].map(([, username]) => username)
    assert.strictEqual(named.length, 13)
    const found = new Map(screened(rows, "20220510").rows.map((row) => [row.username, row]))
    for (const username of named) assert.isTrue(found.has(username ?? ""), username)
    const classes = ["ciq_bj_001", "hyfood", "xiling01", "ljsc_1"].map((username) => found.get(username)?.class)
    assert.deepStrictEqual(classes, ["fixable", "ready", "needs-administrator", "needs-administrator"])
    assert.deepStrictEqual(found.get("ciq_bj_001")?.reasons, [
      { code: "field-missing", field: "enterprise.organizationCode" }
    ])
  })
})

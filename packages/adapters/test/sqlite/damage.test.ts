import { readFileSync, writeFileSync } from "node:fs"
import { it } from "@effect/vitest"
import { type AccountEvent, AccountId, type HistoryEntry, Store, StoreUnavailable } from "@single-window/core"
import { Chunk, Effect, Layer, Redacted, Stream } from "effect"
import * as fc from "fast-check"
import { describe, expect } from "vitest"
import * as Sqlite from "../../src/sqlite/index.js"
import * as Vaults from "../../src/vault/index.js"
import { filename } from "./place.js"
import { withRaw } from "./raw.js"

const vault = Vaults.layer({ key: Redacted.make("0123456789abcdef".repeat(4)) })
const storeOn = (path: string) =>
  Store.layer.pipe(Layer.provide(Layer.merge(Sqlite.layer({ filename: path, create: false }), vault)))

const id = (number: number) => AccountId.make(`acct-${String(number).padStart(16, "0")}`)
const begun = (number: number): AccountEvent => ({
  _tag: "AccountMigrated",
  id: id(number),
  username: `user${number}`,
  enterprise: { name: "示例有限公司", unifiedSocialCreditCode: "", organizationCode: "", legalRepresentativeName: "" },
  holder: { name: "张伟", document: { type: "resident-id", number: `1101011990030700${number + 10}` } },
  mobile: "",
  email: "",
  source: "ciq"
})

/** What matters: every account as sealed, and its history. */
const everything = Effect.gen(function* () {
  const store = yield* Store
  const report = yield* store.verifyJournal
  const accounts = Chunk.toReadonlyArray(yield* Stream.runCollect(store.accounts)).map(({ account }) => account)
  const histories: Array<ReadonlyArray<HistoryEntry>> = []
  for (let number = 0; number < 5; number++) histories.push(yield* store.history(id(number)))
  return { report, accounts: accounts.sort((a, b) => (a.id < b.id ? -1 : 1)), histories }
})

const filled = (path: string) =>
  Effect.provide(
    Effect.gen(function* () {
      const store = yield* Store
      for (let number = 0; number < 5; number++) {
        yield* store.commit({ changes: [{ before: undefined, events: [begun(number)] }], at: 0, actor: "system:test" })
      }
      return yield* everything
    }),
    Store.layer.pipe(Layer.provide(Layer.merge(Sqlite.layer({ filename: path }), vault)))
  )

describe("a damaged file", () => {
  it.scopedLive("never gives a changed account: each flipped byte is refused, found or without effect", () =>
    Effect.gen(function* () {
      const path = yield* filename
      const sound = yield* filled(path)
      expect(sound.report).toEqual({ events: 5, streams: 5, verified: true })
      const bytes = readFileSync(path)
      const places = fc.sample(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), 150)
      for (const [place, flip] of places) {
        const damaged = Buffer.from(bytes)
        damaged[place] = (damaged[place] ?? 0) ^ flip
        writeFileSync(path, damaged)
        const read = yield* Effect.either(Effect.scoped(Effect.provide(everything, storeOn(path))))
        if (read._tag === "Left") expect(read.left).toBeInstanceOf(StoreUnavailable)
        else if (read.right.report.verified) expect([place, flip, read.right]).toEqual([place, flip, sound])
      }
    })
  )
})

describe("somebody with access to the tables", () => {
  const edits: ReadonlyArray<readonly [what: string, statement: string]> = [
    ["an altered entry", "UPDATE events SET actor = 'staff:nobody/viewer' WHERE stream = ? AND version = 1"],
    ["a deleted entry", "DELETE FROM events WHERE stream = ?"],
    ["an account put back", "UPDATE heads SET version = version + 1 WHERE stream = ?"],
    ["a deleted account", "DELETE FROM heads WHERE stream = ?"],
    ["an entry put elsewhere", "UPDATE events SET version = 2 WHERE stream = ?"]
  ]
  it.scopedLive.each(edits)("does not go unnoticed: %s", ([, statement]) =>
    Effect.gen(function* () {
      const path = yield* filename
      yield* filled(path)
      const changes = withRaw(path, (database) => {
        database.pragma("foreign_keys = OFF")
        return database.prepare(statement).run(id(3)).changes
      })
      expect(changes).toBe(1)
      const report = yield* Effect.provide(
        Effect.flatMap(Store, (store) => store.verifyJournal),
        storeOn(path)
      )
      expect(report).toMatchObject({ verified: false, firstBad: { stream: id(3) } })
    })
  )
})

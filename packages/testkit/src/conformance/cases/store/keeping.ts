import { CommitResult, documentKey, Ledger, Store, scopeOf, type Vault } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Case } from "../Case.js"
import { expect, same } from "../Violation.js"
import { accountId, begun, commitOf, enterprise, history, NOW, renamed, secrets } from "./accounts.js"

const tagOf = (result: CommitResult) => result._tag
const lost = (kind: "document" | "username" | "migrated-name", number: number) =>
  CommitResult.ClaimLost({ kind, owner: accountId(number) })

/** Every spelling under which a text could lie in a file. */
const spellings = (text: string): ReadonlyArray<string> => {
  const bytes = Buffer.from(text, "utf8")
  return [text, encodeURIComponent(text), bytes.toString("hex"), bytes.toString("base64").replace(/.{2}={0,2}$/, "")]
}

/** What the store keeps of an account, and who may hold which unique key. */
export const keeping: ReadonlyArray<Case<Store | Ledger | Vault>> = [
  {
    name: "MUST open what it sealed: the account, its history and the reasons",
    run: Effect.gen(function* () {
      const store = yield* Store
      yield* same(yield* store.load(accountId(1)), undefined)
      const result = yield* store.commit({
        ...commitOf(undefined, begun(1), renamed("新名称")),
        reason: secrets.reason
      })
      const loaded = yield* store.load(accountId(1))
      yield* same(result, CommitResult.Committed({ accounts: loaded === undefined ? [] : [loaded] }))
      yield* same(loaded?.version, 2)
      yield* same(loaded?.account.holder.name, secrets.name)
      yield* same(loaded?.account.enterprise.name, "新名称")
      yield* same(yield* store.byUsername("MIGRATED_1"), loaded)
      const common = { at: NOW, actor: "system:conformance", reason: secrets.reason }
      yield* same(yield* store.history(accountId(1)), [
        { version: 1, ...common, event: begun(1) },
        { version: 2, ...common, event: renamed("新名称") }
      ])
    })
  },
  {
    name: "MUST NOT leave anything about a person readable in the ledger",
    run: Effect.gen(function* () {
      const store = yield* Store
      const ledger = yield* Ledger
      const idempotency = { key: `key of ${secrets.number}`, request: "digest", answer: secrets.answer }
      yield* store.commit({ ...commitOf(undefined, begun(999)), reason: secrets.reason, idempotency })
      const rows = yield* Effect.all([
        Stream.runCollect(ledger.heads),
        Stream.runCollect(ledger.claims),
        Stream.runCollect(ledger.journal(0))
      ])
      const everything = JSON.stringify(rows.map(Chunk.toReadonlyArray))
      yield* expect(everything.includes("Migrated_999"), "the ledger does not hold the user name it is read by")
      for (const secret of Object.values(secrets)) {
        for (const spelling of spellings(secret))
          yield* expect(!everything.includes(spelling), `${spelling} can be read in the ledger`)
      }
      const answered = yield* store.answered(idempotency.key)
      yield* same(answered, { request: "digest", answer: secrets.answer })
    })
  },
  {
    name: "MUST repeat the answer to a command that comes twice, and do it once",
    run: Effect.gen(function* () {
      const store = yield* Store
      const idempotency = { key: "key", request: "digest", answer: secrets.answer }
      const command = { ...commitOf(undefined, begun(1)), idempotency }
      yield* same(tagOf(yield* store.commit(command)), "Committed")
      yield* same(yield* store.commit(command), CommitResult.AlreadyDone({ request: "digest", answer: secrets.answer }))
      yield* same((yield* store.history(accountId(1))).length, 1)
    })
  },
  {
    name: "MUST refuse what was decided on an account as it no longer is",
    run: Effect.gen(function* () {
      const store = yield* Store
      yield* history(1, 1)
      const before = yield* store.load(accountId(1))
      yield* same(tagOf(yield* store.commit(commitOf(before, renamed("一")))), "Committed")
      yield* same(yield* store.commit(commitOf(before, renamed("二"))), CommitResult.Conflict())
    })
  },
  {
    name: "MUST give a document to one account of an enterprise, in whatever spelling, and follow the account when it moves",
    run: Effect.gen(function* () {
      const store = yield* Store
      const holder = (number: string) => ({ name: "张伟", document: { type: "resident-id", number } })
      const elsewhere = enterprise({ organizationCode: "987654321" })
      yield* store.commit(commitOf(undefined, begun(1, { holder: holder("11010119900307123X") })))
      const again = begun(2, { holder: holder("１１0101 19900307123x") })
      yield* same(yield* store.commit(commitOf(undefined, again)), lost("document", 1))
      const other = begun(3, { holder: holder("11010119900307123X"), enterprise: elsewhere })
      yield* same(tagOf(yield* store.commit(commitOf(undefined, other))), "Committed")
      const moved = { _tag: "EnterpriseEdited", enterprise: enterprise() } as const
      yield* same(yield* store.commit(commitOf(yield* store.load(accountId(3)), moved)), lost("document", 1))
      const gone = { _tag: "AccountDeleted" } as const
      yield* store.commit(commitOf(yield* store.load(accountId(1)), gone))
      yield* same(tagOf(yield* store.commit(commitOf(yield* store.load(accountId(3)), moved))), "Committed")
    })
  },
  {
    name: "MUST keep a migrated name reserved after deletion, and let one of many take a name",
    run: Effect.gen(function* () {
      const store = yield* Store
      const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
      const results = yield* store.commitAll(
        numbers.map((number) => commitOf(undefined, begun(number, { username: number % 2 === 0 ? "Same" : "sAME" })))
      )
      yield* same(results.map(tagOf), ["Committed", ...numbers.slice(1).map(() => "ClaimLost")])
      yield* store.commit(commitOf(yield* store.load(accountId(1)), { _tag: "AccountDeleted" }))
      yield* same(yield* store.byUsername("same"), undefined)
      yield* same((yield* store.deletedByUsername("same"))?.account.id, accountId(1))
      const again = yield* store.commit(commitOf(undefined, begun(20, { username: "same" })))
      yield* same(again, lost("migrated-name", 1))
    })
  },
  {
    name: "MUST say in a rehearsal what a commit would have answered as to unique keys but documents, and write nothing",
    run: Effect.gen(function* () {
      const store = yield* Store
      const ledger = yield* Ledger
      yield* history(2, 1)
      const [one, two] = [yield* store.load(accountId(1)), yield* store.load(accountId(2))]
      const document = {
        _tag: "HolderEdited",
        holder: one?.account.holder ?? { name: "", document: { type: "", number: "" } }
      } as const
      const commits = [
        commitOf(one, renamed("一")),
        commitOf(two, document),
        commitOf(undefined, begun(3)),
        commitOf(undefined, begun(4, { username: "migrated_2" }))
      ]
      const rehearsed = yield* Effect.forEach(commits, store.rehearse)
      yield* same(Chunk.size(yield* Stream.runCollect(ledger.journal(0))), 2)
      // A document is told by a commit alone: rehearsing it would be guessing somebody's number for nothing.
      yield* same(rehearsed.map(tagOf), ["Committed", "Committed", "Committed", "ClaimLost"])
      const committed = yield* Effect.forEach(commits, store.commit)
      yield* same(committed.map(tagOf), ["Committed", "ClaimLost", "Committed", "ClaimLost"])
    })
  },
  {
    name: "MUST find accounts by enterprise and by document, page by page",
    run: Effect.gen(function* () {
      const store = yield* Store
      yield* history(5, 1)
      yield* store.commit(commitOf(undefined, begun(6, { enterprise: enterprise({ organizationCode: "987654321" }) })))
      const scope = scopeOf(enterprise()) ?? ""
      const first = yield* store.find({ scope, limit: 3 })
      const second = yield* store.find({ scope, limit: 3, ...(first.next === undefined ? {} : { after: first.next }) })
      const found = [...first.accounts, ...second.accounts].map(({ account }) => account.id)
      yield* same(found, [1, 2, 3, 4, 5].map(accountId))
      yield* same(second.next, undefined)
      const four = yield* store.load(accountId(4))
      const key = documentKey(four?.account.holder.document ?? { type: "", number: "" })
      const byDocument = yield* store.find({ document: { key }, limit: 3 })
      yield* same(byDocument.accounts, [four])
    })
  }
]

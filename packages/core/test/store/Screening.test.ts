import { assert, describe, it } from "@effect/vitest"
import {
  AccountId,
  accountOf,
  assess,
  type Claim,
  type ClaimHolder,
  CommitResult,
  claimKey,
  claimsOf,
  defaultPolicy,
  layerMemory,
  type RowRead,
  type ScreenedRow,
  Store,
  screen,
  screening
} from "@single-window/core"
import { Mock, World } from "@single-window/testkit"
import { Effect, Layer } from "effect"
import * as fc from "fast-check"
import { anyRow, type FullRow, respelled, rightRow, today } from "../flows/migratedRows.js"

const store = Store.layer.pipe(
  Layer.provide(Layer.merge(layerMemory, Mock.Vault.layer.pipe(Layer.provide(World.WorldState.layer(World.make({}))))))
)

const numbered = (rows: ReadonlyArray<FullRow>): ReadonlyArray<RowRead> =>
  rows.map((row, index) => ({ line: index + 2, row }))

const screened = (
  rows: ReadonlyArray<RowRead>,
  holderOf: (claim: Claim) => ClaimHolder | undefined = () => undefined
) => screen(rows, holderOf, defaultPolicy, today)

const idOf = (line: number) => AccountId.make(`acct-${String(line).padStart(16, "0")}`)

/** Rows that meet often: few enterprises, few people, few user names, each in several spellings. */
const crowded = fc.array(rightRow, { minLength: 2, maxLength: 3 }).chain((pool) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(...pool),
        fc.constantFrom(...pool),
        fc.constantFrom("Ab_1", "aB_1", "ab_2", "报检员1", "x")
      )
      .chain(([enterprise, holder, username]) =>
        respelled({
          ...holder,
          username,
          enterpriseName: enterprise.enterpriseName,
          unifiedSocialCreditCode: enterprise.unifiedSocialCreditCode,
          organizationCode: enterprise.organizationCode
        })
      ),
    { minLength: 2, maxLength: 8 }
  )
)

const commit = (row: ScreenedRow) =>
  Effect.gen(function* () {
    if (row.account === undefined) return yield* Effect.dieMessage("nothing to store")
    const service = yield* Store
    return yield* service.commit({
      changes: [{ before: undefined, events: [{ ...row.account, id: idOf(row.line) }] }],
      at: 0,
      actor: "system:import"
    })
  })

/** What a host answers the screening with: who holds each claim of what was stored. */
const holdersOf = (rows: ReadonlyArray<ScreenedRow>) => {
  const holders = new Map<string, ClaimHolder>()
  for (const { account, line, class: stored } of rows) {
    if (account === undefined || stored === "duplicate") continue
    const { username, source } = account
    for (const claim of claimsOf(evolved(account, line)))
      holders.set(
        claimKey(claim, (text) => text),
        { account: idOf(line), username, source }
      )
  }
  return (claim: Claim) => holders.get(claimKey(claim, (text) => text))
}

const evolved = (account: NonNullable<ScreenedRow["account"]>, line: number) => ({
  ...accountOf(account),
  id: idOf(line)
})

describe("migrated rows, screened one after another", () => {
  it("says duplicate exactly where the store would refuse to commit", () =>
    fc.assert(
      fc.asyncProperty(crowded, (rows) =>
        Effect.gen(function* () {
          const { step, summary } = screening()
          for (const read of numbered(rows)) {
            const assessed = assess(read, defaultPolicy, today)
            const row = step(assessed)
            if (assessed.class === "invalid") continue
            const result = yield* commit({ ...row, account: assessed.account })
            assert.strictEqual(CommitResult.$is("Committed")(result), row.class !== "duplicate")
            if (CommitResult.$is("ClaimLost")(result)) {
              const lines = row.reasons.map(({ of }) => (of !== undefined && "line" in of ? idOf(of.line) : ""))
              assert.include(lines, result.owner)
            }
          }
          assert.strictEqual(summary().rows, rows.length)
        }).pipe(Effect.provide(store), Effect.runPromise)
      ),
      { numRuns: 100 }
    ))

  it("gives each row one class, and sums that come out", () =>
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const { rows: all, summary } = screened(rows.map((row, line) => ({ line, row })))
        const { rows: count, "by-reason": byReason, ...classes } = summary
        assert.deepStrictEqual([count, all.length], [rows.length, rows.length])
        assert.strictEqual(
          Object.values(classes).reduce((sum, one) => sum + one, 0),
          rows.length
        )
        for (const [name, sum] of Object.entries(classes))
          assert.strictEqual(all.filter((row) => row.class === name).length, sum)
        assert.strictEqual(Object.keys(byReason).length === 0, classes.ready === rows.length)
      }),
      { numRuns: 200 }
    ))

  it("finds the same person in the same enterprise, and the same user name, however they are spelled", () =>
    fc.assert(
      fc.property(
        rightRow.chain((row) => fc.tuple(fc.constant(row), respelled(row))),
        ([first, again]) => {
          const other = { ...again, username: "somebody_else" }
          const upper = { ...again, username: first.username.toUpperCase(), documentNumber: "", documentType: "" }
          const [, byDocument, byName] = screened(numbered([first, other, upper])).rows
          const of = { line: 2, username: first.username }
          assert.deepStrictEqual(byDocument?.reasons, [{ code: "document-in-enterprise", of }])
          assert.deepStrictEqual(byName?.reasons, [{ code: "username-taken", of }])
        }
      ),
      { numRuns: 300 }
    ))

  it("lets the same person hold accounts of two enterprises", () =>
    fc.assert(
      fc.property(rightRow, rightRow, (first, second) => {
        fc.pre(first.organizationCode !== second.organizationCode)
        const elsewhere = {
          ...second,
          username: "somebody_else",
          documentType: first.documentType,
          documentNumber: first.documentNumber,
          validFrom: first.validFrom,
          validTo: first.validTo
        }
        assert.deepStrictEqual(
          screened(numbered([first, elsewhere])).rows.map((row) => row.class),
          ["ready", "ready"]
        )
      })
    ))

  it("takes nothing for a row that is not stored", () =>
    fc.assert(
      fc.property(rightRow, (row) => {
        const unstorable = { ...row, source: "" }
        const twice = { ...row, username: row.username.toUpperCase() }
        assert.deepStrictEqual(
          screened(numbered([unstorable, row, unstorable, twice, twice])).rows.map((one) => one.class),
          ["invalid", "ready", "invalid", "duplicate", "duplicate"]
        )
      })
    ))

  it("stores nothing at the second import, and still finds the same duplicates", () =>
    fc.assert(
      fc.property(crowded, (rows) => {
        const first = screened(numbered(rows)).rows
        const second = screened(numbered(rows), holdersOf(first)).rows
        for (const [index, row] of second.entries()) {
          const before = first[index]
          if (before?.class === "duplicate" || before?.class === "invalid") {
            // by now a later row's account may hold something of it as well
            assert.strictEqual(row.class, before.class)
            assert.includeDeepMembers([...row.reasons], [...before.reasons])
          } else {
            const of = { account: idOf(row.line), username: row.username }
            assert.deepStrictEqual(row.reasons, [{ code: "already-imported", of }])
          }
        }
      }),
      { numRuns: 200 }
    ))

  it("tells a name that is taken from one that is only reserved", () =>
    fc.assert(
      fc.property(rightRow, (row) => {
        const holder = { account: "acct-1", username: row.username.toUpperCase(), source: "local:GD" }
        const codes = (kinds: ReadonlyArray<Claim["kind"]>) =>
          screened(numbered([row]), (claim) => (kinds.includes(claim.kind) ? holder : undefined)).rows[0]?.reasons.map(
            ({ code }) => code
          )
        assert.deepStrictEqual(codes(["username", "migrated-name"]), ["username-taken"])
        assert.deepStrictEqual(codes(["migrated-name"]), ["username-reserved"])
        assert.deepStrictEqual(codes(["document"]), ["document-in-enterprise"])
      }),
      { numRuns: 20 }
    ))
})

import { assert, describe, it } from "@effect/vitest"
import { Account, defaultPolicy, isCertified, Journey, levelOf, Policy, statusOf } from "@single-window/core"
import { Schema } from "effect"
import * as fc from "fast-check"
import * as Arbitraries from "../../src/arbitraries/index.js"

const sample = <A>(arbitrary: fc.Arbitrary<A>, numRuns = 400): ReadonlyArray<A> =>
  fc.sample(arbitrary, { numRuns, seed: 1 })

const comesBack = <A, I>(schema: Schema.Schema<A, I>, arbitrary: fc.Arbitrary<A>) => {
  const text = Schema.parseJson(schema)
  fc.assert(
    fc.property(arbitrary, (value) => {
      assert.deepEqual(Schema.decodeUnknownSync(text)(Schema.encodeSync(text)(value)), value)
    }),
    { numRuns: 200 }
  )
}

describe("what is drawn is of its schema and comes back from JSON", () => {
  it("an account in any state", () => comesBack(Account, Arbitraries.accountInAnyState))
  it("a journey", () => comesBack(Journey, Arbitraries.journey))
  it("a policy", () => comesBack(Policy, Arbitraries.policy))
})

describe("what is drawn covers what there is", () => {
  it("every state of a journey and every verdict", () => {
    assert.strictEqual(new Set(sample(Arbitraries.journeyState).map(({ _tag }) => _tag)).size, 7)
    assert.strictEqual(new Set(sample(Arbitraries.verdict).map(({ _tag }) => _tag)).size, 7)
    assert.notInclude(
      sample(Arbitraries.no).map(({ _tag }) => _tag),
      "Match"
    )
  })

  it("accounts active, locked, deleted, to be changed; certified or not; under way or not", () => {
    const accounts = sample(Arbitraries.accountInAnyState)
    const now = Date.UTC(2022, 5, 1)
    assert.deepStrictEqual([...new Set(accounts.map((account) => statusOf(account, now)))].sort(), [
      "active",
      "deleted",
      "locked",
      "password-change-required"
    ])
    for (const [what, holds] of [
      ["certified", isCertified],
      ["under way", (account: Account) => account.journey !== undefined],
      ["voided", (account: Account) => account.certification.voidedBecause !== undefined],
      ["bound", (account: Account) => account.cardBinding.state === "bound"]
    ] as const) {
      const many = accounts.filter(holds).length
      assert.isTrue(many > 0 && many < accounts.length, what)
    }
  })

  it("policies that differ from the default in each group", () => {
    const policies = sample(Arbitraries.policy, 50)
    for (const group of Object.keys(defaultPolicy) as ReadonlyArray<keyof Policy>) {
      const values = new Set(policies.map((policy) => JSON.stringify(policy[group])))
      assert.isAbove(values.size, 1, group)
    }
  })
})

describe("what must agree does", () => {
  it("a deleted account has no journey, and a level needs both facets", () =>
    fc.assert(
      fc.property(Arbitraries.accountInAnyState, (account) => {
        if (account.deleted) assert.isUndefined(account.journey)
        const { enterprise, holder } = account.certification
        if (enterprise.state !== "valid" || holder.state !== "valid") assert.strictEqual(levelOf(account), "none")
        if (account.origin === "migrated") assert.isDefined(account.source)
        const state = account.journey?.state
        if (state !== undefined && "enterprise" in state) assert.deepStrictEqual(state.enterprise, account.enterprise)
      })
    ))
})

import { assert, describe, it } from "@effect/vitest"
import { type Ledger, Store, StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import { deeds, ready } from "./deeds.js"
import { journalLength, kept, story, tagOf } from "./twoEnterprises.js"

const policy = { enterprise: { askRegistryOnSave: false } }
const there = ["zhang", "manager"] as const
/** On a database many moments pass before an answer comes, so that not each of them is one of its own. */
const STEP = Number(process.env.MOMENTS_STEP ?? 1)
const gone = new StoreUnavailable({ reason: "the test pulled the plug" })

/** A ledger that fails at its n-th call from now, or loses the answer of its n-th commit from now. */
const plug = () => {
  const state = { call: 0, commit: 0 }
  const counted = <A>(answer: Effect.Effect<A, StoreUnavailable>): Effect.Effect<A, StoreUnavailable> =>
    Effect.suspend(() => (state.call-- === 1 ? Effect.fail(gone) : answer))
  const through = (ledger: Ledger["Type"]): Ledger["Type"] => ({
    ...ledger,
    commit: (commits) =>
      Effect.flatMap(counted(ledger.commit(commits)), (answer) => {
        if (state.commit-- !== 1) return Effect.succeed(answer)
        // And it is still gone when it is asked what became of that.
        state.call = 1
        return Effect.fail(gone)
      }),
    head: (stream) => counted(ledger.head(stream)),
    byUsername: (key) => counted(ledger.byUsername(key)),
    claimOwner: (claim) => counted(ledger.claimOwner(claim)),
    answered: (key) => counted(ledger.answered(key))
  })
  return { state, through }
}

const sound = Effect.gen(function* () {
  const store = yield* Store
  assert.isTrue((yield* store.verifyJournal).verified)
  assert.isTrue((yield* store.rebuild).equal)
})

describe("a store that fails at any one call (H2)", () => {
  it.effect.each(deeds)("$name: nothing half done, and the next try does it", (deed) =>
    Effect.gen(function* () {
      let failed = 0
      for (let call = 1; call < 40; call++) {
        const { state, through } = plug()
        const done = yield* story(
          Effect.gen(function* () {
            const { send } = yield* ready(deed)
            const before = { account: yield* kept("ciq_td_01"), length: yield* journalLength }
            state.call = call
            const tag = yield* tagOf(send("key 1"))
            state.call = 0
            if (tag !== "ok") {
              assert.strictEqual(tag, "StoreUnavailable")
              failed++
              // A guess that was counted is the one thing that may stand by itself.
              if (deed.name !== "ChangePassword" && deed.name !== "RequestBankCardCode") {
                assert.deepStrictEqual({ account: yield* kept("ciq_td_01"), length: yield* journalLength }, before)
              }
              const again = yield* tagOf(send("key 1"))
              if (deed.name === "RequestBankCardCode") assert.include(["ok", "SmsCodeTooSoon"], again)
              else assert.strictEqual(again, "ok")
            }
            yield* sound
            return tag === "ok"
          }),
          { policy, there, ledger: through }
        )
        if (done) break
      }
      assert.isAbove(failed, 1)
    })
  )
})

describe("a commit whose answer is lost (C3)", () => {
  it.effect.each(deeds.filter(({ name }) => name !== "RequestBankCardCode"))(
    "$name: sent again under its key it happens once",
    (deed) => {
      const { state, through } = plug()
      return story(
        Effect.gen(function* () {
          const { send } = yield* ready(deed)
          const before = yield* journalLength
          // A change of password commits the guess first.
          state.commit = deed.name === "ChangePassword" ? 2 : 1
          assert.strictEqual(yield* tagOf(send("key 1")), "StoreUnavailable")
          const between = yield* journalLength
          assert.isAbove(between, before)
          assert.strictEqual(yield* tagOf(send("key 1")), "ok")
          assert.strictEqual(yield* journalLength, between)
          yield* sound
        }),
        { policy, there, ledger: through }
      )
    }
  )
})

describe("a caller that goes away at any moment (H2)", () => {
  it.effect.each(deeds)("$name: nothing half done, and its key stands in nobody's way", (deed) =>
    Effect.gen(function* () {
      let cut = 0
      for (let moment = 0; moment < 40; moment += STEP) {
        const done = yield* story(
          Effect.gen(function* () {
            const { send } = yield* ready(deed)
            const fiber = yield* Effect.fork(tagOf(send("key 1")))
            yield* Effect.repeatN(Effect.yieldNow(), moment)
            const exit = yield* Fiber.interrupt(fiber)
            yield* sound
            const again = yield* tagOf(send("key 1"))
            // The code may be on record already, and its waiting time with it.
            if (deed.name === "RequestBankCardCode") assert.include(["ok", "SmsCodeTooSoon"], again)
            else assert.strictEqual(again, "ok")
            return Exit.isSuccess(exit)
          }),
          { policy, there }
        )
        if (done) break
        cut++
      }
      assert.isAbove(cut, 1)
    })
  )
})

import { it } from "@effect/vitest"
import { CommitOutcome, type LedgerCommit, StoreUnavailable } from "@single-window/core"
import { Deferred, Effect, Exit, Fiber, Scope } from "effect"
import { describe, expect } from "vitest"
import { groupCommit, type WriteFailed, type Writing } from "../../src/sql/groupCommit.js"

/** Commits without content, told apart by a key; the outcome of each names it. */
const commit = (key: string): LedgerCommit => ({
  appends: [],
  idempotency: { key, request: "", answer: "", at: 0 }
})
const keyOf = ({ idempotency }: LedgerCommit) => idempotency?.key ?? ""
const outcome = (key: string) => CommitOutcome.Conflict({ stream: key })
const failed = (reason: string, as: Partial<WriteFailed> = {}): WriteFailed => ({
  unavailable: new StoreUnavailable({ reason }),
  busy: false,
  anyAlone: false,
  ...as
})
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/** An engine that notes which commits each transaction held, and does with it what `transaction` says. */
const engine = (
  transaction: (keys: ReadonlyArray<string>, attempt: number) => Effect.Effect<void, WriteFailed> = () => Effect.void,
  mostCommits = 256
) => {
  const transactions: Array<ReadonlyArray<string>> = []
  const attempt: Writing["attempt"] = (commits) =>
    Effect.suspend(() => {
      const keys = commits.map(keyOf)
      transactions.push(keys)
      return Effect.as(transaction(keys, transactions.length), keys.map(outcome))
    })
  const patiently: Writing["patiently"] = (once) => Effect.retry(once, { while: ({ busy }) => busy, times: 5 })
  return { transactions, writing: { attempt, patiently, mostCommits } }
}

describe("commits in groups", () => {
  it.scoped("calls of one moment share a transaction, and each gets its own answers", () =>
    Effect.gen(function* () {
      const { transactions, writing } = engine()
      const commits = yield* groupCommit(writing)
      const answers = yield* Effect.forEach(
        numbers(64),
        (caller) => commits(numbers(caller % 3).map((index) => commit(`${caller}-${index}`))),
        { concurrency: "unbounded" }
      )
      for (const caller of numbers(64)) {
        expect(answers[caller]).toEqual(numbers(caller % 3).map((index) => outcome(`${caller}-${index}`)))
      }
      expect(transactions).toHaveLength(1)
    })
  )

  it.scoped("callers who come again and again keep sharing", () =>
    Effect.gen(function* () {
      const { transactions, writing } = engine()
      const commits = yield* groupCommit(writing)
      yield* Effect.forEach(
        numbers(64),
        (caller) => Effect.forEach(numbers(20), (round) => commits([commit(`${caller}-${round}`)])),
        { concurrency: "unbounded" }
      )
      expect(transactions.flat()).toHaveLength(64 * 20)
      expect(transactions.length).toBeLessThan(64 * 2)
    })
  )

  it.scoped("a group is bounded, but a call is never torn apart", () =>
    Effect.gen(function* () {
      const { transactions, writing } = engine(undefined, 10)
      const commits = yield* groupCommit(writing)
      const sizes = [4, 4, 4, 25, 1, 1]
      yield* Effect.forEach(
        sizes,
        (size, caller) => commits(numbers(size).map((index) => commit(`${caller}-${index}`))),
        { concurrency: "unbounded" }
      )
      expect(transactions.map((keys) => keys.length)).toEqual([8, 4, 25, 2])
    })
  )

  it.scoped("one caller's bad commit does not spoil the others'", () =>
    Effect.gen(function* () {
      const { transactions, writing } = engine((keys) =>
        keys.includes("bad") ? Effect.fail(failed("bad", { anyAlone: true })) : Effect.void
      )
      const commits = yield* groupCommit(writing)
      const answers = yield* Effect.forEach(["a", "bad", "b"], (key) => Effect.either(commits([commit(key)])), {
        concurrency: "unbounded"
      })
      expect(answers).toMatchObject([
        { _tag: "Right", right: [outcome("a")] },
        { _tag: "Left", left: { reason: "bad" } },
        { _tag: "Right", right: [outcome("b")] }
      ])
      expect(transactions).toEqual([["a", "bad", "b"], ["a"], ["bad"], ["b"]])
    })
  )

  it.scoped("what fails for all is told to all, once, and the next goes on", () =>
    Effect.gen(function* () {
      const { transactions, writing } = engine((_, attempt) =>
        attempt === 1 ? Effect.fail(failed("full")) : Effect.void
      )
      const commits = yield* groupCommit(writing)
      const answers = yield* Effect.forEach(["a", "b"], (key) => Effect.flip(commits([commit(key)])), {
        concurrency: "unbounded"
      })
      expect(answers.map(({ reason }) => reason)).toEqual(["full", "full"])
      expect(transactions).toHaveLength(1)
      expect(yield* commits([commit("c")])).toEqual([outcome("c")])
    })
  )

  it.scoped("a lock held elsewhere is waited for, and nobody is lost who waits with the first", () =>
    Effect.gen(function* () {
      const { transactions, writing } = engine((_, attempt) =>
        attempt <= 3 ? Effect.fail(failed("busy", { busy: true })) : Effect.void
      )
      const commits = yield* groupCommit(writing)
      const fibers = yield* Effect.forEach(["a", "b", "c"], (key) => Effect.fork(commits([commit(key)])))
      expect(yield* Fiber.join(Fiber.all(fibers))).toEqual(["a", "b", "c"].map((key) => [outcome(key)]))
      expect(transactions).toHaveLength(4)
    })
  )

  it.scoped("a defect reaches those who caused it and does not stop the rest", () =>
    Effect.gen(function* () {
      const { writing } = engine((keys) => (keys.includes("bug") ? Effect.dieMessage("bug") : Effect.void))
      const commits = yield* groupCommit(writing)
      expect(Exit.isFailure(yield* Effect.exit(commits([commit("bug")])))).toBe(true)
      expect(yield* commits([commit("a")])).toEqual([outcome("a")])
    })
  )

  for (const leaving of ["the first", "a later"] as const) {
    it.scoped(`a caller who leaves before its turn is left out: ${leaving} one`, () =>
      Effect.gen(function* () {
        const { transactions, writing } = engine()
        const commits = yield* groupCommit(writing)
        const fibers = yield* Effect.forEach(["a", "b", "c"], (key) => Effect.fork(commits([commit(key)])))
        const gone = leaving === "the first" ? 0 : 1
        // One step: they have handed over, and the first has not begun to write.
        yield* Effect.yieldNow()
        const left = fibers[gone]
        if (left !== undefined) yield* Fiber.interrupt(left)
        const rest = yield* Effect.forEach(fibers, Fiber.await)
        const answered = rest.flatMap((exit) => (Exit.isSuccess(exit) ? exit.value : []))
        const committed = transactions.flat()
        expect(answered).toEqual(["a", "b", "c"].filter((_, index) => index !== gone).map(outcome))
        expect(committed).toEqual(expect.arrayContaining(["a", "b", "c"].filter((_, index) => index !== gone)))
        expect(yield* commits([commit("d")])).toEqual([outcome("d")])
      })
    )

    it.scoped(`a caller who leaves while its transaction runs does not break it off: ${leaving} one`, () =>
      Effect.gen(function* () {
        const began = yield* Deferred.make<void>()
        const may = yield* Deferred.make<void>()
        const { transactions, writing } = engine(() =>
          Effect.zipRight(Deferred.succeed(began, undefined), Deferred.await(may))
        )
        const commits = yield* groupCommit(writing)
        const fibers = yield* Effect.forEach(["a", "b", "c"], (key) => Effect.fork(commits([commit(key)])))
        yield* Deferred.await(began)
        const gone = leaving === "the first" ? 0 : 1
        const left = fibers[gone]
        if (left !== undefined) yield* Fiber.interruptFork(left)
        yield* Effect.yieldNow()
        yield* Deferred.succeed(may, undefined)
        const rest = yield* Effect.forEach(fibers, Fiber.await)
        const answered = rest.flatMap((exit) => (Exit.isSuccess(exit) ? exit.value : []))
        expect(answered).toEqual(["a", "b", "c"].filter((_, index) => index !== gone).map(outcome))
        expect(transactions).toEqual([["a", "b", "c"]])
        expect(yield* commits([commit("d")])).toEqual([outcome("d")])
      })
    )
  }

  it.effect("closing waits for what was handed over, and then nothing more is taken", () =>
    Effect.gen(function* () {
      const scope = yield* Scope.make()
      const { transactions, writing } = engine((_, attempt) =>
        attempt === 1 ? Effect.fail(failed("busy", { busy: true })) : Effect.yieldNow()
      )
      const commits = yield* Scope.extend(groupCommit(writing), scope)
      const fiber = yield* Effect.fork(commits([commit("a")]))
      yield* Effect.repeatN(Effect.yieldNow(), 1)
      yield* Scope.close(scope, Exit.void)
      expect(yield* Fiber.join(fiber)).toEqual([outcome("a")])
      expect(transactions.at(-1)).toEqual(["a"])
      expect((yield* Effect.flip(commits([commit("b")]))).reason).toBe("the store was closed")
    })
  )
})

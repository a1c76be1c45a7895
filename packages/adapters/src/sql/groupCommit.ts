import { type CommitOutcome, type LedgerCommit, StoreUnavailable } from "@single-window/core"
import * as Cause from "effect/Cause"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import * as FiberId from "effect/FiberId"
import type * as Scope from "effect/Scope"

type Outcomes = ReadonlyArray<CommitOutcome>

/** A transaction that came to nothing. */
export interface WriteFailed {
  readonly unavailable: StoreUnavailable
  /** Somebody else holds the lock; the same attempt may do later. */
  readonly busy: boolean
  /** It may be the fault of one commit only, so that the rest deserve another try. */
  readonly anyAlone: boolean
}

/** How an engine writes: `attempt` is one transaction, `patiently` repeats attempts for as long as waiting makes sense. */
export interface Writing {
  readonly attempt: (commits: ReadonlyArray<LedgerCommit>) => Effect.Effect<Outcomes, WriteFailed>
  readonly patiently: <A>(attempt: Effect.Effect<A, WriteFailed>) => Effect.Effect<A, WriteFailed>
  /** The most commits that share a transaction, unless one call alone hands over more. */
  readonly mostCommits: number
}

interface Call {
  readonly commits: ReadonlyArray<LedgerCommit>
  readonly answer: Deferred.Deferred<Outcomes, StoreUnavailable>
  withdrawn: boolean
}

type Commit = (commits: ReadonlyArray<LedgerCommit>) => Effect.Effect<Outcomes, StoreUnavailable>

/**
 * Gathers the calls of one moment, and those that arrive while a transaction runs, into the next transaction, so that many
 * callers share a sync. Each gets its own answer. A caller that is interrupted before its turn is left out; later it no longer
 * waits, and the commit still happens or does not happen as a whole.
 *
 * The first caller of a moment makes the first attempt itself. What takes longer (a lock held elsewhere, more calls than fit)
 * goes to a fiber of the store's own, which no caller's interruption reaches and which closing the store waits for.
 */
export const groupCommit = ({ attempt, patiently, mostCommits }: Writing): Effect.Effect<Commit, never, Scope.Scope> =>
  Effect.gen(function* () {
    const scope = yield* Effect.scope
    const waiting: Array<Call> = []
    let busy = false
    let closed = false

    /** The calls of one transaction: as many as fit, at least one. */
    const nextGroup = (): ReadonlyArray<Call> => {
      const group: Array<Call> = []
      let size = 0
      for (let call = waiting[0]; call !== undefined; call = waiting[0]) {
        if (group.length > 0 && size + call.commits.length > mostCommits) break
        waiting.shift()
        if (call.withdrawn) continue
        group.push(call)
        size += call.commits.length
      }
      return group
    }

    const attemptFor = (group: ReadonlyArray<Call>) =>
      attempt(group.length === 1 && group[0] !== undefined ? group[0].commits : group.flatMap(({ commits }) => commits))

    const hand = (group: ReadonlyArray<Call>, exit: Exit.Exit<Outcomes, WriteFailed>): Effect.Effect<void> => {
      if (exit._tag === "Success") {
        let next = 0
        for (const { commits, answer } of group) {
          const from = next
          next += commits.length
          Deferred.unsafeDone(answer, Effect.succeed(exit.value.slice(from, next)))
        }
        return Effect.void
      }
      const failed = Cause.failureOption(exit.cause)
      if (failed._tag === "Some" && failed.value.anyAlone && group.length > 1) {
        return Effect.forEach(
          group,
          (call) => Effect.flatMap(Effect.exit(patiently(attemptFor([call]))), (alone) => hand([call], alone)),
          { discard: true }
        )
      }
      const theirs = Effect.failCause(Cause.map(exit.cause, ({ unavailable }) => unavailable))
      for (const { answer } of group) Deferred.unsafeDone(answer, theirs)
      return Effect.void
    }

    const work: Effect.Effect<void> = Effect.suspend(() => {
      const group = nextGroup()
      if (group.length === 0) {
        busy = false
        return Effect.void
      }
      return Effect.exit(patiently(attemptFor(group))).pipe(
        Effect.flatMap((exit) => hand(group, exit)),
        // After the answers, those who were waiting for them get the chance to come along in the next group.
        Effect.zipRight(Effect.yieldNow()),
        Effect.zipRight(work)
      )
    })
    const goOn = Effect.asVoid(Effect.uninterruptible(Effect.forkIn(work, scope)))

    /** The first attempt for those who are there by now. Not interruptible: others rely on it. */
    const lead = Effect.suspend(() => {
      const group = nextGroup()
      return Effect.flatMap(Effect.exit(attemptFor(group)), (exit) => {
        const failed = exit._tag === "Failure" ? Cause.failureOption(exit.cause) : undefined
        if (failed?._tag === "Some" && failed.value.busy) {
          waiting.unshift(...group)
          return goOn
        }
        return Effect.zipRight(
          hand(group, exit),
          Effect.suspend(() => {
            if (waiting.length > 0) return goOn
            busy = false
            return Effect.void
          })
        )
      })
    })

    yield* Effect.addFinalizer(() => Effect.sync(() => (closed = true)))

    return (commits) =>
      // From the moment a call is noted somebody must be there to see to it, so the way up to the waiting is not interruptible.
      Effect.uninterruptibleMask((restore) => {
        if (commits.length === 0) return Effect.succeed([])
        if (closed) return Effect.fail(new StoreUnavailable({ reason: "the store was closed" }))
        const call: Call = { commits, answer: Deferred.unsafeMake(FiberId.none), withdrawn: false }
        const withdraw = Effect.sync(() => (call.withdrawn = true))
        const answer = Effect.onInterrupt(restore(Deferred.await(call.answer)), () => withdraw)
        waiting.push(call)
        if (busy) return answer
        busy = true
        return Effect.onInterrupt(restore(Effect.yieldNow()), () => Effect.zipRight(withdraw, goOn)).pipe(
          Effect.zipRight(lead),
          Effect.zipRight(answer)
        )
      })
  })

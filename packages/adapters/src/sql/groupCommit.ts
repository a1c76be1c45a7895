import { type CommitOutcome, type LedgerCommit, StoreUnavailable } from "@single-window/core"
import * as Cause from "effect/Cause"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as FiberId from "effect/FiberId"
import type * as Scope from "effect/Scope"

type Outcomes = ReadonlyArray<CommitOutcome>

/** A transaction that came to nothing. `anyAlone` when it may be the fault of one commit only, so that the rest deserve another try. */
export interface WriteFailed {
  readonly unavailable: StoreUnavailable
  readonly anyAlone: boolean
}

interface Call {
  readonly commits: ReadonlyArray<LedgerCommit>
  readonly answer: Deferred.Deferred<Outcomes, StoreUnavailable>
  withdrawn: boolean
}

/**
 * Gathers the calls that arrive while a transaction runs and puts them into the next one, so that many callers share a sync.
 * Each gets its own answer. A caller that is interrupted before its turn is left out; later it no longer waits, and the
 * commit still happens or does not happen as a whole.
 */
export const groupCommit = (
  transact: (commits: ReadonlyArray<LedgerCommit>) => Effect.Effect<Outcomes, WriteFailed>,
  mostCommits: number
): Effect.Effect<
  (commits: ReadonlyArray<LedgerCommit>) => Effect.Effect<Outcomes, StoreUnavailable>,
  never,
  Scope.Scope
> =>
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

    const settle = (group: ReadonlyArray<Call>): Effect.Effect<void> =>
      transact(group.flatMap(({ commits }) => commits)).pipe(
        Effect.matchCauseEffect({
          onSuccess: (outcomes) => {
            const starts: Array<number> = []
            let next = 0
            for (const { commits } of group) {
              starts.push(next)
              next += commits.length
            }
            return Effect.forEach(
              group,
              ({ commits, answer }, index) => {
                const start = starts[index] ?? 0
                return Deferred.succeed(answer, outcomes.slice(start, start + commits.length))
              },
              { discard: true }
            )
          },
          onFailure: (cause) => {
            const failed = Cause.failureOption(cause)
            if (failed._tag === "Some" && failed.value.anyAlone && group.length > 1) {
              return Effect.forEach(group, (call) => settle([call]), { discard: true })
            }
            const theirs = Cause.map(cause, ({ unavailable }) => unavailable)
            return Effect.forEach(group, ({ answer }) => Deferred.failCause(answer, theirs), { discard: true })
          }
        })
      )

    const work: Effect.Effect<void> = Effect.suspend(() => {
      const group = nextGroup()
      if (group.length === 0) {
        busy = false
        return Effect.void
      }
      // After the answers, those who were waiting for them get the chance to come along in the next group.
      return Effect.zipRight(settle(group), Effect.zipRight(Effect.yieldNow(), work))
    })

    yield* Effect.addFinalizer(() => Effect.sync(() => (closed = true)))

    return (commits) =>
      Effect.suspend(() => {
        if (commits.length === 0) return Effect.succeed([])
        if (closed) return Effect.fail(new StoreUnavailable({ reason: "the store was closed" }))
        const call: Call = { commits, answer: Deferred.unsafeMake(FiberId.none), withdrawn: false }
        waiting.push(call)
        const wait = Effect.onInterrupt(Deferred.await(call.answer), () => Effect.sync(() => (call.withdrawn = true)))
        if (busy) return wait
        busy = true
        // Not interruptible, so closing the store waits for those who already handed something over.
        const start = Effect.uninterruptible(Effect.forkIn(Effect.zipRight(Effect.yieldNow(), work), scope))
        return Effect.zipRight(start, wait)
      })
  })

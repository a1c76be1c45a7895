import { CommitOutcome, type HeadFilter, type HeadRow, type Ledger, type LedgerCommit } from "@single-window/core"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type { Says } from "../Planted.js"

export type LedgerService = Ledger["Type"]

/** A ledger that does something wrong, and the cases that are there for it. */
export interface BrokenLedger {
  readonly defect: Says
  readonly make: (ledger: LedgerService) => LedgerService
  readonly caughtBy: ReadonlyArray<string>
}

export const changing =
  (change: (commit: LedgerCommit) => LedgerCommit) =>
  (ledger: LedgerService): LedgerService => ({ ...ledger, commit: (commits) => ledger.commit(commits.map(change)) })

export const changingAppends = (change: (append: LedgerCommit["appends"][number]) => LedgerCommit["appends"][number]) =>
  changing((commit) => ({ ...commit, appends: commit.appends.map(change) }))

export const oneByOne =
  (one: (ledger: LedgerService, commit: LedgerCommit) => ReturnType<typeof onlyAnswer>) =>
  (ledger: LedgerService): LedgerService => ({
    ...ledger,
    commit: (commits) => Effect.forEach(commits, (commit) => one(ledger, commit))
  })

export const onlyAnswer = (ledger: LedgerService, commit: LedgerCommit) =>
  Effect.map(ledger.commit([commit]), ([outcome]) => outcome ?? CommitOutcome.Committed())

const withoutClaims = (commit: LedgerCommit): LedgerCommit => ({
  ...commit,
  appends: commit.appends.map((append) => ({ ...append, claim: [], release: [] }))
})

/** Looks at the claims, then writes: what happens in between is not seen. */
export const claimsApart = (ledger: LedgerService): LedgerService => {
  const held = new Map<string, string>()
  return {
    ...oneByOne((inner, commit) =>
      Effect.gen(function* () {
        for (const { head, claim } of commit.appends) {
          for (const key of claim) {
            const owner = held.get(key)
            if (owner !== undefined && owner !== head.stream) return CommitOutcome.ClaimHeld({ claim: key, owner })
          }
        }
        yield* Effect.yieldNow()
        const outcome = yield* onlyAnswer(inner, withoutClaims(commit))
        if (outcome._tag !== "Committed") return outcome
        for (const { release } of commit.appends) for (const key of release) held.delete(key)
        for (const { head, claim } of commit.appends) for (const key of claim) held.set(key, head.stream)
        return outcome
      })
    )(ledger),
    claimOwner: (claim) => Effect.sync(() => held.get(claim))
  }
}

export const byOffset = (ledger: LedgerService): LedgerService => {
  let offset = 0
  return {
    ...ledger,
    find: ({ after, ...filter }: HeadFilter) =>
      Effect.gen(function* () {
        if (after === undefined) offset = 0
        const heads = (yield* ledger.find({ ...filter, limit: offset + filter.limit })).slice(offset)
        offset += heads.length
        return heads
      })
  }
}

export const like = (prefix: string, text: string): boolean =>
  new RegExp(
    `^${prefix
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("%", ".*")
      .replaceAll("_", ".")}`,
    "iu"
  ).test(text)

/** Commits together whatever was handed over in the same moment, led by the caller who came first. */
export const together =
  (turned: boolean) =>
  (ledger: LedgerService): LedgerService => {
    type Answer = Effect.Effect.Success<ReturnType<LedgerService["commit"]>>
    let calls: Array<{ commits: ReadonlyArray<LedgerCommit>; answer: Deferred.Deferred<Answer> }> = []
    return {
      ...ledger,
      commit: (commits) =>
        Effect.gen(function* () {
          const answer = yield* Deferred.make<Answer>()
          calls.push({ commits, answer })
          if (calls.length > 1) return yield* Deferred.await(answer)
          yield* Effect.replicateEffect(Effect.yieldNow(), 100).pipe(
            Effect.onInterrupt(() => {
              const left = calls
              calls = []
              return Effect.forEach(left, (call) => Deferred.die(call.answer, "the leader is gone"))
            })
          )
          const group = calls
          calls = []
          const answers = yield* Effect.forEach(group, (call) => ledger.commit(call.commits))
          if (turned) answers.reverse()
          for (const [index, call] of group.entries()) yield* Deferred.succeed(call.answer, answers[index] ?? [])
          return yield* Deferred.await(answer)
        })
    }
  }

export const newestLast = (heads: ReadonlyArray<HeadRow>) => [...heads].reverse()

/** Takes whatever version is there for the one that was decided on. */
export const overwriting = oneByOne((ledger, commit) =>
  Effect.gen(function* () {
    const appends = yield* Effect.forEach(commit.appends, (append) =>
      Effect.map(ledger.head(append.head.stream), (head) => ({ ...append, expected: head?.version ?? 0 }))
    )
    return yield* onlyAnswer(ledger, { ...commit, appends })
  })
)

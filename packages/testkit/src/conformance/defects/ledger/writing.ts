import { CommitOutcome, type LedgerCommit } from "@single-window/core"
import * as Effect from "effect/Effect"
import { says } from "../Planted.js"
import {
  type BrokenLedger,
  changing,
  changingAppends,
  claimsApart,
  oneByOne,
  onlyAnswer,
  overwriting,
  together
} from "./spoil.js"

/** Ledgers that write wrongly. */
export const writing: ReadonlyArray<BrokenLedger> = [
  {
    defect: says("覆盖他人的写入（丢失更新）", "writes over what others wrote"),
    make: overwriting,
    caughtBy: [
      "MUST refuse a commit that was decided on an old version, and say whose",
      "MUST let one of ten that decided on the same version win"
    ]
  },
  {
    defect: says("占用的唯一键从不释放", "never frees a claim"),
    make: changingAppends((append) => ({ ...append, release: [] })),
    caughtBy: ["MUST free a claim that is let go", "MUST move a claim within one commit, whichever stream comes first"]
  },
  {
    defect: says("在事务之外检查唯一键，并替别人释放", "checks claims outside the transaction, and frees anybody's"),
    make: claimsApart,
    caughtBy: [
      "MUST give a claim to one of ten that reach for it, and name that one to the others",
      "MUST NOT free a claim on behalf of a stream that does not hold it",
      "MUST NOT give a claim to two streams of one commit"
    ]
  },
  {
    defect: says("大小写不同的唯一键当作同一个", "takes claims that differ in case for the same"),
    make: changingAppends((append) => ({ ...append, claim: append.claim.map((claim) => claim.toLowerCase()) })),
    caughtBy: ["MUST tell claims apart by case, width and accent"]
  },
  {
    defect: says("丢失最后一条事件", "loses the last of several events"),
    make: changingAppends((append) => ({
      ...append,
      events: append.events.slice(0, Math.max(1, append.events.length - 1))
    })),
    caughtBy: [
      "MUST give back a head and its events as they were committed",
      "MUST keep the journal in the order of the commits, with a rising position for every event"
    ]
  },
  {
    defect: says("逐个账号提交，提交可能只完成一半", "commits stream by stream"),
    make: oneByOne((ledger, commit) =>
      Effect.gen(function* () {
        for (const append of commit.appends) {
          const outcome = yield* onlyAnswer(ledger, { ...commit, appends: [append] })
          if (outcome._tag !== "Committed") return outcome
        }
        return CommitOutcome.Committed()
      })
    ),
    caughtBy: [
      "MUST NOT keep any part of a commit of which one stream was at another version",
      "MUST NOT keep any part of a commit of which the last claim was held"
    ]
  },
  {
    defect: says("一笔被拒，整批其余都拒", "refuses a batch's rest after one refusal"),
    make: (ledger) => ({
      ...ledger,
      commit: (commits) =>
        Effect.gen(function* () {
          let refused: CommitOutcome | undefined
          return yield* Effect.forEach(commits, (commit) =>
            Effect.gen(function* () {
              if (refused !== undefined) return refused
              const outcome = yield* onlyAnswer(ledger, commit)
              if (outcome._tag !== "Committed") refused = outcome
              return outcome
            })
          )
        })
    }),
    caughtBy: ["MUST answer every commit of a batch by itself"]
  },
  {
    defect: says("重复的命令又做一遍", "does a repeated command again"),
    make: changing(({ appends }) => ({ appends })),
    caughtBy: ["MUST do a command with a known key once, and repeat the answer it gave"]
  },
  {
    defect: says("先看版本，后看幂等键", "looks at the version before the key"),
    make: oneByOne((ledger, commit) =>
      Effect.gen(function* () {
        for (const { head, expected } of commit.appends) {
          const before = yield* ledger.head(head.stream)
          if ((before?.version ?? 0) !== expected) return CommitOutcome.Conflict({ stream: head.stream })
        }
        return yield* onlyAnswer(ledger, commit)
      })
    ),
    caughtBy: ["MUST recognise a command that is repeated after it happened, before looking at its version and claims"]
  },
  {
    defect: says("被拒的命令也占用幂等键", "keeps the key of a refused command"),
    make: (ledger) => {
      const kept = new Map<string, { request: string; answer: string }>()
      return {
        ...oneByOne((inner, commit) =>
          Effect.gen(function* () {
            const done = kept.get(commit.idempotency?.key ?? "")
            if (done !== undefined) return CommitOutcome.AlreadyDone(done)
            const { idempotency } = commit
            if (idempotency !== undefined)
              kept.set(idempotency.key, { request: idempotency.request, answer: idempotency.answer })
            return yield* onlyAnswer(inner, commit)
          })
        )(ledger),
        answered: (key) => Effect.sync(() => kept.get(key))
      }
    },
    caughtBy: ["MUST NOT keep the key of a command that was refused"]
  },
  {
    defect: says("改写了原文（规范化）", "normalises text"),
    make: changingAppends((append) => ({
      ...append,
      head: { ...append.head, username: append.head.username.normalize("NFC") },
      events: append.events.map((event) => ({ ...event, actor: event.actor.normalize("NFC") }))
    })),
    caughtBy: ["MUST keep text of every script to the letter"]
  },
  {
    defect: says("后写的事实覆盖先写的", "lets a later fact take an earlier one's place"),
    make: (ledger) => {
      const facts = new Map<string, string>()
      return {
        ...ledger,
        meta: (key) => Effect.sync(() => facts.get(key)),
        keepMeta: (key, value) => Effect.sync(() => facts.set(key, value).get(key) ?? value)
      }
    },
    caughtBy: ["MUST keep the first value of a fact about the store"]
  },
  {
    defect: says("把别人的答复交给调用方", "hands callers the answers of others"),
    make: together(true),
    caughtBy: ["MUST give each of many callers the answers to its own commits"]
  },
  {
    defect: says("领头的调用方中断，整组提交一起丢失", "lets a group go down with the caller who leads it"),
    make: together(false),
    caughtBy: ["MUST NOT lose a caller's commit when another caller is interrupted"]
  },
  {
    defect: says("版本 0 当作“任何版本”", "takes version 0 for any version"),
    make: oneByOne((ledger, commit) =>
      Effect.gen(function* () {
        const appends = yield* Effect.forEach(commit.appends, (append) =>
          Effect.map(ledger.head(append.head.stream), (head) =>
            append.expected === 0 ? { ...append, expected: head?.version ?? 0 } : append
          )
        )
        return yield* onlyAnswer(ledger, { ...commit, appends })
      })
    ),
    caughtBy: ["MUST NOT begin a stream that has begun"]
  },
  {
    defect: says(
      "从还没有到过的版本继续写（留下空缺）",
      "goes on from a version that was never reached, and leaves a gap"
    ),
    make: oneByOne((ledger, commit) =>
      Effect.gen(function* () {
        const appends = yield* Effect.forEach(commit.appends, (append) =>
          Effect.map(ledger.head(append.head.stream), (head) => ({
            ...append,
            expected: Math.min(append.expected, head?.version ?? 0)
          }))
        )
        return yield* onlyAnswer(ledger, { ...commit, appends })
      })
    ),
    caughtBy: ["MUST NOT go on with a stream that has not begun, or from a version it has not reached"]
  },
  {
    defect: says("同一提交里只看提交前的版本", "looks only at the versions before a commit"),
    make: oneByOne((ledger, commit) =>
      Effect.gen(function* () {
        for (const { expected, head } of commit.appends) {
          const before = (yield* ledger.head(head.stream))?.version ?? 0
          if (before !== expected) return CommitOutcome.Conflict({ stream: head.stream })
        }
        return yield* onlyAnswer(ledger, commit)
      })
    ),
    caughtBy: ["MUST let an append of a commit see the appends before it"]
  },
  {
    defect: says("整批只看开始前的版本", "looks only at the versions before a batch"),
    make: (ledger) => ({
      ...ledger,
      commit: (commits) =>
        Effect.gen(function* () {
          const stale = new Set<LedgerCommit>()
          for (const commit of commits) {
            const [first] = commit.appends
            const before = first === undefined ? undefined : yield* ledger.head(first.head.stream)
            if ((before?.version ?? 0) !== (first?.expected ?? 0)) stale.add(commit)
          }
          return yield* Effect.forEach(commits, (commit) =>
            stale.has(commit)
              ? Effect.succeed(CommitOutcome.Conflict({ stream: commit.appends[0]?.head.stream ?? "" }))
              : onlyAnswer(ledger, commit)
          )
        })
    }),
    caughtBy: ["MUST let a commit of a batch build on the one before it"]
  },
  {
    defect: says("唯一键的占有者报错了人", "names the one who asked as a claim's owner"),
    make: oneByOne((ledger, commit) =>
      Effect.map(onlyAnswer(ledger, commit), (outcome) =>
        outcome._tag === "ClaimHeld"
          ? CommitOutcome.ClaimHeld({ ...outcome, owner: commit.appends[0]?.head.stream ?? "" })
          : outcome
      )
    ),
    caughtBy: ["MUST give a claim to one stream, and name its owner to the next"]
  },
  {
    defect: says("自己已占的唯一键也拒绝", "refuses a stream the claim that it holds"),
    make: oneByOne((ledger, commit) =>
      Effect.gen(function* () {
        for (const claim of commit.appends.flatMap((append) => append.claim)) {
          const owner = yield* ledger.claimOwner(claim)
          if (owner !== undefined) return CommitOutcome.ClaimHeld({ claim, owner })
        }
        return yield* onlyAnswer(ledger, commit)
      })
    ),
    caughtBy: ["MUST let a stream claim what it holds already"]
  }
]

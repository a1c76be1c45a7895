import { CommitOutcome, type HeadFilter, type HeadRow, type Ledger, type LedgerCommit } from "@single-window/core"
import { Deferred, Effect, Stream } from "effect"

type LedgerService = Ledger["Type"]

export interface Broken {
  readonly is: string
  readonly make: (ledger: LedgerService) => LedgerService
  /** The tests that are there for this defect; each must fail. */
  readonly caughtBy: ReadonlyArray<string>
}

const changing =
  (change: (commit: LedgerCommit) => LedgerCommit) =>
  (ledger: LedgerService): LedgerService => ({ ...ledger, commit: (commits) => ledger.commit(commits.map(change)) })

const changingAppends = (change: (append: LedgerCommit["appends"][number]) => LedgerCommit["appends"][number]) =>
  changing((commit) => ({ ...commit, appends: commit.appends.map(change) }))

const oneByOne =
  (one: (ledger: LedgerService, commit: LedgerCommit) => ReturnType<typeof onlyAnswer>) =>
  (ledger: LedgerService): LedgerService => ({
    ...ledger,
    commit: (commits) => Effect.forEach(commits, (commit) => one(ledger, commit))
  })

const onlyAnswer = (ledger: LedgerService, commit: LedgerCommit) =>
  Effect.map(ledger.commit([commit]), ([outcome]) => outcome ?? CommitOutcome.Committed())

const withoutClaims = (commit: LedgerCommit): LedgerCommit => ({
  ...commit,
  appends: commit.appends.map((append) => ({ ...append, claim: [], release: [] }))
})

/** Looks at the claims, then writes: what happens in between is not seen. */
const claimsApart = (ledger: LedgerService): LedgerService => {
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

const byOffset = (ledger: LedgerService): LedgerService => {
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

const like = (prefix: string, text: string): boolean =>
  new RegExp(
    `^${prefix
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("%", ".*")
      .replaceAll("_", ".")}`,
    "iu"
  ).test(text)

/** Commits together whatever was handed over in the same moment, led by the caller who came first. */
const together =
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

const newestLast = (heads: ReadonlyArray<HeadRow>) => [...heads].reverse()

export const broken: ReadonlyArray<Broken> = [
  {
    is: "writes over what others wrote",
    make: (ledger) => ({
      ...ledger,
      commit: (commits) =>
        Effect.forEach(commits, (commit) =>
          Effect.gen(function* () {
            const appends = yield* Effect.forEach(commit.appends, (append) =>
              Effect.map(ledger.head(append.head.stream), (head) => ({ ...append, expected: head?.version ?? 0 }))
            )
            return yield* onlyAnswer(ledger, { ...commit, appends })
          })
        )
    }),
    caughtBy: [
      "MUST refuse a commit that was decided on an old version, and say whose",
      "MUST let one of ten that decided on the same version win"
    ]
  },
  {
    is: "never frees a claim",
    make: changingAppends((append) => ({ ...append, release: [] })),
    caughtBy: ["MUST free a claim that is let go", "MUST move a claim within one commit, whichever stream comes first"]
  },
  {
    is: "checks claims outside the transaction, and frees anybody's",
    make: claimsApart,
    caughtBy: [
      "MUST give a claim to one of ten that reach for it, and name that one to the others",
      "MUST NOT free a claim on behalf of a stream that does not hold it",
      "MUST NOT give a claim to two streams of one commit"
    ]
  },
  {
    is: "takes claims that differ in case for the same",
    make: changingAppends((append) => ({ ...append, claim: append.claim.map((claim) => claim.toLowerCase()) })),
    caughtBy: ["MUST tell claims apart by case, width and accent"]
  },
  {
    is: "loses the last of several events",
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
    is: "counts positions from where one starts to read",
    make: (ledger) => ({
      ...ledger,
      journal: (position) =>
        Stream.map(Stream.zipWithIndex(ledger.journal(position)), ([event, index]) => ({
          ...event,
          position: index + 1
        }))
    }),
    caughtBy: ["MUST keep the journal in the order of the commits, with a rising position for every event"]
  },
  {
    is: "commits stream by stream",
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
    is: "refuses a batch's rest after one refusal",
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
    is: "does a repeated command again",
    make: changing(({ appends }) => ({ appends })),
    caughtBy: ["MUST do a command with a known key once, and repeat the answer it gave"]
  },
  {
    is: "looks at the version before the key",
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
    is: "keeps the key of a refused command",
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
    is: "lists deleted accounts",
    make: (ledger) => ({ ...ledger, find: (filter) => ledger.find({ ...filter, includeDeleted: true }) }),
    caughtBy: ["MUST hide deleted accounts unless they are asked for"]
  },
  {
    is: "counts off pages",
    make: byOffset,
    caughtBy: ["MUST keep a page's place while others write"]
  },
  {
    is: "begins a page after the user name and not after the stream",
    make: (ledger) => ({
      ...ledger,
      find: ({ after, ...filter }) =>
        ledger.find(after === undefined ? filter : { ...filter, after: { ...after, stream: "\u{10ffff}" } })
    }),
    caughtBy: ["MUST list by user-name key and then by stream, in code-point order, page by page"]
  },
  {
    is: "takes a beginning for a pattern",
    make: (ledger) => ({
      ...ledger,
      find: ({ usernamePrefix = "", ...filter }) =>
        Effect.map(ledger.find(filter), (heads) => heads.filter((head) => like(usernamePrefix, head.usernameKey)))
    }),
    caughtBy: ["MUST take the beginning of a user name by the letter"]
  },
  {
    is: "does not filter by enterprise",
    make: (ledger) => ({ ...ledger, find: ({ scope: _, ...filter }) => ledger.find(filter) }),
    caughtBy: ["MUST filter by every column it offers, alone and together"]
  },
  {
    is: "normalises text",
    make: changingAppends((append) => ({
      ...append,
      head: { ...append.head, username: append.head.username.normalize("NFC") },
      events: append.events.map((event) => ({ ...event, actor: event.actor.normalize("NFC") }))
    })),
    caughtBy: ["MUST keep text of every script to the letter"]
  },
  {
    is: "gives the oldest holder of a name first",
    make: (ledger) => ({ ...ledger, byUsername: (key) => Effect.map(ledger.byUsername(key), newestLast) }),
    caughtBy: ["MUST give everyone who had a user name, the newest first"]
  },
  {
    is: "finds a stream's events by how its name begins",
    make: (ledger) => ({
      ...ledger,
      events: (stream) =>
        ledger.journal(0).pipe(
          Stream.filter((event) => event.stream.startsWith(stream)),
          Stream.runCollect,
          Effect.map((events) => [...events].map(({ position: _, ...event }) => event))
        )
    }),
    caughtBy: ["MUST NOT mix the events of two streams"]
  },
  {
    is: "reads one page of a walk and stops",
    make: (ledger) => ({
      ...ledger,
      heads: Stream.take(ledger.heads, 500),
      claims: Stream.take(ledger.claims, 500),
      journal: (position) => Stream.take(ledger.journal(position), 500)
    }),
    caughtBy: ["MUST give every event, head and claim once, however many there are"]
  },
  {
    is: "lets a later fact take an earlier one's place",
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
    is: "hands callers the answers of others",
    make: together(true),
    caughtBy: ["MUST give each of many callers the answers to its own commits"]
  },
  {
    is: "lets a group go down with the caller who leads it",
    make: together(false),
    caughtBy: ["MUST NOT lose a caller's commit when another caller is interrupted"]
  }
]

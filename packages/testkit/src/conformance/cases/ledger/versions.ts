import { CommitOutcome, Ledger } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Case } from "../Case.js"
import { same } from "../Violation.js"
import { append, commitOf, eventOf, headOf, keyed } from "./rows.js"

const committed = CommitOutcome.Committed()
const conflict = (stream: string) => CommitOutcome.Conflict({ stream })

/** Everything that a refused commit of stream `b` might have left behind. */
const expectNothingOf = (stream: string, claim: string, key: string) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger
    yield* same(yield* ledger.head(stream), undefined)
    yield* same(yield* ledger.events(stream), [])
    yield* same(yield* ledger.claimOwner(claim), undefined)
    yield* same(yield* ledger.answered(key), undefined)
    const journal = Chunk.toReadonlyArray(yield* Stream.runCollect(ledger.journal(0)))
    yield* same(
      journal.filter((event) => event.stream === stream),
      []
    )
    yield* same(yield* ledger.find({ limit: 10, includeDeleted: true, usernamePrefix: stream }), [])
  })

/** Versions, and that a commit is one thing. */
export const versions: ReadonlyArray<Case<Ledger>> = [
  {
    name: "MUST answer with nothing where nothing was stored",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* expectNothingOf("nobody", "claim", "key")
      yield* same(yield* ledger.byUsername("nobody"), [])
      yield* same(yield* ledger.meta("fact"), undefined)
      yield* same(yield* ledger.commit([]), [])
    })
  },
  {
    name: "MUST give back a head and its events as they were committed",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const head = {
        scope: "scope",
        document: "document",
        role: "operator",
        origin: "cardless",
        source: "",
        level: "medium",
        certification: "certified",
        deleted: true,
        createdAt: 0,
        updatedAt: 8_640_000_000_000_000
      }
      yield* same(yield* ledger.commit([commitOf(append("a", { events: 3, head }))]), [committed])
      yield* same(yield* ledger.head("a"), headOf("a", 3, head))
      yield* same(yield* ledger.events("a"), [eventOf("a", 1), eventOf("a", 2), eventOf("a", 3)])
    })
  },
  {
    name: "MUST keep text of every script to the letter",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const texts = [
        "𠮷野家𪚥",
        "é",
        "e\u0301",
        "‮abc‬",
        "阿卜杜拉·买买提",
        "ﬁ①Ａ",
        "🧑‍🤝‍🧑",
        "%_\\'\"`;--",
        "\u{10ffff}\u{2f800}",
        " a\tb\n"
      ]
      for (const [index, text] of texts.entries()) {
        const stream = `text-${index}-${text}`
        const fields = { username: text, usernameKey: text, source: text, state: text }
        const change = append(stream, { claim: [text], head: fields })
        const events = [eventOf(stream, 1, { actor: text, body: text })]
        yield* same(yield* ledger.commit([{ ...keyed(text, { ...change, events }) }]), [committed])
        yield* same(yield* ledger.head(stream), headOf(stream, 1, fields))
        yield* same(yield* ledger.events(stream), events)
        yield* same(yield* ledger.claimOwner(text), stream)
        yield* same((yield* ledger.answered(text))?.answer, `answer to ${text}`)
        yield* same(
          (yield* ledger.byUsername(text)).map((head) => head.stream),
          [stream]
        )
      }
    })
  },
  {
    name: "MUST refuse a commit that was decided on an old version, and say whose",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a"))])
      yield* ledger.commit([commitOf(append("a", { expected: 1 }))])
      const late = append("a", { expected: 1, events: 2, head: { role: "administrator" } })
      yield* same(yield* ledger.commit([commitOf(late)]), [conflict("a")])
      yield* same(yield* ledger.head("a"), headOf("a", 2))
      yield* same((yield* ledger.events("a")).length, 2)
    })
  },
  {
    name: "MUST NOT begin a stream that has begun",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a"))])
      yield* same(yield* ledger.commit([commitOf(append("a", { head: { role: "operator" } }))]), [conflict("a")])
      yield* same(yield* ledger.head("a"), headOf("a", 1))
    })
  },
  {
    name: "MUST NOT go on with a stream that has not begun, or from a version it has not reached",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* same(yield* ledger.commit([commitOf(append("a", { expected: 1 }))]), [conflict("a")])
      yield* same(yield* ledger.head("a"), undefined)
      yield* ledger.commit([commitOf(append("a"))])
      yield* same(yield* ledger.commit([commitOf(append("a", { expected: 2 }))]), [conflict("a")])
    })
  },
  {
    name: "MUST let an append of a commit see the appends before it",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const twice = [append("a"), append("a", { expected: 1 })]
      yield* same(yield* ledger.commit([commitOf(...twice)]), [committed])
      yield* same(yield* ledger.head("a"), headOf("a", 2))
      const level = [append("a", { expected: 2 }), append("a", { expected: 2 })]
      yield* same(yield* ledger.commit([commitOf(...level)]), [conflict("a")])
    })
  },
  {
    name: "MUST NOT keep any part of a commit of which one stream was at another version",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a"))])
      const both = [append("b", { claim: ["claim of b"] }), append("a", { expected: 7, claim: ["claim of a"] })]
      yield* same(yield* ledger.commit([keyed("key", ...both)]), [conflict("a")])
      yield* expectNothingOf("b", "claim of b", "key")
      yield* same(yield* ledger.claimOwner("claim of a"), undefined)
    })
  },
  {
    name: "MUST NOT keep any part of a commit of which the last claim was held",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["held", "given up"] }))])
      const appends = [
        append("a", { expected: 1, release: ["given up"] }),
        append("b", { claim: ["given up"] }),
        append("c", { claim: ["free", "held"] })
      ]
      yield* same(yield* ledger.commit([keyed("key", ...appends)]), [
        CommitOutcome.ClaimHeld({ claim: "held", owner: "a" })
      ])
      yield* expectNothingOf("b", "free", "key")
      yield* same(yield* ledger.claimOwner("given up"), "a")
      yield* same(yield* ledger.head("a"), headOf("a", 1))
      yield* same(yield* ledger.head("c"), undefined)
    })
  },
  {
    name: "MUST answer every commit of a batch by itself",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const outcomes = yield* ledger.commit([
        keyed("first", append("a", { claim: ["claim"] })),
        commitOf(append("b", { claim: ["claim"] })),
        commitOf(append("c", { expected: 3 })),
        keyed("first", append("d")),
        commitOf(append("e"))
      ])
      yield* same(outcomes, [
        committed,
        CommitOutcome.ClaimHeld({ claim: "claim", owner: "a" }),
        conflict("c"),
        CommitOutcome.AlreadyDone({ request: "request of first", answer: "answer to first" }),
        committed
      ])
      const heads = yield* Effect.forEach(["a", "b", "c", "d", "e"], ledger.head)
      yield* same(
        heads.map((head) => head?.stream),
        ["a", undefined, undefined, undefined, "e"]
      )
    })
  },
  {
    name: "MUST let a commit of a batch build on the one before it",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const outcomes = yield* ledger.commit([
        commitOf(append("a", { claim: ["claim"] })),
        commitOf(append("a", { expected: 1, release: ["claim"] })),
        commitOf(append("b", { claim: ["claim"] }))
      ])
      yield* same(outcomes, [committed, committed, committed])
      yield* same(yield* ledger.head("a"), headOf("a", 2))
      yield* same(yield* ledger.claimOwner("claim"), "b")
    })
  }
]

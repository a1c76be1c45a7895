import { CommitOutcome, Ledger } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "../Case.js"
import { same } from "../Violation.js"
import { append, commitOf, keyed } from "./rows.js"

const committed = CommitOutcome.Committed()
const heldBy = (owner: string) => CommitOutcome.ClaimHeld({ claim: "claim", owner })
const done = (key: string) => CommitOutcome.AlreadyDone({ request: `request of ${key}`, answer: `answer to ${key}` })

/** Unique keys, and commands that are sent twice. */
export const claims: ReadonlyArray<Case<Ledger>> = [
  {
    name: "MUST give a claim to one stream, and name its owner to the next",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* same(yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))]), [committed])
      yield* same(yield* ledger.commit([commitOf(append("b", { claim: ["claim"] }))]), [heldBy("a")])
      yield* same(yield* ledger.claimOwner("claim"), "a")
      yield* same(yield* ledger.head("b"), undefined)
    })
  },
  {
    name: "MUST let a stream claim what it holds already",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      yield* same(yield* ledger.commit([commitOf(append("a", { expected: 1, claim: ["claim"] }))]), [committed])
      yield* same(yield* ledger.claimOwner("claim"), "a")
    })
  },
  {
    name: "MUST tell claims apart by case, width and accent",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const claims = ["document:abc", "document:ABC", "document:ａｂｃ", "document:äbc", "document:abc "]
      for (const [index, claim] of claims.entries()) {
        yield* same(yield* ledger.commit([commitOf(append(`s${index}`, { claim: [claim] }))]), [committed])
      }
    })
  },
  {
    name: "MUST free a claim that is let go",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim", "kept"] }))])
      yield* ledger.commit([commitOf(append("a", { expected: 1, release: ["claim"] }))])
      yield* same(yield* ledger.claimOwner("claim"), undefined)
      yield* same(yield* ledger.claimOwner("kept"), "a")
      yield* same(yield* ledger.commit([commitOf(append("b", { claim: ["claim"] }))]), [committed])
      yield* same(yield* ledger.claimOwner("claim"), "b")
    })
  },
  {
    name: "MUST move a claim within one commit, whichever stream comes first",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      const over = [append("b", { claim: ["claim"] }), append("a", { expected: 1, release: ["claim"] })]
      yield* same(yield* ledger.commit([commitOf(...over)]), [committed])
      yield* same(yield* ledger.claimOwner("claim"), "b")
      const back = [append("b", { expected: 1, release: ["claim"] }), append("a", { expected: 2, claim: ["claim"] })]
      yield* same(yield* ledger.commit([commitOf(...back)]), [committed])
      yield* same(yield* ledger.claimOwner("claim"), "a")
    })
  },
  {
    name: "MUST NOT free a claim on behalf of a stream that does not hold it",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      yield* ledger.commit([commitOf(append("b", { release: ["claim"] }))])
      yield* same(yield* ledger.claimOwner("claim"), "a")
      const robbery = [append("c", { release: ["claim"] }), append("d", { claim: ["claim"] })]
      yield* same(yield* ledger.commit([commitOf(...robbery)]), [heldBy("a")])
    })
  },
  {
    name: "MUST NOT give a claim to two streams of one commit",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const both = [append("a", { claim: ["claim"] }), append("b", { claim: ["claim"] })]
      yield* same(yield* ledger.commit([commitOf(...both)]), [heldBy("a")])
      yield* same(yield* ledger.claimOwner("claim"), undefined)
      yield* same(yield* ledger.head("a"), undefined)
    })
  },
  {
    name: "MUST do a command with a known key once, and repeat the answer it gave",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* same(yield* ledger.commit([keyed("key", append("a"))]), [committed])
      yield* same(yield* ledger.answered("key"), { request: "request of key", answer: "answer to key" })
      const again = {
        ...keyed("key", append("b")),
        idempotency: { key: "key", request: "other", answer: "other", at: 1 }
      }
      yield* same(yield* ledger.commit([again]), [done("key")])
      yield* same(yield* ledger.answered("key"), { request: "request of key", answer: "answer to key" })
      yield* same(yield* ledger.head("b"), undefined)
    })
  },
  {
    name: "MUST recognise a command that is repeated after it happened, before looking at its version and claims",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const command = keyed("key", append("a", { claim: ["claim"] }))
      yield* ledger.commit([command])
      yield* ledger.commit([commitOf(append("a", { expected: 1, release: ["claim"] }))])
      yield* ledger.commit([commitOf(append("b", { claim: ["claim"] }))])
      yield* same(yield* ledger.commit([command]), [done("key")])
    })
  },
  {
    name: "MUST NOT keep the key of a command that was refused",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      yield* same(yield* ledger.commit([keyed("key", append("b", { claim: ["claim"] }))]), [heldBy("a")])
      yield* same(yield* ledger.answered("key"), undefined)
      yield* same(yield* ledger.commit([keyed("key", append("b"))]), [committed])
    })
  },
  {
    name: "MUST keep the first value of a fact about the store",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* same(yield* ledger.keepMeta("fact", "first"), "first")
      yield* same(yield* ledger.keepMeta("fact", "second"), "first")
      yield* same(yield* ledger.meta("fact"), "first")
      yield* same(yield* ledger.meta("other"), undefined)
    })
  }
]

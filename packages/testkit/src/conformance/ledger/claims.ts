import { CommitOutcome, Ledger } from "@single-window/core"
import * as Effect from "effect/Effect"
import { expect } from "vitest"
import type { Case } from "../Case.js"
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
      expect(yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])).toEqual([committed])
      expect(yield* ledger.commit([commitOf(append("b", { claim: ["claim"] }))])).toEqual([heldBy("a")])
      expect(yield* ledger.claimOwner("claim")).toBe("a")
      expect(yield* ledger.head("b")).toBeUndefined()
    })
  },
  {
    name: "MUST let a stream claim what it holds already",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      expect(yield* ledger.commit([commitOf(append("a", { expected: 1, claim: ["claim"] }))])).toEqual([committed])
      expect(yield* ledger.claimOwner("claim")).toBe("a")
    })
  },
  {
    name: "MUST tell claims apart by case, width and accent",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const claims = ["document:abc", "document:ABC", "document:ａｂｃ", "document:äbc", "document:abc "]
      for (const [index, claim] of claims.entries()) {
        expect(yield* ledger.commit([commitOf(append(`s${index}`, { claim: [claim] }))])).toEqual([committed])
      }
    })
  },
  {
    name: "MUST free a claim that is let go",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim", "kept"] }))])
      yield* ledger.commit([commitOf(append("a", { expected: 1, release: ["claim"] }))])
      expect(yield* ledger.claimOwner("claim")).toBeUndefined()
      expect(yield* ledger.claimOwner("kept")).toBe("a")
      expect(yield* ledger.commit([commitOf(append("b", { claim: ["claim"] }))])).toEqual([committed])
      expect(yield* ledger.claimOwner("claim")).toBe("b")
    })
  },
  {
    name: "MUST move a claim within one commit, whichever stream comes first",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      const over = [append("b", { claim: ["claim"] }), append("a", { expected: 1, release: ["claim"] })]
      expect(yield* ledger.commit([commitOf(...over)])).toEqual([committed])
      expect(yield* ledger.claimOwner("claim")).toBe("b")
      const back = [append("b", { expected: 1, release: ["claim"] }), append("a", { expected: 2, claim: ["claim"] })]
      expect(yield* ledger.commit([commitOf(...back)])).toEqual([committed])
      expect(yield* ledger.claimOwner("claim")).toBe("a")
    })
  },
  {
    name: "MUST NOT free a claim on behalf of a stream that does not hold it",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      yield* ledger.commit([commitOf(append("b", { release: ["claim"] }))])
      expect(yield* ledger.claimOwner("claim")).toBe("a")
      const robbery = [append("c", { release: ["claim"] }), append("d", { claim: ["claim"] })]
      expect(yield* ledger.commit([commitOf(...robbery)])).toEqual([heldBy("a")])
    })
  },
  {
    name: "MUST NOT give a claim to two streams of one commit",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const both = [append("a", { claim: ["claim"] }), append("b", { claim: ["claim"] })]
      expect(yield* ledger.commit([commitOf(...both)])).toEqual([heldBy("a")])
      expect(yield* ledger.claimOwner("claim")).toBeUndefined()
      expect(yield* ledger.head("a")).toBeUndefined()
    })
  },
  {
    name: "MUST do a command with a known key once, and repeat the answer it gave",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      expect(yield* ledger.commit([keyed("key", append("a"))])).toEqual([committed])
      expect(yield* ledger.answered("key")).toEqual({ request: "request of key", answer: "answer to key" })
      const again = {
        ...keyed("key", append("b")),
        idempotency: { key: "key", request: "other", answer: "other", at: 1 }
      }
      expect(yield* ledger.commit([again])).toEqual([done("key")])
      expect(yield* ledger.answered("key")).toEqual({ request: "request of key", answer: "answer to key" })
      expect(yield* ledger.head("b")).toBeUndefined()
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
      expect(yield* ledger.commit([command])).toEqual([done("key")])
    })
  },
  {
    name: "MUST NOT keep the key of a command that was refused",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { claim: ["claim"] }))])
      expect(yield* ledger.commit([keyed("key", append("b", { claim: ["claim"] }))])).toEqual([heldBy("a")])
      expect(yield* ledger.answered("key")).toBeUndefined()
      expect(yield* ledger.commit([keyed("key", append("b"))])).toEqual([committed])
    })
  },
  {
    name: "MUST keep the first value of a fact about the store",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      expect(yield* ledger.keepMeta("fact", "first")).toBe("first")
      expect(yield* ledger.keepMeta("fact", "second")).toBe("first")
      expect(yield* ledger.meta("fact")).toBe("first")
      expect(yield* ledger.meta("other")).toBeUndefined()
    })
  }
]

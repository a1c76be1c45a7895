import { CommitOutcome, Ledger } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import type { Case } from "../Case.js"
import { expect, same, shown } from "../Violation.js"
import { append, commitOf, headOf } from "./rows.js"

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const atOnce = { concurrency: "unbounded" } as const

/** What holds when many ask at the same moment. */
export const concurrency: ReadonlyArray<Case<Ledger>> = [
  {
    name: "MUST let one of ten that decided on the same version win",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a"))])
      for (const round of numbers(10)) {
        const expected = (yield* ledger.head("a"))?.version ?? 0
        const outcomes = yield* Effect.forEach(
          numbers(10),
          (fiber) => ledger.commit([commitOf(append("a", { expected, head: { role: `${round}-${fiber}` } }))]),
          atOnce
        )
        const won = outcomes.flat().flatMap((outcome, fiber) => (outcome._tag === "Committed" ? [fiber] : []))
        yield* same(won.length, 1)
        yield* same(yield* ledger.head("a"), headOf("a", round + 2, { role: `${round}-${won[0]}` }))
        yield* same((yield* ledger.events("a")).length, round + 2)
      }
    })
  },
  {
    name: "MUST give a claim to one of ten that reach for it, and name that one to the others",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      for (const round of numbers(10)) {
        const claim = `claim ${round}`
        const outcomes = yield* Effect.forEach(
          numbers(10),
          (fiber) => ledger.commit([commitOf(append(`s${round}-${fiber}`, { claim: [claim] }))]),
          atOnce
        )
        const owner = (yield* ledger.claimOwner(claim)) ?? ""
        yield* expect(owner.startsWith(`s${round}-`), `${claim} belongs to ${shown(owner)}`)
        yield* same(
          outcomes,
          numbers(10).map((fiber) => [
            owner === `s${round}-${fiber}` ? CommitOutcome.Committed() : CommitOutcome.ClaimHeld({ claim, owner })
          ])
        )
        yield* same((yield* ledger.find({ limit: 20, usernamePrefix: `s${round}-` })).length, 1)
      }
    })
  },
  {
    name: "MUST give each of many callers the answers to its own commits",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("taken", { claim: ["taken"] }))])
      const answers = yield* Effect.forEach(
        numbers(60),
        (caller) =>
          ledger.commit(
            numbers((caller % 3) + 1).map((index) =>
              commitOf(
                append(`c${caller}-${index}`, {
                  expected: caller % 4 === 0 ? 9 : 0,
                  claim: caller % 5 === 0 ? ["taken"] : []
                })
              )
            )
          ),
        atOnce
      )
      for (const caller of numbers(60)) {
        yield* same(
          answers[caller],
          numbers((caller % 3) + 1).map((index) =>
            caller % 4 === 0
              ? CommitOutcome.Conflict({ stream: `c${caller}-${index}` })
              : caller % 5 === 0
                ? CommitOutcome.ClaimHeld({ claim: "taken", owner: "taken" })
                : CommitOutcome.Committed()
          )
        )
      }
    })
  },
  {
    name: "MUST NOT lose a caller's commit when another caller is interrupted",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const fibers = yield* Effect.forEach(numbers(30), (caller) =>
        Effect.fork(ledger.commit(numbers(3).map((index) => commitOf(append(`c${caller}-${index}`)))))
      )
      yield* Effect.yieldNow()
      const every3rd = fibers.filter((_, caller) => caller % 3 === 0)
      yield* Fiber.interruptAll(every3rd)
      for (const [caller, fiber] of fibers.entries()) {
        const exit = yield* Fiber.await(fiber)
        const heads = yield* Effect.forEach(numbers(3), (index) => ledger.head(`c${caller}-${index}`))
        const kept = heads.filter((head) => head !== undefined).length
        if (caller % 3 !== 0) {
          yield* same(exit, Exit.succeed(numbers(3).map(() => CommitOutcome.Committed())))
          yield* same(kept, 3)
        } else yield* expect(kept === 0 || kept === 3, `${kept} of 3 commits were kept`)
      }
      yield* same(yield* ledger.commit([commitOf(append("after"))]), [CommitOutcome.Committed()])
    })
  }
]

import { start } from "@single-window/testkit/wire/virtual-card"
import { Effect, Logger } from "effect"
import { describe, expect, it } from "vitest"
import { layer } from "../../src/pcsc-card/index.js"
import { cardOptions, challenge, said, slotOf, there, today, useReader } from "./desk.js"

const card = today.card("tongdaLegalPerson")
const COMMANDS = 8

/** Pulls the card at these commands, one after the other, in one of the two readers. */
const pulled = (which: 0 | 1, commands: ReadonlyArray<number>) =>
  Effect.gen(function* () {
    const { port, reader } = slotOf(which)
    const desk = yield* start({ port })
    const ask = Effect.provide(said(challenge(card.pin)), layer({ ...cardOptions, reader }))
    const seen: Array<object> = []
    yield* desk.insert(card)
    for (const at of commands) {
      const [before, sent] = [(yield* desk.received).length, yield* desk.pinsEntered]
      yield* desk.pullAt(at)
      const answer = yield* ask
      const reached = (yield* desk.received).length - before
      seen.push({ at, answer, reached, pins: (yield* desk.pinsEntered) - sent })
      yield* desk.insert(card)
    }
    const [again, tries] = [yield* ask, yield* desk.triesLeft(card)]
    return { seen, again, tries, commands: (yield* desk.received).length }
  }).pipe(Effect.scoped, Effect.provide(Logger.remove(Logger.defaultLogger)))

describe.skipIf(!there)("a card that is pulled out of a reader", () => {
  useReader()

  it("at any of the commands is missing, has lost no try, and works when it is back: in two readers at once", async () => {
    const both = await Effect.runPromise(
      Effect.all([pulled(0, [1, 3, 5, 7]), pulled(1, [2, 4, 6, 8])], { concurrency: 2 })
    )
    for (const { again, tries } of both) expect([again, tries]).toEqual([card.number, 3])
    const seen = both.flatMap((one) => one.seen)
    expect(seen).toHaveLength(COMMANDS)
    for (let at = 1; at <= COMMANDS; at++)
      expect(seen).toContainEqual({ at, answer: "CardMissing", reached: at, pins: at < 7 ? 0 : 1 })
  })
})

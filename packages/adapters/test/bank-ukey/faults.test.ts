import { type BankFault, BankSite, bankFaults } from "@single-window/testkit/wire/bank-site"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { kept, seeded } from "../frontDoor.js"
import { begin, complete, run, username } from "./atTheDoor.js"
import { codes } from "./site.js"

/** Nothing came back at all. */
const silent: Partial<Record<BankFault, string>> = {
  "never-returns": "Unavailable",
  "http-500": "Unavailable",
  "http-429": "Unavailable"
}

describe("what a bank, or somebody on the way back, can do wrong", () => {
  for (const bank of codes)
    it(`changes nothing at ${bank}: ${bankFaults.length} ways`, () =>
      run(
        Effect.gen(function* () {
          const actor = yield* seeded(username)
          const site = yield* BankSite
          for (const fault of bankFaults) {
            yield* site.fault(fault)
            const { listener } = yield* begin(actor, bank, {}, "150 millis")
            const before = yield* kept(username)
            const back = yield* Effect.either(listener.returned)
            const said = back._tag === "Left" ? back.left._tag : yield* complete(actor, back.right)
            // What cannot even be read does not end the waiting.
            expect(["BankReturnNotTrusted", "Unavailable"], `${fault} gave ${said}`).toContain(said)
            if (silent[fault] !== undefined) expect(said, fault).toBe(silent[fault])
            expect(yield* kept(username), fault).toEqual(before)
          }
          yield* site.fault(undefined)
          const { listener } = yield* begin(actor, bank)
          expect(yield* complete(actor, yield* listener.returned)).toBe("ok")
        })
      ))
})

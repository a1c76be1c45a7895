import { assert, describe, it } from "@effect/vitest"
import { type ChainEnd, follow, Ledger, layerMemory, SingleWindow, Store, Vault } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"

const acme = {
  name: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91350100M000100Y43",
  organizationCode: "M000100Y4",
  legalRepresentativeName: "张伟"
}
const holderOf = (number: string) => ({ name: "李娜", document: { type: "passport", number } })
const numbers = ["E12345678", "E12345679", "E12345670"]

/** Three accounts, one edited twice. */
const somethingHappened = Effect.gen(function* () {
  yield* TestClock.setTime(Date.UTC(2022, 4, 10, 1))
  for (const [index, number] of numbers.entries()) {
    yield* World.seed({ username: `user${index}`, source: "ciq", enterprise: acme, holder: holderOf(number) })
  }
  const door = yield* SingleWindow
  const actor = yield* door.actorFor("user0")
  yield* door.execute(actor, "EditHolder", { name: "李雷" })
  yield* door.execute(actor, "EditHolder", { document: { type: "passport", number: "E99999999" } })
})

/** A memory ledger with some of its answers changed. */
const meddledWith = (change: (ledger: Ledger["Type"]) => Partial<Ledger["Type"]>) =>
  Layer.effect(
    Ledger,
    Effect.map(Ledger, (ledger) => ({ ...ledger, ...change(ledger) }))
  ).pipe(Layer.provide(layerMemory))

describe("the journal alone leads to what is stored", () => {
  it.scoped("a store that nobody meddled with is equal to its journal", () =>
    Effect.gen(function* () {
      yield* somethingHappened
      const report = yield* (yield* Store).rebuild
      assert.deepStrictEqual(report, { accounts: 3, events: 5, equal: true, differing: [] })
    }).pipe(Effect.provide(World.singleWindow(World.make({}))))
  )

  it.scoped("an export holds no sealed body and verifies by itself", () =>
    Effect.gen(function* () {
      yield* somethingHappened
      const { digest } = yield* Vault
      const ends = new Map<string, ChainEnd>()
      let events = 0
      yield* Stream.runForEach((yield* Store).exportJournal, (event) =>
        Effect.sync(() => {
          assert.notProperty(event, "body")
          const next = follow(ends.get(event.stream), event, digest)
          assert.notProperty(next, "fault")
          ends.set(event.stream, { version: event.version, hash: event.hash })
          events++
        })
      )
      assert.strictEqual(events, 5)
    }).pipe(Effect.provide(World.singleWindow(World.make({}))))
  )

  it.scoped("a claim that was lost shows", () =>
    Effect.gen(function* () {
      yield* somethingHappened
      const report = yield* (yield* Store).rebuild
      assert.isFalse(report.equal)
      assert.deepStrictEqual(
        report.differing.map((difference) => difference.what),
        ["claims"]
      )
    }).pipe(
      Effect.provide(
        World.singleWindow(World.make({}), {
          ledger: meddledWith((ledger) => ({ claims: Stream.drop(ledger.claims, 1) }))
        })
      )
    )
  )

  it.scoped("a state that the journal does not lead to shows", () =>
    Effect.gen(function* () {
      yield* somethingHappened
      const report = yield* (yield* Store).rebuild
      assert.isFalse(report.equal)
      assert.deepStrictEqual(
        report.differing.map((difference) => difference.what),
        ["state", "row", "claims"]
      )
    }).pipe(
      Effect.provide(
        World.singleWindow(World.make({}), {
          ledger: meddledWith((ledger) => ({
            events: (stream) =>
              Effect.map(ledger.events(stream), (events) => (events.length > 2 ? events.slice(0, 2) : events))
          }))
        })
      )
    )
  )
})

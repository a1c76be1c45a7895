import { it } from "@effect/vitest"
import { Ledger } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import { Chunk, Effect, Fiber, Redacted, Ref, Stream } from "effect"
import { describe, expect } from "vitest"
import { outbox, publish, type Secret, verify, type WebhookOptions } from "../../src/webhook/index.js"
import { receiver } from "./receiver.js"

const secretOf = (letter: string): Secret => Redacted.make(`whsec_${Buffer.from(letter.repeat(32)).toString("base64")}`)
const secret = secretOf("a")
const secrets = Effect.succeed([secret])

const enterprise = Personas.enterpriseOf("tongda")
const holder = Personas.holderOf("zhangWei")
/** As many accounts as asked for, each an entry of the journal. */
const accounts = (count: number, from = 0) =>
  Effect.forEach(
    Array.from({ length: count }, (_, index) => from + index),
    (index) => {
      const document = { ...holder.document, number: `1199991980061${String(index).padStart(5, "0")}` }
      return World.seed({
        username: `canary${index}`,
        enterprise,
        holder: { ...holder, document },
        mobile: "13800000001"
      })
    },
    { discard: true }
  )

const outside = World.singleWindow(Personas.personasWorld)
const quick = { secrets, after: 0, wait: 5, mostWait: 20 } satisfies Partial<WebhookOptions>
const positions = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe("the outbox", () => {
  it.effect("gives from every position what comes after it, in order", () =>
    Effect.gen(function* () {
      yield* accounts(30)
      for (const batch of [1, 7, 100]) {
        for (let after = 0; after <= 30; after++) {
          const read = yield* Stream.runCollect(outbox({ after, batch }))
          expect([...read].map(({ position }) => position)).toEqual(positions(after + 1, 30))
        }
      }
    }).pipe(Effect.provide(outside))
  )

  it.effect("says that something happened, and nothing of what was said", () =>
    Effect.gen(function* () {
      yield* accounts(1)
      const [notice] = yield* Stream.runCollect(outbox({ after: 0 }))
      const [row] = yield* Stream.runCollect((yield* Ledger).journal(0))
      expect(notice).toEqual({
        position: 1,
        stream: row?.stream,
        version: 1,
        event: "AccountTakenOver",
        at: "1970-01-01T00:00:00.000Z",
        actor: "system",
        hash: row?.hash
      })
      const text = JSON.stringify(notice)
      const personal = ["canary", holder.name, "1199991980061", enterprise.name, "13800000001", row?.body ?? ""]
      expect(personal.filter((value) => text.includes(value))).toEqual([])
    }).pipe(Effect.provide(outside))
  )

  it.live("goes on when the journal does", () =>
    Effect.gen(function* () {
      yield* accounts(3)
      const fiber = yield* Effect.fork(Stream.runCollect(Stream.take(outbox({ after: 1, every: 5 }), 4)))
      yield* Effect.sleep(20)
      yield* accounts(2, 3)
      yield* accounts(1, 5)
      expect([...(yield* Fiber.join(fiber))].map(({ position }) => position)).toEqual([2, 3, 4, 5])
    }).pipe(Effect.provide(outside))
  )
})

describe("the webhook", () => {
  it.scopedLive("delivers everything in order, signed, and says how far it came", () =>
    Effect.gen(function* () {
      yield* accounts(25)
      const { received, url } = yield* receiver()
      const reached = yield* Stream.runCollect(publish({ ...quick, url, batch: 10 }))
      expect([...reached]).toEqual([10, 20, 25])
      expect(received.flatMap(({ notices }) => notices.map(({ position }) => position))).toEqual(positions(1, 25))
      for (const delivery of received) expect(verify(delivery, { secrets: [secret], now: Date.now() })).toBe(true)
      expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([
        "journal_1-10",
        "journal_11-20",
        "journal_21-25"
      ])
    }).pipe(Effect.provide(outside))
  )

  it.scopedLive("tries again after any failure, under the same id, and loses and reorders nothing", () =>
    Effect.gen(function* () {
      yield* accounts(6)
      const { received, url } = yield* receiver(
        500,
        "reset",
        302,
        404,
        "silence",
        { status: 429, retryAfter: "60" },
        204,
        503
      )
      const reached = yield* Stream.runCollect(publish({ ...quick, url, batch: 3, deadline: 60 }))
      expect([...reached]).toEqual([3, 6])
      const ids = received.map(({ headers }) => headers["webhook-id"])
      expect(ids).toEqual([...Array(7).fill("journal_1-3"), "journal_4-6", "journal_4-6"])
      for (const delivery of received) expect(verify(delivery, { secrets: [secret], now: Date.now() })).toBe(true)
    }).pipe(Effect.provide(outside))
  )

  it.scopedLive("goes on after the position that its caller kept, whatever stopped it", () =>
    Effect.gen(function* () {
      yield* accounts(40)
      const { received, url, whims } = yield* receiver()
      const kept = yield* Ref.make(0)
      for (let life = 0; (yield* Ref.get(kept)) < 40; life++) {
        whims.splice(0, whims.length, ...(life % 2 === 0 ? ([204, "silence"] as const) : []))
        const patience = life % 2 === 0 ? { deadline: 50, tries: 1 } : {}
        yield* publish({ ...quick, ...patience, url, batch: 4, after: yield* Ref.get(kept) }).pipe(
          Stream.runForEach((position) => Ref.set(kept, position)),
          Effect.catchTag("WebhookUndelivered", () => Effect.void)
        )
      }
      const seen = received.flatMap(({ notices }) => notices.map(({ position }) => position))
      expect([...new Set(seen)]).toEqual(positions(1, 40))
      expect(seen.length).toBeGreaterThan(40)
    }).pipe(Effect.provide(outside))
  )

  it.scopedLive("changes its secret without a stop", () =>
    Effect.gen(function* () {
      yield* accounts(6)
      const [old, fresh] = [secretOf("a"), secretOf("b")]
      const held = yield* Ref.make<ReadonlyArray<Secret>>([old])
      const { received, url } = yield* receiver()
      const change = (position: number) => Ref.set(held, position === 2 ? [fresh, old] : [fresh])
      yield* publish({ ...quick, secrets: Ref.get(held), url, batch: 2 }).pipe(Stream.runForEach(change))
      const by = (secret: Secret) =>
        received.map((delivery) => verify(delivery, { secrets: [secret], now: Date.now() }))
      expect(by(old)).toEqual([true, true, false])
      expect(by(fresh)).toEqual([false, true, true])
    }).pipe(Effect.provide(outside))
  )

  it.scopedLive("says where it gave up: after its tries, or when the receiver is gone", () =>
    Effect.gen(function* () {
      yield* accounts(4)
      const failing = yield* receiver(204, 500, 500, 500)
      const first = yield* Effect.flip(Stream.runDrain(publish({ ...quick, url: failing.url, batch: 2, tries: 3 })))
      expect(first).toMatchObject({ _tag: "WebhookUndelivered", position: 2, reason: "HTTP 500" })
      expect(failing.received).toHaveLength(4)
      const gone = yield* receiver(410)
      const second = yield* Effect.flip(Stream.runDrain(publish({ ...quick, url: gone.url })))
      expect(second).toMatchObject({ _tag: "WebhookUndelivered", position: 0 })
      expect(gone.received).toHaveLength(1)
    }).pipe(Effect.provide(outside))
  )

  it.scopedLive("sends nothing unsigned, and nothing in the clear over a network", () =>
    Effect.gen(function* () {
      yield* accounts(1)
      const { received, url } = yield* receiver()
      const weak = Effect.succeed([Redacted.make("whsec_c2hvcnQ=")])
      const unsigned = yield* Effect.flip(Stream.runDrain(publish({ ...quick, url, secrets: weak, tries: 2 })))
      expect(unsigned).toMatchObject({ position: 0, reason: expect.stringContaining("secret") })
      expect(received).toEqual([])
      for (const address of ["http://hooks.example/", "ftp://127.0.0.1/", "hooks", ""]) {
        const refused = yield* Effect.flip(Stream.runDrain(publish({ ...quick, url: address })))
        expect(refused).toMatchObject({ _tag: "WebhookUndelivered", reason: expect.stringContaining("https") })
      }
    }).pipe(Effect.provide(outside))
  )

  it.scopedLive("carries ten thousand notices in a hundred deliveries", () =>
    Effect.gen(function* () {
      const rows = Array.from({ length: 10_000 }, (_, index) => ({
        position: index + 1,
        stream: "acct-synthetic",
        version: index + 1,
        tag: "HolderEdited",
        at: index,
        actor: "staff:somebody/clerk",
        body: "sealed",
        previous: "",
        hash: "h"
      }))
      const ledger = yield* Ledger
      const { received, url } = yield* receiver()
      const long = { ...ledger, journal: (position: number) => Stream.fromIterable(rows.slice(position)) }
      const began = performance.now()
      const reached = yield* Stream.runCollect(publish({ ...quick, url })).pipe(Effect.provideService(Ledger, long))
      const seconds = (performance.now() - began) / 1000
      expect(Chunk.toReadonlyArray(reached).at(-1)).toBe(10_000)
      expect(received).toHaveLength(100)
      process.stdout.write(`webhook: ${Math.round(10_000 / seconds)} notices a second over loopback\n`)
    }).pipe(Effect.provide(outside))
  )
})

import { readdirSync, readFileSync } from "node:fs"
import type { CardReader } from "@single-window/core"
import { makeEportCard } from "@single-window/testkit/wire/authority"
import { start, VirtualCard } from "@single-window/testkit/wire/virtual-card"
import { Duration, Effect, Fiber, Logger } from "effect"
import { afterEach, describe, expect, it, vi } from "vitest"
import { layer, type PcscCardOptions, probe } from "../../src/pcsc-card/index.js"
import { connect } from "../../src/pcsc-card/Session.js"
import { before2022, cardOptions, challenge, readerLayer, said, slotOf, there, today, useReader } from "./desk.js"

const card = today.card("tongdaLegalPerson")

const run = <A, E>(
  act: (desk: VirtualCard["Type"]) => Effect.Effect<A, E, VirtualCard | CardReader>,
  ...made: Parameters<typeof readerLayer>
) => Effect.runPromise(Effect.provide(Effect.flatMap(VirtualCard, act), readerLayer(...made)))

/** The programs of ours that hold a reader, by their process ids. */
const holding = (): ReadonlyArray<number> =>
  readdirSync("/proc").flatMap((name) => {
    try {
      const parent = / [A-Z] (\d+) /.exec(readFileSync(`/proc/${name}/stat`, "latin1"))?.[1]
      const ours = readFileSync(`/proc/${name}/cmdline`, "latin1").includes("pcsc-card/program")
      return ours && Number(parent) === process.pid ? [Number(name)] : []
    } catch {
      return []
    }
  })

const asked = (change: Partial<PcscCardOptions>) =>
  said(challenge(card.pin)).pipe(
    Effect.provide(layer({ ...cardOptions, ...change })),
    Effect.provide(Logger.remove(Logger.defaultLogger))
  )

describe.skipIf(!there)("a card in a reader", () => {
  useReader()
  afterEach(() => {
    expect(holding()).toEqual([])
  })

  it("that hangs is given up at the deadline, and holds up nothing else; pulled and put back, it works", async () => {
    const deadline = 900
    await run(
      (desk) =>
        Effect.gen(function* () {
          yield* desk.insert(card)
          yield* desk.fault("silence", "read")
          let [lag, last] = [0, performance.now()]
          const beat = setInterval(() => {
            const now = performance.now()
            ;[lag, last] = [Math.max(lag, now - last), now]
          }, 20)
          const [took, answer] = yield* Effect.timed(said(challenge(card.pin)))
          clearInterval(beat)
          expect(answer).toBe("Unavailable")
          expect(Duration.toMillis(took)).toBeLessThan(deadline + 1_500)
          expect(lag).toBeLessThan(500)
          expect(holding()).toEqual([])
          yield* desk.fault(undefined)
          // The reader itself still waits for the card.
          expect(yield* said(challenge(card.pin))).toBe("Unavailable")
          yield* desk.insert(card)
          expect(yield* said(challenge(card.pin))).toBe(card.number)
          expect([yield* desk.pinsEntered, yield* desk.triesLeft(card)]).toEqual([1, 3])
        }),
      {},
      (options) => ({ ...options, deadline })
    )
  })

  it("is let go of, reset, by whoever is interrupted, and by a program that is killed", () =>
    run((desk) =>
      Effect.gen(function* () {
        yield* desk.insert(card)
        for (const end of ["interrupt", "kill"] as const) {
          const before = (yield* desk.received).length
          const fiber = yield* Effect.fork(said(challenge(card.pin)))
          while ((yield* desk.received).length < before + 2) yield* Effect.sleep("5 millis")
          if (end === "interrupt") yield* Fiber.interrupt(fiber)
          else for (const id of holding()) process.kill(id, "SIGKILL")
          if (end === "kill") expect(yield* Fiber.join(fiber)).toBe("Unavailable")
          expect(holding()).toEqual([])
          expect(yield* said(challenge(card.pin))).toBe(card.number)
        }
        expect(yield* desk.pinsEntered).toBe(2)
      })
    ))

  it("that another program has is not waited for long, and is asked once it is free", () =>
    run((desk) =>
      Effect.gen(function* () {
        yield* desk.insert(card)
        yield* Effect.scoped(
          Effect.gen(function* () {
            yield* connect(slotOf().reader)
            expect(yield* said(challenge(card.pin))).toBe("Unavailable")
            expect(yield* desk.pinsEntered).toBe(0)
          })
        )
        expect(yield* said(challenge(card.pin))).toBe(card.number)
      })
    ))

  it("is found without the reader's name, unless another reader holds a card too", () =>
    run((desk) =>
      Effect.gen(function* () {
        const nameless = asked({ reader: undefined })
        yield* desk.insert(card)
        expect(yield* nameless).toBe(card.number)
        yield* Effect.scoped(
          Effect.gen(function* () {
            const second = yield* start({ port: slotOf(1).port })
            yield* second.insert(today.card("xinghaiOperator"))
            expect(yield* nameless).toBe("Unavailable")
            expect(yield* second.pinsEntered).toBe(0)
          })
        )
        expect(yield* asked({ reader: "ACS ACR39U 00 00" })).toBe("CardReaderMissing")
        expect(yield* desk.pinsEntered).toBe(1)
      })
    ))

  it("brings a certificate of any length, RSA too, in one piece or in many", async () => {
    const long = makeEportCard(
      before2022.authority,
      { ...before2022.card("tongdaLegalPerson").says, enterpriseName: "示例".repeat(90), serial: "0a" },
      { key: "rsa-sha256" }
    )
    expect(long.certificate.length).toBeGreaterThan(1_200)
    const reads = async (extendedLength: boolean) =>
      run(
        (desk) =>
          Effect.gen(function* () {
            yield* desk.insert(long)
            expect(yield* said(challenge(long.pin))).toBe(long.number)
            return (yield* desk.received).filter(({ command }) => command === "read").length
          }),
        { layout: { extendedLength, holder: undefined } },
        (options) => ({ ...options, profile: { extendedLength, holder: null } })
      )
    expect(await reads(true)).toBe(1)
    expect(await reads(false)).toBe(Math.ceil(long.certificate.length / 256))
  })

  it("gets the PIN in bytes that are wiped as soon as they are sent", async () => {
    const made: Array<Buffer> = []
    const verify = Buffer.from("0020008108", "hex")
    const alloc = vi.spyOn(Buffer, "alloc")
    const concat = vi.spyOn(Buffer, "concat")
    try {
      await run((desk) =>
        Effect.gen(function* () {
          yield* desk.insert(card)
          expect(yield* said(challenge(card.pin))).toBe(card.number)
        })
      )
      // The card, which is played in this process too, makes its bytes in other ways.
      for (const { value } of alloc.mock.results) if (value.length >= 8) made.push(value)
      for (const { value } of concat.mock.results) if (value.length === 13) made.push(value)
    } finally {
      vi.restoreAllMocks()
    }
    expect(made.some((bytes) => bytes.length === 13 || bytes.length === 18)).toBe(true)
    expect(made.filter((bytes) => bytes.includes(card.pin) || bytes.includes(verify))).toEqual([])
  })

  it("is examined without a PIN", () =>
    run((desk) =>
      Effect.gen(function* () {
        yield* desk.insert(card)
        yield* probe(cardOptions)
        expect((yield* desk.received).map(({ command }) => command)).toEqual(["select"])
        yield* desk.remove
        expect(yield* Effect.flip(probe(cardOptions))).toMatchObject({ _tag: "CardMissing" })
      })
    ))

  it("is not there for want of the service, which is what R-44's control is here", async () => {
    process.env.PCSCLITE_CSOCK_NAME = "/nowhere/pcscd.comm"
    try {
      expect(await Effect.runPromise(asked({}))).toBe("CardControlMissing")
    } finally {
      delete process.env.PCSCLITE_CSOCK_NAME
    }
  })
})

import { inspect } from "node:util"
import type { PcscCardOptions } from "@single-window/adapters/pcsc-card"
import { CardReader } from "@single-window/core"
import { VirtualCard, type VirtualCardOptions } from "@single-window/testkit/wire/virtual-card"
import { Effect, HashMap, Logger, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { over } from "../../src/pcsc-card/layer.js"
import { before2022, cardOptions, challenge, inHand, inHandLayer, said, today } from "./desk.js"

const card = today.card("tongdaLegalPerson")

const withCard = <A, E>(
  act: (desk: VirtualCard["Type"]) => Effect.Effect<A, E, VirtualCard | CardReader>,
  made: VirtualCardOptions = {},
  change: (options: PcscCardOptions) => PcscCardOptions = (options) => options
) =>
  Effect.runPromise(
    Effect.flatMap(VirtualCard, (desk) => Effect.zipRight(desk.insert(card), act(desk))).pipe(
      Effect.provide(inHandLayer(made, change))
    )
  )

/** The whole refusal, where its facts matter. */
const answer = (pin: string) =>
  Effect.flatMap(CardReader, (reader) =>
    Effect.match(reader.authenticate(challenge(pin)), {
      onSuccess: ({ number }) => ({ number }),
      onFailure: (refused) => refused
    })
  )

describe("one user action", () => {
  it("is one session: applet, certificate, holder, tries, one PIN, one signature, and the card is reset", async () => {
    const received = await withCard((desk) => Effect.zipRight(said(challenge(card.pin)), desk.received))
    const instructions = received.map(({ instruction }) => instruction.toString(16))
    expect(instructions).toEqual(["a4", "b0", "b0", "b0", "b0", "20", "20", "2a"])
    const verified = await withCard((desk) =>
      Effect.zipRight(
        said(challenge(card.pin)),
        Effect.promise(() => desk.transmit(Buffer.from("00A404000AF053574341524400000100", "hex"))).pipe(
          Effect.zipRight(Effect.promise(() => desk.transmit(Buffer.from("0020008100".slice(0, 8), "hex"))))
        )
      )
    )
    expect(verified?.toString("hex")).toBe("63c3")
  })

  it("sends no PIN that cannot be one", async () => {
    for (const pin of ["", "1", "1234567", "123456789", "1234 678", "１２３４５６７８", "12345\u0000678"]) {
      const seen = await withCard((desk) => Effect.all([said(challenge(pin)), desk.received, desk.triesLeft(card)]))
      expect(seen, JSON.stringify(pin)).toEqual(["CardPinWrong", [], 3])
    }
  })

  it("waits for the one before it: two at once use the card one after the other", async () => {
    const seen = await withCard((desk) =>
      Effect.flatMap(
        Effect.all([said(challenge(card.pin)), said(challenge(card.pin))], { concurrency: "unbounded" }),
        (answers) => Effect.map(desk.received, (received) => ({ answers, received }))
      )
    )
    expect(seen.answers).toEqual([card.number, card.number])
    const half = seen.received.length / 2
    expect(seen.received.slice(0, half)).toEqual(seen.received.slice(half))
  })

  it("asks the pad for a PIN where the command has none, and without a pad enters none", async () => {
    const pad = { pinPad: Effect.succeed(Redacted.make(card.pin)) }
    const once = (desk: VirtualCard["Type"]) => Effect.all([said(challenge()), desk.pinsEntered])
    expect(await withCard(once, {}, (options) => ({ ...options, ...pad }))).toEqual([card.number, 1])
    expect(await withCard(once)).toEqual(["Unavailable", 0])
  })

  it("gives a card that would be refused anyway no PIN", async () => {
    for (const [key, tag] of [
      ["tongdaForged", "CardNotTrusted"],
      ["tongdaExpired", "CardExpired"]
    ] as const) {
      const seen = await withCard((desk) =>
        Effect.zipRight(
          desk.insert(today.card(key)),
          Effect.all([said(challenge(today.card(key).pin)), desk.pinsEntered])
        )
      )
      expect(seen).toEqual([tag, 0])
    }
  })
})

describe("the tries", () => {
  const wrong = "00000001"

  it("are counted down aloud; the last is made only once it was announced, and the lock is final", async () => {
    const seen = await withCard((desk) =>
      Effect.all([
        answer(wrong),
        answer(wrong),
        answer(wrong),
        answer(card.pin),
        desk.pinsEntered,
        desk.triesLeft(card)
      ])
    )
    expect(seen).toMatchObject([
      { _tag: "CardPinWrong", attemptsLeft: 2 },
      { _tag: "CardPinWrong", attemptsLeft: 1 },
      { _tag: "CardPinLocked" },
      { _tag: "CardPinLocked" },
      3,
      0
    ])
  })

  it("of a card that comes with one left: the first entry is answered with the counter and sends nothing", async () => {
    const spent = (desk: VirtualCard["Type"]) => Effect.all([answer(wrong), answer(wrong)]).pipe(Effect.as(desk))
    const anew = (desk: VirtualCard["Type"], lastTry?: "allow") =>
      over(inHand(desk), { ...cardOptions, lastTry }).pipe(
        Effect.map((reader) =>
          Effect.match(reader.authenticate(challenge(card.pin)), {
            onSuccess: ({ number }) => ({ number }),
            onFailure: (refused) => refused
          })
        )
      )
    const seen = await withCard((desk) =>
      Effect.gen(function* () {
        yield* spent(desk)
        const another = yield* anew(desk)
        const [first, sent] = [yield* another, yield* desk.pinsEntered]
        return [first, sent, yield* another, yield* desk.pinsEntered, yield* desk.triesLeft(card)]
      })
    )
    expect(seen).toMatchObject([{ _tag: "CardPinWrong", attemptsLeft: 1 }, 2, { number: card.number }, 3, 3])
    const allowed = await withCard((desk) =>
      Effect.zipRight(
        spent(desk),
        Effect.flatMap(anew(desk, "allow"), (ask) => Effect.all([ask, desk.pinsEntered]))
      )
    )
    expect(allowed).toMatchObject([{ number: card.number }, 3])
  })

  it("that were announced of one card are not those of another", async () => {
    const other = today.card("xinghaiOperator")
    const seen = await withCard((desk) =>
      Effect.gen(function* () {
        yield* desk.insert(other)
        for (const pin of [wrong, wrong]) yield* answer(pin)
        yield* desk.insert(card)
        for (const pin of [wrong, wrong]) yield* answer(pin)
        yield* desk.insert(other)
        return [yield* answer(wrong), yield* desk.triesLeft(other)]
      })
    )
    expect(seen).toMatchObject([{ _tag: "CardPinWrong", attemptsLeft: 1 }, 1])
  })

  it("that were announced before an entry whose answer was lost are not announced any more", async () => {
    const seen = await withCard((desk) =>
      Effect.gen(function* () {
        for (const pin of [wrong, wrong]) yield* answer(pin)
        // The right PIN gives the card its tries back, but nobody hears of it; nor of the wrong ones after it.
        for (const pin of [card.pin, wrong, wrong]) {
          yield* desk.pullAt(7)
          yield* answer(pin)
          yield* desk.insert(card)
        }
        const [before, sent] = [yield* desk.triesLeft(card), yield* desk.pinsEntered]
        return [before, yield* answer(wrong), (yield* desk.pinsEntered) - sent]
      })
    )
    expect(seen).toMatchObject([1, { _tag: "CardPinWrong", attemptsLeft: 1 }, 0])
  })

  it("are not known of a card that does not tell them, which is asked for nothing but the PIN", async () => {
    const seen = await withCard(
      (desk) => Effect.all([answer(wrong), answer(card.pin), desk.received]),
      { layout: { countable: false } },
      (options) => ({ ...options, profile: { pin: { countable: false } } })
    )
    expect(seen.slice(0, 2)).toMatchObject([{ _tag: "CardPinWrong", attemptsLeft: 2 }, { number: card.number }])
    expect(seen[2].filter(({ instruction }) => instruction === 0x20)).toHaveLength(2)
  })
})

describe("a card of another make", () => {
  const ways: ReadonlyArray<readonly [string, VirtualCardOptions["layout"], PcscCardOptions["profile"]]> = [
    ["commands of extended length", { extendedLength: true }, { extendedLength: true }],
    ["answers to be fetched (61xx)", { fetch: true }, {}],
    ["only the exact length (6Cxx)", { exactLength: true }, {}],
    ["a text to sign", { input: "text" }, { sign: { input: "text" } }],
    ["signatures in DER", { signatureForm: "der" }, {}],
    [
      "files by two bytes",
      { certificate: { fid: "2F01" }, holder: { fid: "2F02" } },
      {
        certificate: { fid: "2F01" },
        holder: { file: { fid: "2F02" } }
      }
    ],
    ["no holder file", { holder: undefined }, { holder: null }],
    [
      "another applet, another PIN",
      { applet: "A000000001", pinReference: 1 },
      { applet: "A000000001", pin: { reference: "01" } }
    ]
  ]
  for (const [what, layout, profile] of ways)
    for (const [made, by] of [
      ["SM2", today],
      ["RSA", before2022]
    ] as const)
      it(`is read by its profile: ${what}, ${made}`, async () => {
        const seen = await withCard(
          (desk) =>
            Effect.zipRight(desk.insert(by.card("tongdaOperator")), said(challenge(by.card("tongdaOperator").pin))),
          { layout: layout ?? {} },
          (options) => ({ ...options, ...(profile === undefined ? {} : { profile }) })
        )
        expect(seen).toBe(today.card("tongdaOperator").number)
      })

  it("without the applet is not trusted, and one whose holder file says something else neither", async () => {
    const seen = (profile: PcscCardOptions["profile"]) =>
      withCard(
        (desk) => Effect.all([said(challenge(card.pin)), desk.pinsEntered]),
        {},
        (options) => ({ ...options, profile })
      )
    expect(await seen({ applet: "A000000001" })).toEqual(["CardNotTrusted", 0])
    // The tags are exchanged: the name stands where the number is looked for.
    expect(await seen({ holder: { tags: { number: "5F20" } } })).toEqual(["CardNotTrusted", 1])
  })
})

describe("the PIN", () => {
  it("is in no log, no error and no answer, whatever goes wrong", async () => {
    const canary = "Zq7#kW2!"
    const traces: Array<string> = []
    const logger = Logger.make(({ annotations, cause, message }) => {
      traces.push(inspect([message, HashMap.toEntries(annotations), cause], { depth: 20, showHidden: true }))
    })
    await withCard((desk) =>
      Effect.gen(function* () {
        const reader = yield* over(inHand(desk), { ...cardOptions, lastTry: "allow" })
        for (const fault of ["error", "stub", "garbage", "pulled", undefined] as const) {
          yield* desk.fault(fault, "verify")
          traces.push(
            inspect(yield* Effect.exit(reader.authenticate(challenge(canary))), { depth: 20, showHidden: true })
          )
          yield* desk.insert(card)
        }
      }).pipe(Effect.provide(Logger.replace(Logger.defaultLogger, logger)))
    )
    expect(traces.length).toBeGreaterThanOrEqual(5)
    expect(traces.filter((text) => text.includes(canary))).toEqual([])
  })
})

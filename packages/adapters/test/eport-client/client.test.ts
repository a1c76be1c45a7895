import { inspect } from "node:util"
import { EportControl } from "@single-window/testkit/wire/eport-control"
import { Effect, HashMap, Logger, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { challenge, deskLayer, said, today } from "./desk.js"

const card = today.card("tongdaLegalPerson")

const atDesk = <A, E>(
  act: (
    desk: EportControl["Type"]
  ) => Effect.Effect<A, E, EportControl | Effect.Effect.Context<ReturnType<typeof said>>>,
  layer = deskLayer()
) =>
  Effect.runPromise(
    Effect.flatMap(EportControl, (desk) => Effect.zipRight(desk.insert(card), act(desk))).pipe(Effect.provide(layer))
  )

describe("one user action", () => {
  it("is one session: opened, one PIN, the challenge signed, the certificate read, closed", async () => {
    const received = await atDesk((desk) =>
      Effect.zipRight(said(challenge(card.pin)), Effect.delay(desk.received, "100 millis"))
    )
    expect(received).toEqual([
      { method: "SpcInitEnvEx", id: 1 },
      { method: "SpcVerifyPIN", id: 2 },
      { method: "SpcSignDataAsPEM", id: 3 },
      { method: "SpcGetSignCertAsPEM", id: 4 },
      { method: "SpcClearEnv", id: 5 }
    ])
  })

  it("closes the card after a wrong PIN too, and asks nothing more of it", async () => {
    const received = await atDesk((desk) =>
      Effect.zipRight(said(challenge("00000000")), Effect.delay(desk.received, "100 millis"))
    )
    expect(received.map(({ method }) => method)).toEqual(["SpcInitEnvEx", "SpcVerifyPIN", "SpcClearEnv"])
  })

  it("sends no PIN that cannot be one", async () => {
    for (const pin of ["", "1", "1234567", "123456789", "1234 678", "１２３４５６７８", "12345\u0000678"]) {
      const seen = await atDesk((desk) => Effect.all([said(challenge(pin)), desk.received, desk.triesLeft(card)]))
      expect(seen, JSON.stringify(pin)).toEqual(["CardPinWrong", [], 5])
    }
  })

  it("waits for the one before it: two at once use the card one after the other", async () => {
    const seen = await atDesk((desk) =>
      Effect.flatMap(
        Effect.all([said(challenge(card.pin)), said(challenge(card.pin))], { concurrency: "unbounded" }),
        (answers) => Effect.map(Effect.delay(desk.received, "100 millis"), (received) => ({ answers, received }))
      )
    )
    expect(seen.answers).toEqual([card.number, card.number])
    const once = ["SpcInitEnvEx", "SpcVerifyPIN", "SpcSignDataAsPEM", "SpcGetSignCertAsPEM"]
    const order = seen.received.map(({ method }) => method).filter((method) => method !== "SpcClearEnv")
    expect(order).toEqual([...once, ...once])
  })

  it("asks the pad for a PIN where the command has none, and without a pad enters none", async () => {
    const pad = deskLayer({}, (options) => ({ ...options, pinPad: Effect.succeed(Redacted.make(card.pin)) }))
    expect(await atDesk((desk) => Effect.all([said(challenge()), desk.pinsEntered]), pad)).toEqual([card.number, 1])
    expect(await atDesk((desk) => Effect.all([said(challenge()), desk.pinsEntered]))).toEqual(["Unavailable", 0])
  })

  it("leaves no timer, no line and no session behind when it is interrupted", async () => {
    const received = await atDesk((desk) =>
      Effect.gen(function* () {
        yield* desk.fault("silence")
        yield* Effect.timeoutOption(said(challenge(card.pin)), "400 millis")
        yield* Effect.sleep("100 millis")
        return yield* desk.received
      })
    )
    expect(received.at(-1)?.method).toBe("SpcClearEnv")
  })
})

describe("revocation", () => {
  it("is asked by serial number, and a revoked card is not trusted", async () => {
    const asked: Array<string> = []
    const revoking = deskLayer({}, (options) => ({
      ...options,
      isRevoked: (serial) => Effect.sync(() => asked.push(serial) > 0)
    }))
    expect(await atDesk(() => said(challenge(card.pin)), revoking)).toBe("CardNotTrusted")
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe("the PIN", () => {
  it("is in no log, no error and no answer, whatever goes wrong", async () => {
    const canary = "Zq7#kW2!"
    const traces: Array<string> = []
    const logger = Logger.make(({ annotations, cause, message }) => {
      traces.push(inspect([message, HashMap.toEntries(annotations), cause], { depth: 20, showHidden: true }))
    })
    const printed: Array<string> = []
    const real = [process.stdout.write, process.stderr.write] as const
    const spy = (chunk: unknown) => printed.push(String(chunk)) > 0
    process.stdout.write = spy
    process.stderr.write = spy
    try {
      const faults = ["reset", "wrong-schema", "truncated-json", "unknown-code", undefined] as const
      await atDesk((desk) =>
        Effect.forEach(faults, (fault) =>
          Effect.gen(function* () {
            yield* desk.fault(fault, "SpcVerifyPIN")
            const exit = yield* Effect.exit(said(challenge(canary)))
            traces.push(inspect(exit, { depth: 20, showHidden: true }))
          })
        ).pipe(Effect.provide(Logger.replace(Logger.defaultLogger, logger)))
      )
    } finally {
      ;[process.stdout.write, process.stderr.write] = real
    }
    expect(traces.length).toBeGreaterThanOrEqual(5)
    expect([...traces, ...printed].filter((text) => text.includes(canary))).toEqual([])
  })
})

import { layer } from "@single-window/adapters/eport-client"
import { CardReader } from "@single-window/core"
import { loopbackTls, makeAuthority } from "@single-window/testkit/wire/authority"
import { type ControlFault, controlFaults, EportControl, start } from "@single-window/testkit/wire/eport-control"
import { Duration, Effect, Exit } from "effect"
import { describe, expect, it } from "vitest"
import { challenge, clientOptions, deskLayer, said, today } from "./desk.js"

const deadline = 1_500
const card = today.card("tongdaLegalPerson")
const impatient = deskLayer({ lateMillis: 2 * deadline }, (options) => ({ ...options, deadline }))

/** What one question to a control with this fault gives, and what it costs. */
const under = (fault: ControlFault, method?: string) =>
  Effect.gen(function* () {
    const desk = yield* EportControl
    yield* desk.insert(card)
    // A right answer first, so that there is one that could come again.
    expect(yield* said(challenge(card.pin))).toBe(card.number)
    const before = yield* desk.pinsEntered
    yield* desk.fault(fault, method)
    const [took, answer] = yield* Effect.timed(said(challenge(card.pin)))
    const pins = (yield* desk.pinsEntered) - before
    yield* desk.fault(undefined)
    const after = yield* said(challenge(card.pin))
    return { fault, method, answer, millis: Duration.toMillis(took), pins, after }
  }).pipe(Effect.provide(impatient))

const lies = new Set<ControlFault>(["another-card", "replayed-signature", "another-text"])

const all = <A, E>(effects: ReadonlyArray<Effect.Effect<A, E>>) =>
  Effect.runPromise(Effect.all(effects, { concurrency: "unbounded" }))

describe("a control that does wrong", () => {
  it("fails closed on every fault within the deadline, with one PIN entry at most, and works again after it", async () => {
    const seen = await all(controlFaults.map((fault) => under(fault)))
    for (const { after, answer, fault, millis, pins } of seen) {
      expect(answer, fault).toBe(lies.has(fault) ? "CardNotTrusted" : "Unavailable")
      expect(millis, fault).toBeLessThan(deadline + 500)
      expect(pins, fault).toBeLessThanOrEqual(1)
      expect(after, fault).toBe(card.number)
    }
  })

  it("fails closed whichever call it befalls", async () => {
    const methods = ["SpcInitEnvEx", "SpcVerifyPIN", "SpcSignDataAsPEM", "SpcGetSignCertAsPEM"]
    const faults: ReadonlyArray<ControlFault> = ["reset", "wrong-id", "wrong-method", "truncated-json", "unknown-code"]
    const seen = await all(methods.flatMap((method) => faults.map((fault) => under(fault, method))))
    for (const { answer, fault, method, pins } of seen) {
      expect(answer, `${fault} at ${method}`).toBe("Unavailable")
      expect(pins).toBe(method === "SpcInitEnvEx" ? 0 : 1)
    }
  })
})

describe("no control to speak of", () => {
  const ask = (url: string, change = {}) =>
    Effect.provide(said(challenge(card.pin)), layer({ ...clientOptions(url), deadline, ...change }))

  it("is missing when nobody listens or its name is unknown (R-44)", async () => {
    const gone = Effect.gen(function* () {
      const desk = yield* start()
      yield* desk.quit
      return yield* ask(desk.url)
    }).pipe(Effect.scoped)
    expect(await Effect.runPromise(gone)).toBe("CardControlMissing")
    expect(await Effect.runPromise(ask("wss://control.invalid:61231"))).toMatch(/CardControlMissing|Unavailable/)
  })

  it("is not spoken to over TLS that does not hold, and is over TLS that does", async () => {
    const tlsAuthority = makeAuthority("rsa-sha256")
    const over = (notAfter?: Date) =>
      Effect.gen(function* () {
        const desk = yield* start({ tls: loopbackTls(tlsAuthority, notAfter) })
        yield* desk.insert(card)
        const [untold, told] = [yield* ask(desk.url), yield* ask(desk.url, { tlsAuthority: tlsAuthority.pem })]
        return { untold, told, received: (yield* desk.received).length }
      }).pipe(Effect.scoped)
    const good = await Effect.runPromise(over())
    expect([good.untold, good.told]).toEqual(["Unavailable", card.number])
    expect(await Effect.runPromise(over(new Date("2021-01-01T00:00:00Z")))).toEqual({
      untold: "Unavailable",
      told: "Unavailable",
      received: 0
    })
  })
})

describe("a client that is set up wrongly", () => {
  it("does not start: the PIN in the clear to another machine, or nobody to believe", async () => {
    for (const change of [
      { url: "ws://192.0.2.1:61232" },
      { url: "http://127.0.0.1" },
      { url: "nonsense" },
      { issuers: [] },
      { issuers: ["nonsense"] },
      { issuers: [card.certificate] }
    ]) {
      const built = await Effect.runPromiseExit(
        Effect.provide(CardReader, layer({ ...clientOptions("ws://127.0.0.1:1"), ...change }))
      )
      expect(Exit.isFailure(built) && String(built.cause)).toContain("Unavailable")
    }
  })
})

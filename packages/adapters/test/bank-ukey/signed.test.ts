import { Agent } from "node:https"
import { layer } from "@single-window/adapters/bank-ukey"
import { BankUkeyGateway } from "@single-window/core"
import { pemOfKey, signingKey } from "@single-window/testkit/wire/authority"
import { BankSite, type BankSiteOptions, load, start } from "@single-window/testkit/wire/bank-site"
import { Effect, Either, Redacted, TestClock, TestContext } from "effect"
import { describe, expect, it } from "vitest"
import { type Code, codes, gatewayOptions, ours, protocols, request, returned, siteLayer, siteOptions } from "./site.js"

const read = (code: Code, parameters: Readonly<Record<string, string>>) =>
  Effect.flatMap(BankUkeyGateway, (gateway) => Effect.either(gateway.read(code, parameters)))

describe("what is signed", () => {
  it("is bound to its names: values that change places are refused, the order on the way means nothing", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        for (const code of codes) {
          const right = yield* returned(request(code))
          const names = Object.keys(right)
          const backwards = Object.fromEntries(Object.entries(right).reverse())
          expect(yield* read(code, backwards)).toEqual(yield* read(code, right))
          for (const [at, name] of names.entries()) {
            const other = names[(at + 1) % names.length] ?? ""
            const swapped = { ...right, [name]: right[other] ?? "", [other]: right[name] ?? "" }
            expect(Either.isLeft(yield* read(code, swapped)), `${name} and ${other}`).toBe(true)
          }
        }
      }).pipe(Effect.provide(siteLayer()))
    ))

  it("cannot be cut elsewhere: a separator inside a value is refused, raw or not", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const right = yield* returned(request("CCB"))
        const joined = { ...right, REQUESTID: `${right.REQUESTID}&BANKCODE=CCB` }
        expect(Either.isLeft(yield* read("CCB", joined))).toBe(true)
        const gateway = yield* BankUkeyGateway
        const name = "北京示例甲&乙贸易有限公司"
        const withSeparator = (code: Code) =>
          Effect.either(gateway.redirect(request(code, { enterprise: { ...request(code).enterprise, name } })))
        expect(yield* withSeparator("CCB")).toMatchObject({ left: { _tag: "Unavailable" } })
        expect(Either.isRight(yield* withSeparator("ABC"))).toBe(true)
      }).pipe(Effect.provide(siteLayer()))
    ))

  it("is our request too: the bank refuses it once a field is another", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const gateway = yield* BankUkeyGateway
        const { ca } = yield* BankSite
        const agent = new Agent({ ca, keepAlive: true })
        const { url } = yield* gateway.redirect(request("ABC"))
        const arrive = (to: string) => Effect.promise(() => load(to, "GET", "", agent))
        expect((yield* arrive(url)).status).toBe(200)
        const query = new URL(url).searchParams
        for (const name of [...query.keys()]) {
          const altered = new URL(url)
          altered.searchParams.set(name, `0${query.get(name)}`)
          expect((yield* arrive(altered.href)).status, name).toBe(403)
          altered.searchParams.delete(name)
          expect((yield* arrive(altered.href)).status, name).toBe(403)
        }
        agent.destroy()
      }).pipe(Effect.provide(siteLayer()))
    ))
})

const rolled = signingKey("sm2")

describe("time and keys", () => {
  const noon = Date.UTC(2026, 5, 1, 4)
  const at = <A, E>(now: number, effect: Effect.Effect<A, E>) =>
    Effect.zipRight(TestClock.setTime(now), effect).pipe(Effect.provide(TestContext.TestContext))
  const options: BankSiteOptions = { ...siteOptions, now: () => noon }

  it("let an answer count for ten minutes and the skew, and not from the future beyond it", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const gateway = yield* BankUkeyGateway
        for (const code of codes) {
          const right = yield* returned(request(code))
          const tag = (now: number) =>
            at(now, Effect.match(gateway.read(code, right), { onFailure: ({ _tag }) => _tag, onSuccess: () => "read" }))
          const second = 1_000
          const [valid, skew] = [600 * second, 120 * second]
          expect(yield* tag(noon + valid - second)).toBe("read")
          expect(yield* tag(noon + valid + skew + second)).toBe("BankReturnForged")
          expect(yield* tag(noon - skew)).toBe("read")
          expect(yield* tag(noon - skew - second)).toBe("BankReturnForged")
        }
      }).pipe(Effect.provide(siteLayer(undefined, options)))
    ))

  it("let a bank change its key without an outage, and none that ran out count", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const site = yield* start(siteOptions)
        const old = { pem: site.keyOf("ABC"), until: "2099-01-01T00:00:00Z" }
        const next = { pem: pemOfKey(rolled), from: "2020-01-01T00:00:00Z" }
        const over = { ...next, until: "2021-01-01T00:00:00Z" }
        const ahead = { ...next, from: "2099-01-01T00:00:00Z" }
        const bank = { ...protocols.ABC, address: site.addressOf("ABC") }
        const base = gatewayOptions(site, "http://127.0.0.1:9/back")
        const reading = (keys: typeof bank.keys, parameters: Readonly<Record<string, string>>) =>
          Effect.flatMap(BankUkeyGateway, (gateway) => gateway.read("ABC", parameters)).pipe(
            Effect.match({ onFailure: ({ _tag }) => _tag, onSuccess: () => "read" }),
            Effect.provide(
              layer({
                ...base,
                banks: [{ bank: { ...bank, keys }, signingKey: Redacted.make(ours.ABC.privatePem) }]
              })
            )
          )
        const keys = { ...siteOptions.keys, ABC: rolled }
        const after = siteLayer((all) => all, { ...siteOptions, keys })
        const signed = yield* Effect.provide(returned(request("ABC")), after)
        expect(yield* reading([old, next], signed)).toBe("read")
        expect(yield* reading([next, old], signed)).toBe("read")
        expect(yield* reading([old], signed)).toBe("BankReturnForged")
        expect(yield* reading([old, over], signed)).toBe("BankReturnForged")
        for (const none of [[over], [ahead], []]) expect(yield* reading(none, signed)).toBe("Unavailable")
      }).pipe(Effect.scoped)
    ))
})

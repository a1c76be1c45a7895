import { ABC, type BankProtocol, CCB, layer } from "@single-window/adapters/bank-ukey"
import { BankUkeyGateway } from "@single-window/core"
import { makeAuthority, pemOfKey, signingKey } from "@single-window/testkit/wire/authority"
import { Effect, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { ours, request, theirs } from "./site.js"

const address = "https://abc.bank.example/single-window"
const good: BankProtocol = { ...ABC, address, keys: [{ pem: pemOfKey(theirs.ABC) }] }

const builds = (bank: BankProtocol, change: object = {}, key = ours.ABC.privatePem) =>
  Effect.runPromise(
    Effect.provide(
      BankUkeyGateway,
      layer({
        banks: [{ bank, signingKey: Redacted.make(key) }],
        hosts: ["abc.bank.example", "ccb.bank.example"],
        returnUrl: "https://sw.example/back",
        ...change
      })
    ).pipe(
      Effect.flatMap((gateway) => gateway.redirect(request("ABC"))),
      Effect.match({ onSuccess: ({ url }) => url, onFailure: (error) => error._tag === "Unavailable" && error.detail })
    )
  )

describe("a gateway that is set up wrongly", () => {
  it("does not start, or sends nobody anywhere", async () => {
    expect(await builds(good)).toContain(address)
    const left = (field: string) => ({
      ...good,
      answer: { ...good.answer, fields: good.answer.fields.filter(([one]) => one !== field) }
    })
    const table: ReadonlyArray<readonly [string, ReturnType<typeof builds>]> = [
      ["address is not allowed", builds(good, { hosts: [] })],
      ["address is not allowed", builds({ ...good, address: "http://abc.bank.example/" })],
      ["signing key", builds(good, {}, "nonsense")],
      ["signing key", builds(good, {}, ours.CCB.privatePem)],
      ["key of the bank", builds({ ...good, keys: [{ pem: "nonsense" }] })],
      ["key of the bank", builds({ ...good, keys: [{ pem: pemOfKey(theirs.CCB) }] })],
      ["key of the bank", builds({ ...good, keys: [{ pem: pemOfKey(theirs.ABC), until: "soon" }] })],
      ["binds", builds(left("nonce"))],
      ["binds", builds(left("account"))],
      ["binds", builds({ ...good, answer: { ...good.answer, optional: ["requestId"] } })],
      ["binds", builds({ ...good, answer: { ...good.answer, declined: good.answer.success } })],
      ["return address", builds(good, { returnUrl: "http://sw.example/back" })],
      ["return address", builds(good, { returnUrl: Effect.succeed("javascript:1") })]
    ]
    for (const [detail, built] of table) expect(await built).toContain(detail)
  })

  it("takes no RSA key shorter than 2048 bits, ours or the bank's", async () => {
    const short = signingKey("rsa-sha256", 1024)
    const bank = { ...CCB, keys: [{ pem: pemOfKey(short) }] }
    expect(await builds({ ...bank, keys: [] }, {}, short.privatePem)).toContain("signing key")
    expect(await builds(bank, {}, ours.CCB.privatePem)).toContain("key of the bank")
  })

  it("reads a bank's key and its dates from a certificate, RSA and SM2", async () => {
    const rsa = makeAuthority("rsa-sha256")
    const sm2 = makeAuthority("sm2", { notAfter: new Date("2021-01-01T00:00:00Z") })
    expect(await builds({ ...good, keys: [{ pem: sm2.pem }] })).toContain(address)
    expect(await builds({ ...good, keys: [{ pem: rsa.pem }] })).toContain("key of the bank")
    const expired = { ...good, keys: [{ pem: sm2.pem }] }
    const said = Effect.flatMap(BankUkeyGateway, (gateway) => Effect.flip(gateway.read("ABC", {}))).pipe(
      Effect.provide(
        layer({
          banks: [{ bank: expired, signingKey: Redacted.make(ours.ABC.privatePem) }],
          hosts: ["abc.bank.example"],
          returnUrl: "https://sw.example/back"
        })
      )
    )
    expect(await Effect.runPromise(said)).toMatchObject({ _tag: "Unavailable" })
  })

  it("neither redirects to nor reads a bank that is not connected", async () => {
    const gateway = Effect.provide(
      BankUkeyGateway,
      layer({ banks: [], hosts: [], returnUrl: "https://sw.example/back" })
    )
    const tags = Effect.flatMap(gateway, (one) =>
      Effect.all([Effect.flip(one.redirect(request("ABC"))), Effect.flip(one.read("ABC", {}))])
    )
    expect((await Effect.runPromise(tags)).map(({ _tag }) => _tag)).toEqual(["Unavailable", "Unavailable"])
  })
})

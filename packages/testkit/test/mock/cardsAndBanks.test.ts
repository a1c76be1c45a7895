import { assert, describe, it } from "@effect/vitest"
import { BankUkeyGateway, type CardChallenge, CardReader } from "@single-window/core"
import { Cause, Effect, Exit, Redacted } from "effect"
import * as World from "../../src/world/index.js"
import { acme, small } from "../world/smallWorld.js"

let nonces = 0
const challenge = (pin?: string): CardChallenge => ({
  nonce: (++nonces).toString(16).padStart(32, "0"),
  purpose: "test",
  today: "20220510",
  ...(pin === undefined ? {} : { pin: Redacted.make(pin) })
})

const read = (pin?: string) => Effect.flatMap(CardReader, (reader) => reader.authenticate(challenge(pin)))
const refusal = (pin?: string) => Effect.map(Effect.flip(read(pin)), ({ _tag }) => _tag)

describe("the card reader", () => {
  it.effect("reads what is inserted, with the right PIN or at the host's own pad", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      assert.strictEqual(yield* refusal(), "CardMissing")
      yield* runtime.insert("key1")
      const card = yield* read("12345678")
      assert.deepInclude(card, {
        number: "JJ00000000001",
        kind: "legal-person",
        organizationCode: "M000100Y4",
        holderName: "张伟"
      })
      assert.deepStrictEqual(yield* read(), card)
      assert.deepStrictEqual(yield* runtime.card("key1"), card)
      assert.notInclude(JSON.stringify(yield* runtime.asked("card")), "12345678")
      yield* runtime.remove
      assert.strictEqual(yield* refusal("12345678"), "CardMissing")
      assert.strictEqual((yield* Effect.flip(runtime.insert("key9")))._tag, "NotInWorld")
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("spends a try for each wrong PIN, gives them back for a right one, and locks after three", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      yield* runtime.insert("key1")
      assert.deepInclude(yield* Effect.flip(read("00000000")), { _tag: "CardPinWrong", attemptsLeft: 2 })
      yield* read("12345678")
      assert.strictEqual(yield* runtime.pinTriesLeft("key1"), 3)
      assert.deepStrictEqual(yield* Effect.replicateEffect(refusal("00000000"), 3), [
        "CardPinWrong",
        "CardPinWrong",
        "CardPinLocked"
      ])
      assert.strictEqual(yield* refusal("12345678"), "CardPinLocked")
      assert.strictEqual(yield* refusal(), "CardPinLocked")
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("tells an expired card, one it cannot trust, and what is missing apart", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      yield* runtime.insert("old")
      assert.deepInclude(yield* Effect.flip(read("12345678")), { _tag: "CardExpired", validTo: "20200101" })
      yield* runtime.insert("fake")
      assert.strictEqual(yield* refusal("12345678"), "CardNotTrusted")
      yield* runtime.setReader("control-missing")
      assert.strictEqual(yield* refusal("12345678"), "CardControlMissing")
      yield* runtime.setReader("reader-missing")
      assert.strictEqual(yield* refusal("12345678"), "CardReaderMissing")
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a card pulled out mid-read proves nothing and is gone; a link that breaks spends no try", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      yield* runtime.insert("key1")
      yield* runtime.fault("card", ["unavailable"])
      assert.strictEqual(yield* refusal("00000000"), "Unavailable")
      assert.strictEqual(yield* runtime.pinTriesLeft("key1"), 3)
      yield* runtime.setFaultProfile("card-pulled-mid-read")
      assert.strictEqual(yield* refusal("12345678"), "CardMissing")
      assert.isUndefined(yield* runtime.inserted)
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a nonce that was used before, or is short, is the caller's defect", () =>
    Effect.gen(function* () {
      yield* (yield* World.WorldRuntime).insert("key1")
      const reader = yield* CardReader
      const once = challenge("12345678")
      yield* reader.authenticate(once)
      for (const again of [once, { ...once, nonce: "ab" }]) {
        const exit = yield* Effect.exit(reader.authenticate(again))
        assert.isTrue(Exit.isFailure(exit) && Cause.isDie(exit.cause))
      }
    }).pipe(Effect.provide(World.layer(small)))
  )
})

const request = {
  requestId: "request-1",
  bank: "CCB",
  account: "acct-0000000000000001",
  enterprise: acme,
  nonce: "00ff00ff00ff00ff00ff00ff00ff00ff",
  expiresAt: 600_000
}

const visit = (variant?: World.BankReturnVariant) =>
  Effect.gen(function* () {
    const gateway = yield* BankUkeyGateway
    yield* gateway.redirect(request)
    const parameters = yield* (yield* World.WorldRuntime).bankReturn(request.requestId, variant)
    return yield* gateway.read("CCB", parameters)
  })

describe("the bank", () => {
  it.effect("answers with its own record of the enterprise, bound to the request", () =>
    Effect.gen(function* () {
      const { legalRepresentativeName: _, ...enterprise } = acme
      assert.deepStrictEqual(yield* visit(), {
        requestId: "request-1",
        bank: "CCB",
        account: request.account,
        nonce: request.nonce,
        bankSerial: "CCB00000001",
        outcome: "success",
        enterprise
      })
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("signs the redirect, to an address that no bank has", () =>
    Effect.gen(function* () {
      const { url } = yield* (yield* BankUkeyGateway).redirect(request)
      const address = new URL(url)
      assert.strictEqual(address.hostname, "ccb.bank.example")
      assert.isTrue(World.isSignedBy("single-window", "us", Object.fromEntries(address.searchParams)))
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("any change of any parameter is forged", () =>
    Effect.gen(function* () {
      const gateway = yield* BankUkeyGateway
      yield* gateway.redirect(request)
      const good = yield* (yield* World.WorldRuntime).bankReturn(request.requestId)
      for (const name of Object.keys(good)) {
        for (const bad of [
          { ...good, [name]: `${good[name]}0` },
          { ...good, [name]: "" }
        ]) {
          assert.strictEqual((yield* Effect.flip(gateway.read("CCB", bad)))._tag, "BankReturnForged")
        }
      }
      assert.strictEqual((yield* Effect.flip(gateway.read("CCB", { ...good, extra: "1" })))._tag, "BankReturnForged")
      assert.strictEqual((yield* Effect.flip(gateway.read("ABC", good)))._tag, "BankReturnForged")
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("has bad kinds of return", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(visit("tampered")))._tag, "BankReturnForged")
      assert.strictEqual((yield* Effect.flip(visit("another-bank")))._tag, "BankReturnForged")
      assert.strictEqual((yield* visit("declined")).outcome, "declined")
      const stranger = yield* visit("another-enterprise")
      assert.strictEqual(stranger.outcome, "success")
      assert.notStrictEqual(stranger.enterprise.organizationCode, acme.organizationCode)
      assert.notStrictEqual((yield* visit("another-account")).account, request.account)
      assert.notStrictEqual((yield* visit("another-nonce")).nonce, request.nonce)
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a replay is the last answer that was read, or one from before the world began", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* visit("replayed")).requestId, "earlier-request-1")
      const first = yield* visit()
      assert.deepStrictEqual(yield* visit("replayed"), first)
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("declines where the enterprise has no account, and says what it has on file where that is older", () =>
    Effect.gen(function* () {
      const onFile = { organizationCode: "M000100Y4", name: "北京旧名贸易有限公司" }
      const banks = { ABC: ["school"], CCB: [{ enterprise: "acme", onFile }] }
      const world = { ...small, banks }
      assert.deepStrictEqual((yield* Effect.provide(visit(), World.layer(world))).enterprise, onFile)
      const without = World.layer({ ...small, banks: { CCB: ["school"] } })
      assert.strictEqual((yield* Effect.provide(visit(), without)).outcome, "declined")
    })
  )

  it.effect("returns twice under its profile, and can be made to fail", () =>
    Effect.gen(function* () {
      const gateway = yield* BankUkeyGateway
      const runtime = yield* World.WorldRuntime
      yield* runtime.fault("bank-ukey", ["unavailable"])
      assert.strictEqual((yield* Effect.flip(gateway.redirect(request)))._tag, "Unavailable")
      assert.strictEqual((yield* Effect.flip(runtime.bankReturn("request-1")))._tag, "NotInWorld")
      yield* gateway.redirect(request)
      const [one, two, ...more] = yield* runtime.bankReturns("request-1")
      assert.deepStrictEqual(one, two)
      assert.strictEqual(more.length, 0)
      yield* runtime.fault("bank-ukey", ["unusable", "mismatch"])
      assert.strictEqual((yield* gateway.read("CCB", one ?? {})).outcome, "declined")
      assert.notStrictEqual((yield* gateway.read("CCB", one ?? {})).enterprise.name, acme.name)
    }).pipe(Effect.provide(World.layer(small, { profile: "bank-returns-twice" })))
  )
})

describe("the runtime", () => {
  it.effect("changes the world, unless the change contradicts it", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      yield* runtime.change((world) => ({ ...world, cards: {} }))
      assert.strictEqual((yield* Effect.flip(runtime.insert("key1")))._tag, "NotInWorld")
      const error = yield* Effect.flip(runtime.change((world) => ({ ...world, people: {} })))
      assert.strictEqual(error._tag, "WorldInvalid")
      assert.strictEqual(Object.keys((yield* runtime.world).people).length, 4)
    }).pipe(Effect.provide(World.layer(small)))
  )
})

import { assert, describe, it } from "@effect/vitest"
import { CaptchaGate, Entropy, PasswordHasher, SmsSender, Vault } from "@single-window/core"
import { Effect, Redacted, TestClock } from "effect"
import * as World from "../../src/world/index.js"
import { small } from "../world/smallWorld.js"

const code = { mobile: "13800000001", code: Redacted.make("424242"), validMinutes: 5 }

describe("SMS", () => {
  it.effect("arrives at once, and its code is in no record of questions", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      yield* (yield* SmsSender).sendCode(code)
      assert.strictEqual((yield* runtime.lastSms("13800000001"))?.code, "424242")
      assert.isUndefined(yield* runtime.lastSms("13800000002"))
      assert.notInclude(JSON.stringify(yield* runtime.asked("sms")), "424242")
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("is late under sms-late, and an unavailable gateway sends nothing", () =>
    Effect.gen(function* () {
      const runtime = yield* World.WorldRuntime
      yield* (yield* SmsSender).sendCode(code)
      assert.isUndefined(yield* runtime.lastSms())
      yield* TestClock.adjust("2 minutes")
      assert.strictEqual((yield* runtime.lastSms())?.code, "424242")
      yield* runtime.fault("sms", ["unavailable"])
      yield* Effect.flip((yield* SmsSender).sendCode(code))
      assert.strictEqual((yield* runtime.smsSent).length, 1)
    }).pipe(Effect.provide(World.layer(small, { profile: "sms-late" })))
  )
})

describe("captcha", () => {
  it.effect("is good for one answer, right or wrong, and for two minutes", () =>
    Effect.gen(function* () {
      const gate = yield* CaptchaGate
      const runtime = yield* World.WorldRuntime
      const first = yield* runtime.solvedCaptcha
      assert.isTrue(yield* gate.check(first.id, first.answer))
      assert.isFalse(yield* gate.check(first.id, first.answer))
      const second = yield* runtime.solvedCaptcha
      assert.isFalse(yield* gate.check(second.id, "no"))
      assert.isFalse(yield* gate.check(second.id, second.answer))
      const third = yield* runtime.solvedCaptcha
      yield* TestClock.adjust("2 minutes")
      assert.isFalse(yield* gate.check(third.id, third.answer))
      assert.strictEqual((yield* Effect.flip(runtime.answerCaptcha("captcha-x")))._tag, "NotInWorld")
    }).pipe(Effect.provide(World.layer(small)))
  )
})

describe("password, vault, entropy", () => {
  it.effect("a password is salted and never remembered", () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const password = Redacted.make("Init#2022")
      const hash = yield* hasher.hash(password)
      assert.notStrictEqual(yield* hasher.hash(password), hash)
      assert.isTrue(yield* hasher.verify(password, hash))
      assert.isFalse(yield* hasher.verify(Redacted.make("Init#2023"), hash))
      assert.isFalse(yield* hasher.verify(password, undefined))
      assert.notInclude(JSON.stringify(yield* (yield* World.WorldRuntime).asked("password")), "Init#2022")
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("a sealed text opens under its own key and context only", () =>
    Effect.gen(function* () {
      const vault = yield* Vault
      const [one, two] = [yield* vault.createKey, yield* vault.createKey]
      const sealed = yield* vault.seal(one, "event|a|1", "张伟")
      assert.strictEqual(yield* vault.open(one, "event|a|1", sealed), "张伟")
      for (const [key, context, text] of [
        [one, "event|a|2", sealed],
        [two, "event|a|1", sealed],
        ["mock.000001.0000000000000000", "event|a|1", sealed],
        [one, "event|a|1", `${sealed.slice(0, -2)}AA`],
        [one, "event|a|1", ""]
      ] as const) {
        assert.strictEqual((yield* Effect.flip(vault.open(key, context, text)))._tag, "Unavailable")
      }
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("the hashes are the standard ones", () =>
    Effect.gen(function* () {
      const vault = yield* Vault
      assert.strictEqual(vault.digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      assert.strictEqual(vault.fingerprint("abc"), vault.fingerprint("abc"))
      assert.notStrictEqual(vault.fingerprint("abc"), vault.digest("abc"))
    }).pipe(Effect.provide(World.layer(small)))
  )

  it.effect("one seed gives one sequence of tokens and digits, without repeats", () =>
    Effect.gen(function* () {
      const draw = (seed: string) =>
        Effect.gen(function* () {
          const entropy = yield* Entropy
          const tokens = yield* Effect.replicateEffect(entropy.token(16), 20)
          return { tokens, digits: yield* entropy.digits(600) }
        }).pipe(Effect.provide(World.layer(small, { seed })))
      const first = yield* draw("a")
      assert.deepStrictEqual(yield* draw("a"), first)
      assert.notDeepEqual(yield* draw("b"), first)
      assert.strictEqual(new Set(first.tokens).size, 20)
      assert.isTrue(first.tokens.every((token) => /^[0-9a-f]{32}$/.test(token)))
      assert.match(first.digits, /^[0-9]{600}$/)
      assert.strictEqual(new Set(first.digits).size, 10)
    })
  )
})

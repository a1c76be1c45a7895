import { createHmac } from "node:crypto"
import { it } from "@effect/vitest"
import { PasswordHasher } from "@single-window/core"
import { PasswordHasherConformance } from "@single-window/testkit/conformance"
import { Effect, Redacted } from "effect"
import * as fc from "fast-check"
import { describe, expect } from "vitest"
import * as Password from "../../src/password/index.js"
import { layerOf } from "../../src/password/layer.js"
import { pbkdf2Sm3, pbkdf2Sm3Bytes } from "../../src/password/pbkdf2Sm3.js"

const secret = (text: string) => Redacted.make(text)
const chinese = Password.layer({ profile: "gm" })
const international = Password.layer()

// The same code with fewer rounds: the suite asks for some seventy hashes.
PasswordHasherConformance.suite("PBKDF2-HMAC-SM3", layerOf(pbkdf2Sm3({}, 1_000), []), {}, { live: true })

/** RFC 8018 §5.2 word for word, for one block of the function's own length. */
const pbkdf2 = (password: string, salt: Uint8Array, iterations: number): Buffer => {
  let round: Buffer = createHmac("sm3", password)
    .update(salt)
    .update(Buffer.of(0, 0, 0, 1))
    .digest()
  const sum = Buffer.from(round)
  for (let count = 1; count < iterations; count++) {
    round = createHmac("sm3", password).update(round).digest()
    for (const [at, byte] of round.entries()) sum[at]! ^= byte
  }
  return sum
}

describe("PBKDF2-HMAC-SM3", () => {
  it("is the one that RFC 8018 defines", () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.integer({ min: 1, max: 20 }),
        async (password, salt, iterations) => {
          const found = await pbkdf2Sm3Bytes(password, salt, iterations)
          expect(found.equals(pbkdf2(password, salt, iterations))).toBe(true)
        }
      )
    ))

  it.live("makes hashes that say what they are, of at least 600,000 rounds", () =>
    Effect.gen(function* () {
      const hash = (iterations?: number) =>
        Effect.flatMap(PasswordHasher, (hasher) => hasher.hash(secret("x"))).pipe(
          Effect.provide(Password.layer({ profile: "gm", iterations }))
        )
      expect(yield* hash()).toMatch(/^\$pbkdf2-sm3\$i=600000\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
      expect(yield* hash(1)).toMatch(/i=600000\$/)
      expect(yield* hash(700_000)).toMatch(/i=700000\$/)
    })
  )

  it.live("takes no text for a hash that it did not make, least of all one that would take for ever", () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const stored = yield* hasher.hash(secret("right"))
      const changed = [
        stored.replace("i=600000", "i=600001"),
        stored.replace("i=600000", "i=99999999"),
        stored.replace("i=600000", "i=0600000"),
        stored.replace("sm3", "sha256"),
        stored.slice(0, -1),
        `${stored}=`
      ]
      for (const text of changed) expect(yield* hasher.verify(secret("right"), text)).toBe(false)
      expect(yield* hasher.verify(secret("right"), stored)).toBe(true)
    }).pipe(Effect.provide(chinese))
  )
})

describe("an installation that changes its profile", () => {
  it.live("knows the passwords of before, both ways", () =>
    Effect.gen(function* () {
      const [one, other] = [
        yield* Effect.provide(PasswordHasher, chinese),
        yield* Effect.provide(PasswordHasher, international)
      ]
      for (const [before, after] of [
        [one, other],
        [other, one]
      ] as const) {
        const stored = yield* before.hash(secret("密码Pass①"))
        expect(yield* after.verify(secret("密码Pass1"), stored)).toBe(true)
        expect(yield* after.verify(secret("密码Pass2"), stored)).toBe(false)
      }
    })
  )
})

import { it } from "@effect/vitest"
import { PasswordHasher } from "@single-window/core"
import { PasswordHasherConformance } from "@single-window/testkit/conformance"
import { Effect, Redacted } from "effect"
import { describe, expect } from "vitest"
import * as Password from "../../src/password/index.js"

const secret = (text: string) => Redacted.make(text)
const timed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.timed(effect), ([duration]) => Number(duration.value._tag === "Nanos" ? duration.value.nanos : 0n))

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

PasswordHasherConformance.suite("argon2id", Password.layer(), {}, { live: true })

describe("passwords", () => {
  it.live("are known again, and no other is", () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const long = `${"密码𠮷".repeat(40)}!`
      const stored = yield* hasher.hash(secret(long))
      expect(yield* hasher.verify(secret(long), stored)).toBe(true)
      expect(yield* hasher.verify(secret(long.slice(0, -1)), stored)).toBe(false)
      expect(yield* hasher.verify(secret(""), stored)).toBe(false)
      expect(yield* hasher.hash(secret(long))).not.toBe(stored)
    }).pipe(Effect.provide(Password.layer()))
  )

  it.live("are the same password in full width, half width, composed and decomposed", () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const stored = yield* hasher.hash(secret("Pässw0rd①"))
      expect(yield* hasher.verify(secret("Ｐässｗ０ｒｄ1"), stored)).toBe(true)
    }).pipe(Effect.provide(Password.layer()))
  )

  it.live("carry parameters that cannot be set too low", () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      expect(yield* hasher.hash(secret("x"))).toMatch(/^\$argon2id\$v=19\$m=19456,t=3,p=1\$/)
    }).pipe(Effect.provide(Password.layer({ memoryCost: 8, timeCost: 3 })))
  )

  it.live("of nobody are never right, and take as long as somebody's", () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const stored = yield* hasher.hash(secret("right"))
      expect(yield* hasher.verify(secret("right"), undefined)).toBe(false)
      expect(yield* hasher.verify(secret("right"), "")).toBe(false)
      const [known, unknown, foreign]: [Array<number>, Array<number>, Array<number>] = [[], [], []]
      for (let round = 0; round < 15; round++) {
        known.push(yield* timed(hasher.verify(secret("wrong"), stored)))
        unknown.push(yield* timed(hasher.verify(secret("wrong"), undefined)))
        foreign.push(yield* timed(hasher.verify(secret("wrong"), "$other$hash")))
      }
      for (const times of [unknown, foreign]) {
        const ratio = median(times) / median(known)
        expect(ratio).toBeGreaterThan(0.5)
        expect(ratio).toBeLessThan(2)
      }
    }).pipe(Effect.provide(Password.layer()))
  )

  it.live("are hashed off the main thread, a few at a time", () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      let beats = 0
      const heart = setInterval(() => beats++, 1)
      const before = process.memoryUsage().rss
      let most = before
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
      yield* Effect.replicateEffect(hasher.hash(secret("x")), 32, { concurrency: "unbounded", discard: true })
      clearInterval(heart)
      clearInterval(watch)
      expect(beats).toBeGreaterThan(10)
      // 32 at a time would take 608 MiB.
      expect(most - before).toBeLessThan(300 * 1024 * 1024)
    }).pipe(Effect.provide(Password.layer()))
  )
})

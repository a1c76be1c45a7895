import { createHmac } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { it } from "@effect/vitest"
import { layerMemory, Store, Unavailable, Vault } from "@single-window/core"
import { VaultConformance } from "@single-window/testkit/conformance"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import * as fc from "fast-check"
import * as Sm from "sm-crypto-v2"
import { afterAll, describe, expect } from "vitest"
import { gm, sm4Ctr } from "../../src/vault/gm.js"
import * as Vaults from "../../src/vault/index.js"

const folder = mkdtempSync(join(tmpdir(), "gm-"))
afterAll(() => rmSync(folder, { recursive: true }))

const HEX = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
const withKey = (key: string) => Vaults.layer({ key: Redacted.make(key) })
const chinese = withKey(`gm:${HEX}`)
const international = withKey(HEX)
const hex = (text: string) => Buffer.from(text, "hex")

VaultConformance.suite("SM4-CTR with HMAC-SM3", chinese)

describe("the standards' own examples", () => {
  it("SM4, GB/T 32907 A.1: one block, as the first of a counter", () => {
    // Counter mode turns zeros into the enciphered counter, which is the standard's plaintext here.
    const block = hex("0123456789abcdeffedcba9876543210")
    expect(sm4Ctr(block, block, Buffer.alloc(16)).toString("hex")).toBe("681edf34d206965e86b3e94f536e4246")
  })

  it("SM3, GB/T 32905 A.1 and A.2", () =>
    Effect.gen(function* () {
      const { digest } = yield* Vault
      expect(digest("abc")).toBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
      expect(digest("abcd".repeat(16))).toBe("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")
    }).pipe(Effect.provide(chinese), Effect.runPromise))

  it("HMAC-SM3 is the one of another implementation", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.string({ unit: "grapheme" }), (key, text) => {
        const own = createHmac("sm3", key).update(text, "utf8").digest("base64url")
        expect(gm.keyedHash(key, text)).toBe(own)
        const bytes = Uint8Array.from(Buffer.from(text, "utf8"))
        const theirs = Sm.sm3(bytes, { mode: "hmac", key: Buffer.from(key).toString("hex") })
        expect(Buffer.from(own, "base64url").toString("hex")).toBe(theirs)
      })
    )
  })

  it("SM4-CTR is the one of another implementation, whatever the length", () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    fc.assert(
      fc.property(bytes(16), bytes(16), fc.uint8Array({ maxLength: 70 }), (key, counter, data) => {
        const [block, at] = [Buffer.from(counter), Buffer.alloc(data.length)]
        for (let start = 0; start < data.length; start += 16) {
          const stream = hex(
            Sm.sm4.encrypt(Uint8Array.from(block), Buffer.from(key).toString("hex"), { padding: "none" })
          )
          for (let byte = start; byte < Math.min(start + 16, data.length); byte++)
            at[byte] = (data[byte] ?? 0) ^ (stream[byte - start] ?? 0)
          for (let digit = 15; digit >= 0; digit--) {
            block[digit] = (block[digit] ?? 0) + 1
            if (block[digit] !== 0) break
          }
        }
        expect(sm4Ctr(key, counter, data).equals(at)).toBe(true)
      })
    )
  })
})

describe("sealing by the Chinese algorithms", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 })

  it.effect.prop(
    "a sealed text opens under its own key and context, and only there",
    [text, text, text],
    ([a, b, plain]) =>
      Effect.gen(function* () {
        const vault = yield* Vault
        const [key, other] = [yield* vault.createKey, yield* vault.createKey]
        const sealed = yield* vault.seal(key, a, plain)
        expect(yield* vault.open(key, a, sealed)).toBe(plain)
        yield* Effect.flip(vault.open(other, a, sealed))
        if (a !== b) yield* Effect.flip(vault.open(key, b, sealed))
      }).pipe(Effect.provide(chinese))
  )

  it.effect("is refused whichever bit of the sealed text or the wrapped key is flipped", () =>
    Effect.gen(function* () {
      const vault = yield* Vault
      const key = yield* vault.createKey
      const sealed = yield* vault.seal(key, "place", "张三 110101199003070011")
      const flipped = (whole: string, bit: number) => {
        const bytes = Buffer.from(whole.slice(2), "base64url")
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        return whole.slice(0, 2) + bytes.toString("base64url")
      }
      const bitsOf = (whole: string) => Buffer.from(whole.slice(2), "base64url").length * 8
      for (let bit = 0; bit < bitsOf(sealed); bit++) yield* Effect.flip(vault.open(key, "place", flipped(sealed, bit)))
      for (let bit = 0; bit < bitsOf(key); bit++) yield* Effect.flip(vault.open(flipped(key, bit), "place", sealed))
    }).pipe(Effect.provide(chinese))
  )

  it.effect("context and text cannot be shifted into each other, nor another profile's texts taken over", () =>
    Effect.gen(function* () {
      const [own, theirs] = [yield* Effect.provide(Vault, chinese), yield* Effect.provide(Vault, international)]
      const key = yield* own.createKey
      const sealed = yield* own.seal(key, "ab", "c")
      yield* Effect.flip(own.open(key, "a", sealed))
      const foreign = yield* theirs.createKey
      expect(yield* Effect.flip(own.open(foreign, "ab", sealed))).toMatchObject({ detail: "a data key does not open" })
      expect(yield* Effect.flip(theirs.open(key, "ab", sealed))).toMatchObject({ detail: "a data key does not open" })
      expect(own.fingerprint("x")).not.toBe(theirs.fingerprint("x"))
    })
  )
})

describe("which algorithms a store has", () => {
  const from = (names: Record<string, string>) =>
    Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(names))))
  const start = (path: string, create: boolean, names: Record<string, string> = {}) =>
    Effect.flatMap(Vault, ({ createKey }) => createKey).pipe(
      Effect.provide(Vaults.layerConfig({ path, create })),
      from(names),
      Effect.map((key) => (key.startsWith("2.") ? "gm" : "aes"))
    )
  const gmWanted = { SINGLE_WINDOW_CRYPTO: "gm" }

  it.effect("is chosen when it begins, and its key says so from then on", () =>
    Effect.gen(function* () {
      const [one, other] = [join(folder, "gm.key"), join(folder, "aes.key")]
      expect(yield* start(one, true, gmWanted)).toBe("gm")
      expect(yield* start(other, true)).toBe("aes")
      expect(readFileSync(one, "utf8")).toMatch(/^gm:[A-Za-z0-9+/]{43}=\n$/)
      expect(statSync(one).mode & 0o777).toBe(0o600)
      // Whatever the environment wants of new stores.
      expect(yield* start(one, false, { SINGLE_WINDOW_CRYPTO: "aes" })).toBe("gm")
      expect(yield* start(other, false, gmWanted)).toBe("aes")
      expect(yield* start(one, false)).toBe("gm")
    })
  )

  it.effect("is not another than was asked for, and what was asked for is known", () =>
    Effect.gen(function* () {
      const path = join(folder, "by-hand.key")
      writeFileSync(path, HEX, { mode: 0o600 })
      const said = Effect.map(Effect.flip(start(path, true, gmWanted)), String)
      expect(yield* Effect.flip(start(path, true, gmWanted))).toEqual(
        new Unavailable({
          port: "vault",
          detail: `the key file ${path} is for the profile aes, and the new store is to begin with gm`
        })
      )
      expect(yield* said).not.toContain(HEX)
      const inEnvironment = { SINGLE_WINDOW_KEY: `gm:${HEX}`, SINGLE_WINDOW_CRYPTO: "aes" }
      expect(yield* Effect.flip(start(path, true, inEnvironment))).toMatchObject({
        detail: "SINGLE_WINDOW_KEY is for the profile gm, and the new store is to begin with aes"
      })
      expect(yield* start(path, true, { SINGLE_WINDOW_KEY: `gm:${HEX}` })).toBe("gm")
      expect(yield* Effect.flip(start(path, true, { SINGLE_WINDOW_CRYPTO: "sm" }))).toMatchObject({
        detail: "SINGLE_WINDOW_CRYPTO is aes or gm"
      })
    })
  )

  it.effect("is held against the store: a key stripped of its mark is not the store's", () =>
    Effect.gen(function* () {
      const ledger = yield* Layer.build(layerMemory)
      const opened = (vault: typeof chinese) =>
        Effect.scoped(Layer.build(Store.layer.pipe(Layer.provide(vault), Layer.provide(Layer.succeedContext(ledger)))))
      yield* opened(chinese)
      yield* opened(chinese)
      expect(yield* Effect.flip(opened(international))).toMatchObject({
        _tag: "StoreUnavailable",
        reason: "the key is not the one this store was written with"
      })
    }).pipe(Effect.scoped)
  )
})

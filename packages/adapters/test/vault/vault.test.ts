import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { it } from "@effect/vitest"
import { Unavailable, Vault } from "@single-window/core"
import { VaultConformance } from "@single-window/testkit/conformance"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import * as fc from "fast-check"
import { afterAll, describe, expect } from "vitest"
import * as Vaults from "../../src/vault/index.js"
import { KeyCache } from "../../src/vault/KeyCache.js"

const folder = mkdtempSync(join(tmpdir(), "vault-"))
afterAll(() => rmSync(folder, { recursive: true }))

const HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
const withKey = (key: string) => Vaults.layer({ key: Redacted.make(key) })
const unavailable = (detail: string) => new Unavailable({ port: "vault", detail })
const start = (layer: Layer.Layer<Vault, Unavailable>) => Effect.flip(Effect.scoped(Layer.build(layer)))
const text = fc.string({ unit: "grapheme", maxLength: 60 })

VaultConformance.suite("AES-256-GCM", withKey(HEX))

describe("sealing", () => {
  it.effect.prop(
    "a sealed text opens under its own key and context, and only there",
    [text, text, text],
    ([a, b, plain]) =>
      Effect.gen(function* () {
        const vault = yield* Vault
        const [key, other] = [yield* vault.createKey, yield* vault.createKey]
        const sealed = yield* vault.seal(key, a, plain)
        expect(yield* vault.open(key, a, sealed)).toBe(plain)
        expect(yield* Effect.flip(vault.open(other, a, sealed))).toEqual(unavailable("a sealed text does not open"))
        if (a !== b)
          expect(yield* Effect.flip(vault.open(key, b, sealed))).toEqual(unavailable("a sealed text does not open"))
      }).pipe(Effect.provide(withKey(HEX)))
  )

  it.effect("no single changed character of a sealed text or a wrapped key goes unseen", () =>
    Effect.gen(function* () {
      const vault = yield* Vault
      const key = yield* vault.createKey
      const sealed = yield* vault.seal(key, "place", "张三 110101199003070011")
      const changed = (whole: string, index: number) =>
        whole.slice(0, index) + (whole[index] === "A" ? "Q" : "A") + whole.slice(index + 1)
      for (let index = 0; index < sealed.length; index++) {
        yield* Effect.flip(vault.open(key, "place", changed(sealed, index)))
      }
      for (let index = 0; index < key.length; index++) {
        yield* Effect.flip(vault.open(changed(key, index), "place", sealed))
      }
    }).pipe(Effect.provide(withKey(HEX)))
  )

  it.effect("the same text sealed twice does not look the same, and hides its text", () =>
    Effect.gen(function* () {
      const vault = yield* Vault
      const key = yield* vault.createKey
      const both = [yield* vault.seal(key, "p", "plain text"), yield* vault.seal(key, "p", "plain text")]
      expect(both[0]).not.toBe(both[1])
      expect(Buffer.from(both.join(), "base64url").includes("plain")).toBe(false)
    }).pipe(Effect.provide(withKey(HEX)))
  )

  it.effect("fingerprints hang on the master key and digests do not", () =>
    Effect.gen(function* () {
      const one = yield* Effect.provide(Vault, withKey(HEX))
      const same = yield* Effect.provide(Vault, withKey(Buffer.from(HEX, "hex").toString("base64")))
      const other = yield* Effect.provide(Vault, withKey(HEX.replace("00", "ff")))
      expect(one.fingerprint("x")).toBe(same.fingerprint("x"))
      expect(one.fingerprint("x")).not.toBe(other.fingerprint("x"))
      // FIPS 180-2, the one-block example.
      expect(other.digest("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    })
  )
})

describe("the master key", () => {
  it.effect("is made once, for its owner alone, and only when asked", () =>
    Effect.gen(function* () {
      const path = join(folder, "new.key")
      expect(yield* start(Vaults.layerKeyFile({ path, create: false }))).toEqual(
        unavailable(`the key file ${path} is missing`)
      )
      const layer = Vaults.layerKeyFile({ path, create: true })
      const vaults = yield* Effect.all([Effect.provide(Vault, layer), Effect.provide(Vault, Layer.fresh(layer))], {
        concurrency: "unbounded"
      })
      expect(vaults[0].fingerprint("x")).toBe(vaults[1].fingerprint("x"))
      expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(readFileSync(path, "utf8")).toMatch(/^[A-Za-z0-9+/]{43}=\n$/)
    })
  )

  it.effect("is refused when other users can read it", () =>
    Effect.gen(function* () {
      const path = join(folder, "open.key")
      writeFileSync(path, HEX, { mode: 0o640 })
      expect(yield* start(Vaults.layerKeyFile({ path, create: true }))).toEqual(
        unavailable(`the key file ${path} is open to other users: chmod 600 it, or change the key`)
      )
    })
  )

  it.effect.each<readonly [name: string, content: string]>([
    ["empty", ""],
    ["cut", HEX.slice(1)],
    ["text", "correct horse battery staple correct horse battery"],
    ["two keys", `${HEX}\n${HEX}`]
  ])("is refused when it is damaged: %s", ([name, content]) =>
    Effect.gen(function* () {
      const path = join(folder, `${name}.key`)
      writeFileSync(path, content, { mode: 0o600 })
      expect(yield* start(Vaults.layerKeyFile({ path, create: true }))).toEqual(
        unavailable(`the key file ${path} does not hold a key of 32 bytes in hexadecimal or base64`)
      )
      expect(readFileSync(path, "utf8")).toBe(content)
    })
  )

  it.effect("is refused when it is 32 times the same byte", () =>
    Effect.map(start(withKey("00".repeat(32))), (error) =>
      expect(error).toEqual(unavailable("the vault's key holds a key of one repeated byte"))
    )
  )

  it.effect("comes from the environment before it comes from a file", () =>
    Effect.gen(function* () {
      const fallback = { path: join(folder, "never.key"), create: false }
      const from = (variables: Record<string, string>) =>
        Effect.provide(Vault, Vaults.layerConfig(fallback)).pipe(
          Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(variables))))
        )
      const expected = (yield* Effect.provide(Vault, withKey(HEX))).fingerprint("x")
      expect((yield* from({ SINGLE_WINDOW_KEY: HEX })).fingerprint("x")).toBe(expected)
      const path = join(folder, "named.key")
      writeFileSync(path, HEX, { mode: 0o600 })
      expect((yield* from({ SINGLE_WINDOW_KEY_FILE: path })).fingerprint("x")).toBe(expected)
      expect(yield* Effect.flip(from({}))).toEqual(unavailable(`the key file ${fallback.path} is missing`))
    })
  )
})

it("the cache keeps the keys used last, and no more than it may", () => {
  const unwrapped: Array<string> = []
  const cache = new KeyCache((wrapped) => {
    unwrapped.push(wrapped)
    return {} as never
  }, 2)
  for (const wrapped of ["a", "b", "a", "c", "a", "b"]) cache.get(wrapped)
  expect(unwrapped).toEqual(["a", "b", "c", "b"])
  expect(cache.size).toBe(2)
})

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CurrentPolicy, Ledger, layerMemory, Policy, SingleWindow, Store, Vault } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import { VaultConformance } from "@single-window/testkit/conformance"
import { loopbackTls, makeAuthority } from "@single-window/testkit/wire/authority"
import { TransitKms, token, type WireFaultName, wireFaults } from "@single-window/testkit/wire/kms"
import { ConfigProvider, Effect, Layer, Logger, Redacted, Schema, Stream, TestClock, TestContext } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import * as Vaults from "../../src/vault/index.js"
import { KeptKeys } from "../../src/vault/kms/KeptKeys.js"
import { deserted, strangersTls } from "../faults/Cell.js"

const folder = mkdtempSync(join(tmpdir(), "kms-"))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => join(folder, `${++files}.key`)

type Options = Parameters<typeof Vaults.layerTransit>[0]
const optionsFor = (address: string, change: Partial<Options> = {}): Options => ({
  address,
  token: Redacted.make(token),
  key: "single-window",
  keyFile: { path: newFile(), create: true },
  ...change
})

/** A vault whose KMS is played, and the KMS. */
const withKms = (change: Partial<Options> = {}) =>
  Layer.unwrapEffect(Effect.map(TransitKms, ({ url }) => Vaults.layerTransit(optionsFor(url, change)))).pipe(
    Layer.provideMerge(TransitKms.layer({ dripMillis: 200 }))
  )

const run = <A, E>(story: Effect.Effect<A, E, TransitKms | Vault>, change: Partial<Options> = {}) =>
  Effect.runPromise(story.pipe(Effect.provide(withKms(change)), Effect.provide(Logger.remove(Logger.defaultLogger))))

const asked = Effect.flatMap(TransitKms, ({ received }) =>
  Effect.map(received, (all) => all.map(({ action }) => action))
)

for (const profile of ["aes", "gm"] as const)
  VaultConformance.suite(
    `wrapped by a KMS, ${profile}`,
    Layer.suspend(() => withKms({ keyFile: { path: newFile(), create: true, profile } })),
    { live: true }
  )

describe("data keys", () => {
  it("are wrapped and given back once before they count, and asked for once however often they are used", () =>
    run(
      Effect.gen(function* () {
        const vault = yield* Vault
        const atStart = (yield* asked).length
        const key = yield* vault.createKey
        expect((yield* asked).slice(atStart)).toEqual(["encrypt", "decrypt"])
        const sealed = yield* vault.seal(key, "place", "张三")
        for (let time = 0; time < 20; time++) expect(yield* vault.open(key, "place", sealed)).toBe("张三")
        expect(yield* asked).toHaveLength(atStart + 2)
        expect(key).not.toContain(token)
      })
    ))

  it("are kept in a bounded number, for a bounded time", () =>
    run(
      Effect.gen(function* () {
        const vault = yield* Vault
        const keys = [yield* vault.createKey, yield* vault.createKey, yield* vault.createKey]
        const before = (yield* asked).length
        yield* vault.seal(keys[2] ?? "", "", "")
        yield* vault.seal(keys[1] ?? "", "", "")
        expect(yield* asked).toHaveLength(before)
        yield* vault.seal(keys[0] ?? "", "", "")
        expect(yield* asked).toHaveLength(before + 1)
      }),
      { keep: 2 }
    ))

  it("are forgotten when their time is over, the ones used last stay", () => {
    const kept = new KeptKeys<string>(2, 10)
    kept.keep("a", "A", 0)
    kept.keep("b", "B", 1)
    expect(kept.get("a", 2)).toBe("A")
    kept.keep("c", "C", 3)
    expect([kept.get("a", 4), kept.get("b", 4), kept.get("c", 4), kept.size]).toEqual(["A", undefined, "C", 2])
    expect([kept.get("a", 10), kept.get("c", 10), kept.size]).toEqual([undefined, "C", 1])
  })

  it("open after the KMS has changed its key, and not after it has retired the one that wrapped them", () =>
    run(
      Effect.gen(function* () {
        const [vault, kms] = [yield* Vault, yield* TransitKms]
        const old = yield* vault.createKey
        const sealed = yield* vault.seal(old, "p", "张三")
        yield* kms.rotate
        const recent = yield* vault.createKey
        expect(recent).toContain("vault:v2:")
        yield* vault.seal(recent, "p", "evicts the old one")
        expect(yield* vault.open(old, "p", sealed)).toBe("张三")
        yield* vault.seal(recent, "p", "and again")
        yield* kms.retireBelow(2)
        expect(yield* Effect.flip(vault.open(old, "p", sealed))).toMatchObject({ detail: "a data key does not open" })
      }),
      { keep: 1 }
    ))

  it("seal nothing when the KMS gives back another key than it was given, and are asked for again", () =>
    run(
      Effect.gen(function* () {
        const [vault, kms] = [yield* Vault, yield* TransitKms]
        // On the way in: what it wrapped was another.
        yield* kms.befall(["another-person"])
        expect(yield* Effect.flip(vault.createKey)).toMatchObject({ detail: "the KMS answered with another key" })
        const key = yield* vault.createKey
        const sealed = yield* vault.seal(key, "p", "张三")
        yield* vault.createKey
        // On the way out: what it unwrapped was another.
        yield* kms.befall(["another-person"])
        expect(yield* Effect.flip(vault.seal(key, "p", "x"))).toMatchObject({
          detail: "the KMS answered with another key"
        })
        expect(yield* vault.open(key, "p", sealed)).toBe("张三")
      }),
      { keep: 1 }
    ))
})

describe("a KMS that does wrong", () => {
  // An answer under the mark of another request: this protocol has no such marks.
  const faults = wireFaults.filter((fault) => fault !== "another-request")
  const deadline = 600

  it(`is Unavailable within the deadline, ${faults.length} ways, and nothing is lost`, () =>
    run(
      Effect.gen(function* () {
        const [vault, kms] = [yield* Vault, yield* TransitKms]
        const key = yield* vault.createKey
        const sealed = yield* vault.seal(key, "p", "张三")
        const seen: Array<string> = []
        for (const fault of faults) {
          yield* vault.createKey
          for (const act of [vault.createKey, vault.open(key, "p", sealed), vault.seal(key, "p", "x")]) {
            yield* kms.befall(Array<WireFaultName>(6).fill(fault))
            const began = performance.now()
            const refused = yield* Effect.flip(act)
            expect(refused, fault).toMatchObject({ _tag: "Unavailable", port: "vault" })
            expect(JSON.stringify(refused)).not.toContain(token)
            expect(performance.now() - began, fault).toBeLessThan(deadline + 1500)
            seen.push(`${fault}: ${refused.detail}`)
          }
          yield* kms.befall([])
          expect(yield* vault.open(key, "p", sealed), fault).toBe("张三")
        }
        expect(seen.filter((line) => /late/.test(line)).every((line) => /^(silence|drip)/.test(line))).toBe(true)
      }),
      { keep: 1, deadline, breaker: { failures: 1000 } }
    ))

  it("is not asked by everybody: five failures open the breaker, and one question finds out when it is back", () =>
    run(
      Effect.gen(function* () {
        const [vault, kms] = [yield* Vault, yield* TransitKms]
        yield* kms.seal(true)
        for (let time = 0; time < 8; time++) yield* Effect.flip(vault.createKey)
        const before = (yield* asked).length
        const refused = yield* Effect.flip(vault.createKey)
        expect(refused).toMatchObject({ detail: "kms transit: not-asked", retryAt: expect.any(Number) })
        expect(yield* asked).toHaveLength(before)
        yield* kms.seal(false)
        yield* Effect.sleep("250 millis")
        yield* vault.createKey
      }),
      { breaker: { failures: 5, probeEvery: "200 millis" } }
    ))

  it("says whose fault it is: a token that may not, a key that is not there, nobody, a stranger", async () => {
    const began = (change: Partial<Options>, server: Parameters<typeof TransitKms.layer>[0] = {}) =>
      Effect.gen(function* () {
        const { url } = yield* TransitKms
        return yield* Effect.flip(Effect.scoped(Layer.build(Vaults.layerTransit(optionsFor(url, change)))))
      }).pipe(
        Effect.provide(TransitKms.layer(server)),
        Effect.provide(Logger.remove(Logger.defaultLogger)),
        Effect.map(({ detail }) => detail),
        Effect.runPromise
      )
    expect(await began({ token: Redacted.make("another") })).toBe("kms transit: account (HTTP403)")
    expect(await began({ key: "other" })).toBe("kms transit: account (HTTP404)")
    const port = await Effect.runPromise(deserted)
    expect(await began({ address: `http://127.0.0.1:${port}` })).toBe("kms transit: unreachable (ECONNREFUSED)")
    expect(await began({}, { tls: strangersTls })).toContain("kms transit: not-trusted")
    for (const [name, value] of [
      ["key", "../sys/seal"],
      ["key", ""],
      ["mount", ".."],
      ["namespace", "team\r\nx-vault-token: another"],
      ["namespace", ""],
      ["address", "http://kms.example"],
      ["address", "https://kms.example/v1"]
    ] as const)
      expect(await began({ [name]: value }), value).toMatch(/^kms transit: the (key|mount|namespace|endpoint) is/)
    for (const secret of ["hunter2\nsecret", "令牌hunter2", "", " hunter2"]) {
      const refused = await began({ token: Redacted.make(secret) })
      expect(refused).toBe("kms transit: the token is no text for a header")
    }
  })
})

describe("a store on a KMS", () => {
  const door = (options: Options) =>
    SingleWindow.layer.pipe(
      Layer.provideMerge(Store.layer),
      Layer.provideMerge(
        Layer.mergeAll(
          layerMemory,
          Layer.sync(CurrentPolicy, () => Schema.decodeUnknownSync(Policy)({})),
          Layer.merge(World.layer(Personas.personasWorld), Vaults.layerTransit(options))
        )
      )
    )

  const story = Effect.gen(function* () {
    const kms = yield* TransitKms
    const length = Effect.flatMap(Ledger, (ledger) => Stream.runCount(ledger.journal(0)))
    const seeded = (username: string) =>
      World.seed({
        username,
        source: "ciq",
        enterprise: Personas.enterpriseOf("tongda"),
        holder: Personas.holderOf("zhangWei")
      })
    yield* seeded("ciq_td_01")
    const front = yield* SingleWindow
    const actor = yield* front.actorFor("ciq_td_01")
    const edit = front.execute(actor, "EditHolder", { name: "张伟伟" })
    const before = yield* length
    // The account's key is not kept any more, and the KMS is away.
    yield* Effect.flatMap(Vault, (vault) => vault.createKey)
    yield* kms.seal(true)
    expect(yield* Effect.flip(edit)).toMatchObject({ _tag: "StoreUnavailable" })
    expect(yield* Effect.flip(front.actorFor("ciq_td_01"))).toMatchObject({ _tag: "StoreUnavailable" })
    expect(yield* length).toBe(before)
    yield* kms.seal(false)
    yield* edit
    const found = yield* (yield* Store).byUsername("ciq_td_01")
    expect(found?.account.holder.name).toBe("张伟伟")
    expect(yield* (yield* Store).rebuild).toMatchObject({ differing: [] })
  })

  it("refuses what it cannot seal or open, writes nothing, and goes on when the KMS is back", () =>
    Effect.gen(function* () {
      const { url } = yield* TransitKms
      const options = optionsFor(url, { keep: 1, breaker: { failures: 1000 } })
      yield* Effect.orDie(Effect.provide(story, door(options)))
    }).pipe(Effect.provide(TransitKms.layer()), Effect.provide(Logger.remove(Logger.defaultLogger)), Effect.runPromise))
})

describe("the key file of a store on a KMS", () => {
  const fingerprint = Effect.map(Vault, (vault) => vault.fingerprint("x"))
  const at = (path: string, create: boolean, change: Partial<Options> = {}) =>
    Effect.flatMap(TransitKms, ({ url }) =>
      Effect.provide(fingerprint, Vaults.layerTransit(optionsFor(url, { keyFile: { path, create }, ...change })))
    )
  const start = <A, E>(story: Effect.Effect<A, E, TransitKms>) =>
    Effect.runPromise(
      story.pipe(Effect.provide(TransitKms.layer()), Effect.provide(Logger.remove(Logger.defaultLogger)))
    )

  it("holds nothing that opens anything by itself, and gives the same keyed hashes for ever", () =>
    start(
      Effect.gen(function* () {
        const path = newFile()
        expect(yield* Effect.flip(at(path, false))).toMatchObject({ detail: `the key file ${path} is missing` })
        const first = yield* at(path, true)
        const text = readFileSync(path, "utf8")
        expect(text).toMatch(/^kms:transit@k1\.[A-Za-z0-9_-]{22}\.vault:v1:[A-Za-z0-9+/=]+\n$/)
        expect(statSync(path).mode & 0o777).toBe(0o600)
        yield* Effect.flatMap(TransitKms, ({ rotate }) => rotate)
        expect(yield* at(path, false)).toBe(first)
        expect(yield* at(path, true)).toBe(first)
        expect(yield* at(newFile(), true)).not.toBe(first)
        expect(readFileSync(path, "utf8")).toBe(text)
      })
    ))

  it("is not taken for a key in the clear, nor the other way, nor for other algorithms", () =>
    start(
      Effect.gen(function* () {
        const path = newFile()
        yield* at(path, true)
        const local = Effect.flip(Effect.scoped(Layer.build(Vaults.layerKeyFile({ path, create: false }))))
        expect((yield* local).detail).toContain("holds a key that a KMS wraps")
        const clear = newFile()
        writeFileSync(clear, "0123456789abcdef".repeat(4), { mode: 0o600 })
        expect((yield* Effect.flip(at(clear, false))).detail).toContain("holds no key that a KMS wraps")
        const asGm = yield* Effect.flip(at(path, true, { keyFile: { path, create: true, profile: "gm" } }))
        expect(asGm.detail).toContain("is for the profile aes")
        writeFileSync(path, readFileSync(path, "utf8").replace("vault:v1:", "vault:v1:AAAA"))
        expect((yield* Effect.flip(at(path, false))).detail).toBe("a data key does not open")
      })
    ))

  it.each(["aes", "gm"] as const)("says which service wrapped its key, and is read without that too: %s", (profile) =>
    start(
      Effect.gen(function* () {
        const path = newFile()
        const first = yield* at(path, true, { keyFile: { path, create: true, profile } })
        const named = readFileSync(path, "utf8")
        expect(named.startsWith(profile === "gm" ? "kms:transit@gm:k1." : "kms:transit@k1.")).toBe(true)
        expect(yield* at(path, false)).toBe(first)
        writeFileSync(path, named.replace("transit@", ""))
        expect(yield* at(path, false)).toBe(first)
        writeFileSync(path, named.replace("transit@", "other@"))
        expect((yield* Effect.flip(at(path, false))).detail).toContain("is wrapped by other, not by transit")
      })
    )
  )

  it("is not made when the KMS is away, so that no store begins without its key", () =>
    start(
      Effect.gen(function* () {
        const path = newFile()
        yield* Effect.flatMap(TransitKms, ({ seal }) => seal(true))
        expect((yield* Effect.flip(at(path, true))).detail).toContain("server-error")
        expect(() => statSync(path)).toThrow("ENOENT")
      })
    ))
})

describe("a KMS from the environment", () => {
  const authority = makeAuthority("rsa-sha256")

  it("is found by the names that Vault's own tools read, over TLS, with the token in a file", () =>
    Effect.gen(function* () {
      const { received, url } = yield* TransitKms
      const [ca, secret] = [join(folder, "ca.pem"), join(folder, "token")]
      writeFileSync(ca, authority.pem)
      writeFileSync(secret, `${token}\n`, { mode: 0o600 })
      const names = {
        VAULT_ADDR: url,
        VAULT_TOKEN_FILE: secret,
        VAULT_CACERT: ca,
        SINGLE_WINDOW_KMS_KEY: "single-window"
      }
      const layer = Vaults.layerTransitConfig({ keyFile: { path: newFile(), create: true } })
      const from = (given: Record<string, string>) =>
        Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(given))))
      yield* Effect.flatMap(Vault, (vault) => vault.createKey).pipe(Effect.provide(layer), from(names))
      expect((yield* received).every(({ signed }) => signed)).toBe(true)
      const { VAULT_TOKEN_FILE: _, ...lacking } = names
      expect(String(yield* Effect.flip(Effect.scoped(Layer.build(layer)).pipe(from(lacking))))).toContain("VAULT_TOKEN")
    }).pipe(Effect.provide(TransitKms.layer({ tls: loopbackTls(authority) })), Effect.runPromise))
})

describe("time", () => {
  it("closes a kept key again", () =>
    Effect.gen(function* () {
      const calls: Array<string> = []
      const known = new Map<string, Uint8Array>()
      const kms: Vaults.Kms = {
        wrap: (key) => Effect.sync(() => `w${known.set(`w${known.size}`, key).size - 1}`),
        unwrap: (wrapped) =>
          Effect.sync(() => {
            calls.push(wrapped)
            return known.get(wrapped)
          })
      }
      const layer = Vaults.layerKms(Effect.succeed(kms), {
        keyFile: { path: newFile(), create: true },
        keepFor: "10 minutes"
      })
      yield* Effect.gen(function* () {
        const vault = yield* Vault
        const key = yield* vault.createKey
        const before = calls.length
        yield* TestClock.adjust("9 minutes")
        yield* vault.seal(key, "", "")
        expect(calls).toHaveLength(before)
        yield* TestClock.adjust("2 minutes")
        yield* vault.seal(key, "", "")
        expect(calls).toHaveLength(before + 1)
      }).pipe(Effect.provide(layer))
    }).pipe(Effect.provide(TestContext.TestContext), Effect.runPromise))
})

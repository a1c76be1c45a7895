import { randomBytes } from "node:crypto"
import { Unavailable, Vault } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { makeOwnFile, readOwnFile } from "../ownFile.js"
import type { Profile, Sealer, Suite } from "../Suite.js"
import { suites } from "../suites.js"
import { KeptKeys } from "./KeptKeys.js"
import type { Kms } from "./Kms.js"
import { parsed, written } from "./wrappedKey.js"

const BYTES = 32
const KMS = "kms:"
const GM = "gm:"

export interface KmsOptions {
  /** Where the store's own key for keyed hashes is kept, wrapped. `create` only for a store that is new. */
  readonly keyFile: { readonly path: string; readonly create: boolean; readonly profile?: Profile | undefined }
  /** How many unwrapped data keys are kept. Default 4096. */
  readonly keep?: number | undefined
  /** How long each is. Default 10 minutes. */
  readonly keepFor?: Duration.DurationInput | undefined
}

const unavailable = (detail: string) => Effect.fail(new Unavailable({ port: "vault", detail }))

/** The key behind a stored text, as the service has it and as its check value says. */
const unwrapped = (kms: Kms, suite: Suite, text: string): Effect.Effect<Uint8Array, Unavailable> =>
  Effect.gen(function* () {
    const stored = parsed(suite, text)
    const key = stored === undefined ? undefined : yield* kms.unwrap(stored.wrapped)
    if (stored === undefined || key === undefined) return yield* unavailable("a data key does not open")
    if (key.length !== BYTES || !stored.is(key)) return yield* unavailable("the KMS answered with another key")
    return key
  })

/** A new key, which counts only when the service has given it back: what it could not unwrap would be lost with its first text. */
const newKey = (
  kms: Kms,
  suite: Suite
): Effect.Effect<{ readonly key: Uint8Array; readonly text: string }, Unavailable> =>
  Effect.gen(function* () {
    const key = new Uint8Array(randomBytes(BYTES))
    const text = written(suite, key, yield* kms.wrap(key))
    yield* unwrapped(kms, suite, text)
    return { key, text }
  })

interface StoreKey {
  readonly bytes: Uint8Array
  readonly suite: Suite
}

/** What a key file begins with: the service that wrapped its key, which older files do not name, and the algorithms. */
const marked = (profile: Profile, service: string | undefined) =>
  `${KMS}${service === undefined ? "" : `${service}@`}${profile === "gm" ? GM : ""}`
const mark = /^kms:(?:([a-z]+)@)?(gm:)?/

/** Whether a key file says that its key is wrapped by a KMS. */
export const isWrapped = (text: string): boolean => text.startsWith(KMS)

const storeKey = (kms: Kms, { create, path, profile }: KmsOptions["keyFile"]): Effect.Effect<StoreKey, Unavailable> =>
  Effect.gen(function* () {
    const wanted = profile ?? "aes"
    const found = yield* readOwnFile(path)
    if (found === undefined && !create) return yield* unavailable(`the key file ${path} is missing`)
    if (found === undefined)
      yield* makeOwnFile(path, `${marked(wanted, kms.service)}${(yield* newKey(kms, suites[wanted])).text}`)
    // Read again: of two processes that begin together both have the key of the one that was first.
    const text = ((yield* readOwnFile(path)) ?? "").trim()
    if (!isWrapped(text)) return yield* unavailable(`the key file ${path} holds no key that a KMS wraps`)
    const [begins = "", service, gm] = mark.exec(text) ?? []
    if (service !== undefined && kms.service !== undefined && service !== kms.service)
      return yield* unavailable(`the key file ${path} is wrapped by ${service}, not by ${kms.service}`)
    const theirs: Profile = gm === undefined ? "aes" : "gm"
    if (create && profile !== undefined && profile !== theirs)
      return yield* unavailable(
        `the key file ${path} is for the profile ${theirs}, and the new store is to begin with ${profile}`
      )
    return { suite: suites[theirs], bytes: yield* unwrapped(kms, suites[theirs], text.slice(begins.length)) }
  })

const make = (kms: Kms, { keep = 4096, keepFor = "10 minutes", keyFile }: KmsOptions) =>
  Effect.gen(function* () {
    const { bytes, suite } = yield* storeKey(kms, keyFile)
    const hashing = suite.derive(bytes, "fingerprint")
    const kept = new KeptKeys<Sealer>(keep, Duration.toMillis(keepFor))
    const sealerOf = (text: string) =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const known = kept.get(text, now)
        if (known !== undefined) return known
        const sealer = suite.sealer(yield* unwrapped(kms, suite, text))
        kept.keep(text, sealer, now)
        return sealer
      })
    return Vault.of({
      createKey: Effect.gen(function* () {
        const { key, text } = yield* newKey(kms, suite)
        kept.keep(text, suite.sealer(key), yield* Clock.currentTimeMillis)
        return text
      }),
      seal: (key, context, text) =>
        Effect.map(sealerOf(key), (sealer) => sealer.seal(context, Buffer.from(text, "utf8"))),
      open: (key, context, sealed) =>
        Effect.flatMap(sealerOf(key), (sealer) =>
          Effect.try({
            try: () => sealer.open(context, sealed).toString("utf8"),
            catch: () => new Unavailable({ port: "vault", detail: "a sealed text does not open" })
          })
        ),
      fingerprint: (text) => suite.keyedHash(hashing, text),
      digest: suite.hash
    })
  })

/** The vault whose data keys a KMS wraps. Texts are sealed and opened here; the service sees keys and no person's data. */
export const layerKms = <E, R>(kms: Effect.Effect<Kms, E, R>, options: KmsOptions) =>
  Layer.scoped(
    Vault,
    Effect.flatMap(kms, (made) => make(made, options))
  )

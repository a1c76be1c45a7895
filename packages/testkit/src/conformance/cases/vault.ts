import { createHash } from "node:crypto"
import { Vault } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "./Case.js"
import { expect } from "./Violation.js"

/** Empty, short, Chinese, beyond the basic plane, long, and what looks like a sealed text. */
const texts: ReadonlyArray<string> = [
  "",
  "0",
  "张伟",
  "王𬭎 11999919950505077X",
  JSON.stringify({ name: "张伟", number: "119999198006150116" }),
  "长".repeat(20_000)
]

const plainHashes = ["md5", "sha1", "sha256", "sha384", "sha512", "sm3"]

const context = "state|acct-0000000000000001|7"

/** One character of a text changed, at places all over it; the last few may be padding, which means nothing. */
const altered = (text: string): ReadonlyArray<string> => {
  const length = Math.max(0, text.length - 4)
  const step = Math.max(1, Math.floor(length / 40))
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => {
    const at = index * step
    return `${text.slice(0, at)}${text.charAt(at) === "A" ? "B" : "A"}${text.slice(at + 1)}`
  })
}

const refuses = (key: string, where: string, sealed: string, what: string) =>
  Effect.flatMap(Vault, (vault) =>
    Effect.flatMap(Effect.exit(vault.open(key, where, sealed)), (exit) =>
      expect(
        exit._tag === "Failure" && exit.cause._tag === "Fail" && exit.cause.error._tag === "Unavailable",
        `${what} did not fail with Unavailable`
      )
    )
  )

export const cases = (): ReadonlyArray<Case<Vault>> => [
  {
    name: "MUST open what it sealed, whatever the text",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const key = yield* vault.createKey
      for (const text of texts) {
        const opened = yield* vault.open(key, context, yield* vault.seal(key, context, text))
        yield* expect(opened === text, `a text of ${text.length} came back as one of ${opened.length}`)
      }
    })
  },
  {
    name: "MUST NOT open under another context",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const key = yield* vault.createKey
      const sealed = yield* vault.seal(key, context, "张伟")
      for (const other of ["", `${context}0`, context.slice(0, -1), context.toUpperCase()])
        yield* refuses(key, other, sealed, `the context ${other}`)
    })
  },
  {
    name: "MUST NOT open under another key, or one that it did not wrap",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const key = yield* vault.createKey
      const sealed = yield* vault.seal(key, context, "张伟")
      for (const other of [yield* vault.createKey, "", "key", `${key}0`, key.slice(0, -1)])
        yield* refuses(other, context, sealed, "another key")
    })
  },
  {
    name: "MUST NOT open a text that was altered anywhere",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const key = yield* vault.createKey
      const sealed = yield* vault.seal(key, context, "张伟 119999198006150116")
      for (const bad of [...altered(sealed), "", sealed.slice(0, -4), sealed.slice(4)])
        if (bad !== sealed) yield* refuses(key, context, bad, "an altered text")
    })
  },
  {
    name: "MUST NOT show the text in what it sealed",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const canary = "119999198006150116"
      const sealed = yield* vault.seal(yield* vault.createKey, context, canary)
      const raw = [
        sealed,
        Buffer.from(sealed, "base64").toString("latin1"),
        Buffer.from(sealed, "hex").toString("latin1")
      ]
      yield* expect(!raw.some((form) => form.includes(canary)), "the sealed text can be read")
    })
  },
  {
    name: "MUST make a new key each time, so that throwing one away erases one account only",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const keys = yield* Effect.replicateEffect(vault.createKey, 20)
      yield* expect(new Set(keys).size === keys.length, "a key was given twice")
    })
  },
  {
    name: "MUST give one text one fingerprint, and other texts others",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const prints = [...texts, "0 ", "00"].map(vault.fingerprint)
      const again = [...texts, "0 ", "00"].map(vault.fingerprint)
      yield* expect(new Set(prints).size === prints.length, "two texts share a fingerprint")
      yield* expect(prints.join() === again.join(), "a fingerprint changed")
    })
  },
  {
    name: "MUST NOT make fingerprints that anybody could compute without the key",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      for (const text of texts) {
        const print = vault.fingerprint(text)
        const open = [vault.digest(text), ...plainHashes.map((name) => createHash(name).update(text).digest("hex"))]
        const readable = text.length > 8 && print.includes(text)
        yield* expect(!readable && !open.includes(print.toLowerCase()), "the fingerprint has no key")
      }
    })
  },
  {
    name: "MUST digest to at least 256 bits in hexadecimal, the same each time and other for other texts",
    run: Effect.gen(function* () {
      const vault = yield* Vault
      const digests = [...texts, "0 "].map(vault.digest)
      const again = [...texts, "0 "].map(vault.digest)
      yield* expect(
        digests.every((digest) => /^[0-9a-f]{64,}$/.test(digest)),
        "a digest is short or not hexadecimal"
      )
      yield* expect(new Set(digests).size === digests.length, "two texts share a digest")
      yield* expect(digests.join() === again.join(), "a digest changed")
    })
  }
]

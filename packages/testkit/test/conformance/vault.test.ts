import { createCipheriv, createDecipheriv, createHash } from "node:crypto"
import { Vault } from "@single-window/core"
import { Effect } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import { provesItCanFail, spoiled } from "./planted.js"

type Safe = Vault["Type"]
const vault = (spoil: (good: Safe) => Partial<Safe>) => spoiled(Vault, (good) => ({ ...good, ...spoil(good) }))
const key = createHash("sha256").update("one key for all").digest()

/** The same key however often one is made. */
const always = <E>(createKey: Effect.Effect<string, E>): Effect.Effect<string, E> => {
  let one: string | undefined
  return Effect.suspend(() => (one === undefined ? createKey : Effect.succeed(one))).pipe(
    Effect.tap((wrapped) =>
      Effect.sync(() => {
        one = wrapped
      })
    )
  )
}

/** Encrypts, but nothing notices a change. */
const withoutTag: Partial<Safe> = {
  seal: (_, __, text) =>
    Effect.sync(() => {
      const cipher = createCipheriv("aes-256-ctr", key, Buffer.alloc(16))
      return Buffer.concat([cipher.update(text, "utf8"), cipher.final()]).toString("base64")
    }),
  open: (_, __, sealed) =>
    Effect.sync(() => {
      const decipher = createDecipheriv("aes-256-ctr", key, Buffer.alloc(16))
      return Buffer.concat([decipher.update(Buffer.from(sealed, "base64")), decipher.final()]).toString("utf8")
    })
}

const canRead = "MUST NOT show the text in what it sealed"
const prints = "MUST give one text one fingerprint, and other texts others"
const digests = "MUST digest to at least 256 bits in hexadecimal, the same each time and other for other texts"

provesItCanFail("Vault", Conformance.VaultConformance.cases(), [
  {
    defect: "long texts are cut",
    caughtBy: "MUST open what it sealed, whatever the text",
    layer: vault(({ seal }) => ({ seal: (wrapped, context, text) => seal(wrapped, context, text.slice(0, 10_000)) }))
  },
  {
    defect: "the context is not bound",
    caughtBy: "MUST NOT open under another context",
    layer: vault(({ open, seal }) => ({
      seal: (wrapped, _, text) => seal(wrapped, "", text),
      open: (wrapped, _, sealed) => open(wrapped, "", sealed)
    }))
  },
  {
    defect: "one key opens everything",
    caughtBy: "MUST NOT open under another key, or one that it did not wrap",
    layer: vault(({ createKey, open, seal }) => {
      const one = always(createKey)
      return {
        seal: (_, context, text) => Effect.flatMap(one, (wrapped) => seal(wrapped, context, text)),
        open: (_, context, sealed) => Effect.flatMap(one, (wrapped) => open(wrapped, context, sealed))
      }
    })
  },
  {
    defect: "a changed text still opens",
    caughtBy: "MUST NOT open a text that was altered anywhere",
    layer: vault(() => withoutTag)
  },
  {
    defect: "nothing is sealed",
    caughtBy: canRead,
    layer: vault(() => ({ seal: (_, __, text) => Effect.succeed(text) }))
  },
  {
    defect: "sealing is base64",
    caughtBy: canRead,
    layer: vault(() => ({ seal: (_, __, text) => Effect.succeed(Buffer.from(text).toString("base64")) }))
  },
  {
    defect: "all accounts share a key",
    caughtBy: "MUST make a new key each time, so that throwing one away erases one account only",
    layer: vault(({ createKey }) => ({ createKey: always(createKey) }))
  },
  {
    defect: "fingerprints change",
    caughtBy: prints,
    layer: vault(({ fingerprint }) => {
      let made = 0
      return { fingerprint: (text) => fingerprint(`${text}${++made}`) }
    })
  },
  {
    defect: "blanks do not change a fingerprint",
    caughtBy: prints,
    layer: vault(({ fingerprint }) => ({ fingerprint: (text) => fingerprint(text.trim()) }))
  },
  {
    defect: "fingerprints need no key",
    caughtBy: "MUST NOT make fingerprints that anybody could compute without the key",
    layer: vault(() => ({ fingerprint: (text) => createHash("sha1").update(text).digest("hex") }))
  },
  {
    defect: "digests are short",
    caughtBy: digests,
    layer: vault(({ digest }) => ({ digest: (text) => digest(text).slice(0, 32) }))
  },
  {
    defect: "digests of long texts are of their beginning",
    caughtBy: digests,
    layer: vault(({ digest }) => ({ digest: (text) => digest(text.slice(0, 1)) }))
  }
])

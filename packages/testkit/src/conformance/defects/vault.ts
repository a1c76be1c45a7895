import { createCipheriv, createDecipheriv, createHash } from "node:crypto"
import { Vault } from "@single-window/core"
import * as Effect from "effect/Effect"
import { cases } from "../cases/vault.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

type Safe = Vault["Type"]
const spoiledVault = (spoil: (good: Safe) => Partial<Safe>) => spoiled(Vault, (good) => ({ ...good, ...spoil(good) }))
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

export const vault = planted("Vault", cases(), [
  {
    defect: says("截断长文本", "long texts are cut"),
    caughtBy: ["MUST open what it sealed, whatever the text"],
    layer: spoiledVault(({ seal }) => ({
      seal: (wrapped, context, text) => seal(wrapped, context, text.slice(0, 10_000))
    }))
  },
  {
    defect: says("封存不绑定所在位置", "the context is not bound"),
    caughtBy: ["MUST NOT open under another context"],
    layer: spoiledVault(({ open, seal }) => ({
      seal: (wrapped, _, text) => seal(wrapped, "", text),
      open: (wrapped, _, sealed) => open(wrapped, "", sealed)
    }))
  },
  {
    defect: says("一把钥匙打开一切", "one key opens everything"),
    caughtBy: ["MUST NOT open under another key, or one that it did not wrap"],
    layer: spoiledVault(({ createKey, open, seal }) => {
      const one = always(createKey)
      return {
        seal: (_, context, text) => Effect.flatMap(one, (wrapped) => seal(wrapped, context, text)),
        open: (_, context, sealed) => Effect.flatMap(one, (wrapped) => open(wrapped, context, sealed))
      }
    })
  },
  {
    defect: says("改动过的密文仍能打开", "a changed text still opens"),
    caughtBy: ["MUST NOT open a text that was altered anywhere"],
    layer: spoiledVault(() => withoutTag)
  },
  {
    defect: says("什么都不封", "nothing is sealed"),
    caughtBy: [canRead],
    layer: spoiledVault(() => ({ seal: (_, __, text) => Effect.succeed(text) }))
  },
  {
    defect: says("封存只是 base64", "sealing is base64"),
    caughtBy: [canRead],
    layer: spoiledVault(() => ({ seal: (_, __, text) => Effect.succeed(Buffer.from(text).toString("base64")) }))
  },
  {
    defect: says("所有账号共用一把钥匙", "all accounts share a key"),
    caughtBy: ["MUST make a new key each time, so that throwing one away erases one account only"],
    layer: spoiledVault(({ createKey }) => ({ createKey: always(createKey) }))
  },
  {
    defect: says("指纹会变", "fingerprints change"),
    caughtBy: [prints],
    layer: spoiledVault(({ fingerprint }) => {
      let made = 0
      return { fingerprint: (text) => fingerprint(`${text}${++made}`) }
    })
  },
  {
    defect: says("空格不影响指纹", "blanks do not change a fingerprint"),
    caughtBy: [prints],
    layer: spoiledVault(({ fingerprint }) => ({ fingerprint: (text) => fingerprint(text.trim()) }))
  },
  {
    defect: says("指纹不需要密钥", "fingerprints need no key"),
    caughtBy: ["MUST NOT make fingerprints that anybody could compute without the key"],
    layer: spoiledVault(() => ({ fingerprint: (text) => createHash("sha1").update(text).digest("hex") }))
  },
  {
    defect: says("摘要太短", "digests are short"),
    caughtBy: [digests],
    layer: spoiledVault(({ digest }) => ({ digest: (text) => digest(text).slice(0, 32) }))
  },
  {
    defect: says("长文本的摘要只算开头", "digests of long texts are of their beginning"),
    caughtBy: [digests],
    layer: spoiledVault(({ digest }) => ({ digest: (text) => digest(text.slice(0, 1)) }))
  }
])

import { timingSafeEqual } from "node:crypto"
import type { Suite } from "../Suite.js"

const FORM = "k1"

/** Tells a key from any other, and tells nothing about it. */
const checkOf = (suite: Suite, key: Uint8Array): Buffer =>
  Buffer.from(suite.keyedHash(key, "single-window/vault/kms/check/1"), "base64url").subarray(0, 16)

/** What is stored for a data key: what the service made of it, and by what it is known again. */
export const written = (suite: Suite, key: Uint8Array, wrapped: string): string =>
  `${FORM}.${checkOf(suite, key).toString("base64url")}.${wrapped}`

const form = /^k1\.([A-Za-z0-9_-]{22})\.([\x21-\x7e]{1,4096})$/

export interface Wrapped {
  readonly wrapped: string
  /** Whether a key is the one that was wrapped: a service that answers with another would have us seal what nobody could open. */
  readonly is: (key: Uint8Array) => boolean
}

export const parsed = (suite: Suite, text: string): Wrapped | undefined => {
  const [, check = "", wrapped = ""] = form.exec(text) ?? []
  const expected = Buffer.from(check, "base64url")
  if (wrapped === "" || expected.toString("base64url") !== check) return undefined
  return { wrapped, is: (key) => timingSafeEqual(checkOf(suite, key), expected) }
}

import { createHmac, timingSafeEqual } from "node:crypto"

const FORM = "k1"

/** Tells a key from any other, and tells nothing about it. */
const checkOf = (key: Uint8Array): Buffer =>
  createHmac("sha256", key).update("single-window/vault/kms/check/1").digest().subarray(0, 16)

/** What is stored for a data key: what the service made of it, and by what it is known again. */
export const written = (key: Uint8Array, wrapped: string): string =>
  `${FORM}.${checkOf(key).toString("base64url")}.${wrapped}`

const form = /^k1\.([A-Za-z0-9_-]{22})\.([\x21-\x7e]{1,4096})$/

export interface Wrapped {
  readonly wrapped: string
  /** Whether a key is the one that was wrapped: a service that answers with another would have us seal what nobody could open. */
  readonly is: (key: Uint8Array) => boolean
}

export const parsed = (text: string): Wrapped | undefined => {
  const [, check = "", wrapped = ""] = form.exec(text) ?? []
  const expected = Buffer.from(check, "base64url")
  if (wrapped === "" || expected.toString("base64url") !== check) return undefined
  return { wrapped, is: (key) => timingSafeEqual(checkOf(key), expected) }
}

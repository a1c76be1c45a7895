import { type CipherGCM, createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto"

const CIPHER = "aes-256-gcm"
const NONCE = 12
const TAG = 16

/** Names the form, so that a later cipher can stand beside it. */
const FORM = "1."

/**
 * AES-256-GCM: nonce, ciphertext and tag in base64url. The nonce is random, which is safe for some 2^32 texts under one key;
 * a data key belongs to one account.
 */
export const seal = (key: KeyObject, context: string, plain: Uint8Array): string => {
  const nonce = randomBytes(NONCE)
  const cipher: CipherGCM = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(context, "utf8"))
  const parts = [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]
  return FORM + Buffer.concat(parts).toString("base64url")
}

/** Throws when key, context or text are not the ones it was sealed with. A text has one spelling: bits that decoding would pass over count too. */
export const open = (key: KeyObject, context: string, sealed: string): Buffer => {
  const text = sealed.slice(FORM.length)
  const bytes = Buffer.from(text, "base64url")
  const ours = sealed.startsWith(FORM) && bytes.length >= NONCE + TAG && bytes.toString("base64url") === text
  if (!ours) throw new Error("not a sealed text")
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(context, "utf8"))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()])
}

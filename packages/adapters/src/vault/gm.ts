import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto"
import { bytesIn, type Sealer, type Suite } from "./Suite.js"

const BLOCK = 16
const TAG = 32
const FORM = "2."

/** SM4 (GB/T 32907) in counter mode; the same call there and back. */
export const sm4Ctr = (key: Uint8Array, counter: Uint8Array, data: Uint8Array): Buffer => {
  const cipher = createCipheriv("sm4-ctr", key, counter)
  return Buffer.concat([cipher.update(data), cipher.final()])
}

const derived = (from: Uint8Array, use: string, length: number): Buffer =>
  Buffer.from(hkdfSync("sm3", from, "", `single-window/vault/gm/${use}/1`, length))

/** What the tag is over, so written that no two contexts and ciphertexts come to the same bytes. */
const authenticated = (key: Uint8Array, context: string, ciphertext: Uint8Array): Buffer => {
  const text = Buffer.from(context, "utf8")
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(text.length))
  return createHmac("sm3", key).update(FORM).update(length).update(text).update(ciphertext).digest()
}

/**
 * SM4-CTR, then HMAC-SM3 over context, counter and ciphertext, each with a key of its own (HKDF-SM3): counter, ciphertext and tag
 * in base64url. The counter block is random; two texts under one key meet after some 2^64 blocks.
 */
const sealer = (key: Uint8Array): Sealer => {
  const encrypting = derived(key, "encrypt", BLOCK)
  const authenticating = derived(key, "authenticate", 32)
  return {
    seal: (context, plain) => {
      const counter = randomBytes(BLOCK)
      const ciphertext = Buffer.concat([counter, sm4Ctr(encrypting, counter, plain)])
      return (
        FORM + Buffer.concat([ciphertext, authenticated(authenticating, context, ciphertext)]).toString("base64url")
      )
    },
    open: (context, sealed) => {
      const bytes = bytesIn(FORM, BLOCK + TAG, sealed)
      const ciphertext = bytes.subarray(0, bytes.length - TAG)
      // The tag first: what was altered is never deciphered.
      if (!timingSafeEqual(authenticated(authenticating, context, ciphertext), bytes.subarray(bytes.length - TAG)))
        throw new Error("altered")
      return sm4Ctr(encrypting, ciphertext.subarray(0, BLOCK), ciphertext.subarray(BLOCK))
    }
  }
}

/** SM4-CTR with HMAC-SM3; HKDF, HMAC and hash with SM3 (GB/T 32905). */
export const gm: Suite = {
  profile: "gm",
  sealer,
  derive: (master, use) => derived(master, use, 32),
  keyedHash: (key, text) => createHmac("sm3", key).update(text, "utf8").digest("base64url"),
  hash: (text) => createHash("sm3").update(text, "utf8").digest("hex")
}

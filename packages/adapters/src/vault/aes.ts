import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes
} from "node:crypto"
import { bytesIn, type Sealer, type Suite } from "./Suite.js"

const CIPHER = "aes-256-gcm"
const NONCE = 12
const TAG = 16

/** Names the form, beside which others stand. */
const FORM = "1."

/**
 * AES-256-GCM: nonce, ciphertext and tag in base64url. The nonce is random, which is safe for some 2^32 texts under one key;
 * a data key belongs to one account.
 */
const sealer = (key: Uint8Array): Sealer => ({
  seal: (context, plain) => {
    const nonce = randomBytes(NONCE)
    const cipher: CipherGCM = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG })
    cipher.setAAD(Buffer.from(context, "utf8"))
    const parts = [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]
    return FORM + Buffer.concat(parts).toString("base64url")
  },
  open: (context, sealed) => {
    const bytes = bytesIn(FORM, NONCE + TAG, sealed)
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(context, "utf8"))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()])
  }
})

/** AES-256-GCM, HKDF and HMAC with SHA-256. */
export const aes: Suite = {
  profile: "aes",
  sealer,
  derive: (master, use) => Buffer.from(hkdfSync("sha256", master, "", `single-window/vault/${use}/1`, 32)),
  keyedHash: (key, text) => createHmac("sha256", key).update(text, "utf8").digest("base64url"),
  hash: (text) => createHash("sha256").update(text, "utf8").digest("hex")
}

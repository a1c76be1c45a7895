import { pbkdf2, randomBytes, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"
import type { Scheme } from "./Scheme.js"

const derive = promisify(pbkdf2)

/** OWASP's number for PBKDF2 with a hash of 256 bits; some 0.3 seconds a hash. */
const LEAST = 600_000
/** A stored hash that asks for more would be somebody's way to keep the thread pool busy. */
const MOST = 10_000_000
const LENGTH = 32
const SALT = 16

export interface Pbkdf2Options {
  /** At least 600,000, which is also the default. */
  readonly iterations?: number | undefined
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replaceAll("=", "")
const form = /^\$pbkdf2-sm3\$i=([1-9]\d{3,7})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/** PBKDF2 with HMAC-SM3 (GB/T 32905) as its function. */
export const pbkdf2Sm3Bytes = (password: string, salt: Uint8Array, iterations: number): Promise<Buffer> =>
  derive(password, salt, iterations, LENGTH, "sm3")

/** `$pbkdf2-sm3$i=ITERATIONS$SALT$HASH`, on the thread pool. `least` is for tests. */
export const pbkdf2Sm3 = ({ iterations = 0 }: Pbkdf2Options, least = LEAST): Scheme => {
  const count = Math.min(MOST, Math.max(least, Math.ceil(iterations)))
  return {
    prefix: "$pbkdf2-sm3$",
    nobody: `$pbkdf2-sm3$i=${count}$${"A".repeat(22)}$${"A".repeat(43)}`,
    hash: async (password) => {
      const salt = randomBytes(SALT)
      return `$pbkdf2-sm3$i=${count}$${base64(salt)}$${base64(await pbkdf2Sm3Bytes(password, salt, count))}`
    },
    verify: async (stored, password) => {
      const [, rounds = "", salt = "", expected = ""] = form.exec(stored) ?? []
      if (rounds === "" || Number(rounds) > MOST) throw new Error("not a hash of this scheme")
      const found = await pbkdf2Sm3Bytes(password, Buffer.from(salt, "base64"), Number(rounds))
      return timingSafeEqual(found, Buffer.from(expected, "base64"))
    }
  }
}

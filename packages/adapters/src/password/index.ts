import type { PasswordHasher } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { type Argon2Options, argon2id } from "./argon2id.js"
import { layerOf } from "./layer.js"
import { type Pbkdf2Options, pbkdf2Sm3 } from "./pbkdf2Sm3.js"

export interface PasswordOptions extends Argon2Options, Pbkdf2Options {
  /** What new hashes are made with: argon2id (`aes`, the default) or PBKDF2 with HMAC-SM3 (`gm`). Either is known again. */
  readonly profile?: "aes" | "gm" | undefined
  /** Hashes at a time; each of argon2id takes `memoryCost`. Default 4. */
  readonly atOnce?: number
}

/** Passwords hashed on the thread pool, so that neither the screen nor the other core waits. */
export const layer = (options: PasswordOptions = {}): Layer.Layer<PasswordHasher> => {
  const schemes = { aes: argon2id(options), gm: pbkdf2Sm3(options) }
  return options.profile === "gm"
    ? layerOf(schemes.gm, [schemes.aes], options.atOnce)
    : layerOf(schemes.aes, [schemes.gm], options.atOnce)
}

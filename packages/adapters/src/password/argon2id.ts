import { type Algorithm, hash, verify } from "@node-rs/argon2"
import type { Scheme } from "./Scheme.js"

const LEAST = { memoryCost: 19456, timeCost: 2, parallelism: 1 }
// The package declares its enumeration for types only, so its number is written here.
const ARGON2ID = 2 as Algorithm

export interface Argon2Options {
  /** KiB a hash. At least 19456 (OWASP's first choice of parameters), which is also the default. */
  readonly memoryCost?: number | undefined
  /** Passes over the memory; at least 2, which is also the default. */
  readonly timeCost?: number | undefined
}

/** Argon2id on the thread pool. */
export const argon2id = (options: Argon2Options): Scheme => {
  const parameters = {
    algorithm: ARGON2ID,
    memoryCost: Math.max(LEAST.memoryCost, options.memoryCost ?? 0),
    timeCost: Math.max(LEAST.timeCost, options.timeCost ?? 0),
    parallelism: LEAST.parallelism
  }
  return {
    prefix: "$argon2id$",
    nobody: `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`,
    hash: (password) => hash(password, parameters),
    verify: (stored, password) => verify(stored, password)
  }
}

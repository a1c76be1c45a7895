import { type Algorithm, hash, verify } from "@node-rs/argon2"
import { PasswordHasher, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

export interface PasswordOptions {
  /** KiB a hash. At least 19456 (OWASP's first choice of parameters), which is also the default. */
  readonly memoryCost?: number
  /** Passes over the memory; at least 2, which is also the default. */
  readonly timeCost?: number
  /** Hashes at a time; each takes `memoryCost`. Default 4. */
  readonly atOnce?: number
}

const LEAST = { memoryCost: 19456, timeCost: 2, parallelism: 1 }
// The package declares its enumeration for types only, so its number is written here.
const ARGON2ID = 2 as Algorithm

/** One password typed on two keyboards is one password (NIST SP 800-63B §3.1.1.2). */
const bytesOf = (password: Redacted.Redacted): string => Redacted.value(password).normalize("NFKC")

const make = (options: PasswordOptions): Effect.Effect<PasswordHasher["Type"]> =>
  Effect.gen(function* () {
    const parameters = {
      algorithm: ARGON2ID,
      memoryCost: Math.max(LEAST.memoryCost, options.memoryCost ?? 0),
      timeCost: Math.max(LEAST.timeCost, options.timeCost ?? 0),
      parallelism: LEAST.parallelism
    }
    const turns = yield* Effect.makeSemaphore(options.atOnce ?? 4)
    /** A hash of these parameters that no password has, for user names that do not exist. */
    const nobody = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`

    /** A started hash cannot be stopped; a turn given back early would let more than `atOnce` run. */
    const inTurn = <A>(run: () => Promise<A>) =>
      turns.withPermits(1)(
        Effect.uninterruptible(
          Effect.tryPromise({ try: run, catch: () => new Unavailable({ port: "password", detail: "hashing failed" }) })
        )
      )

    /** A text that is no hash of ours matches nothing, and that takes as long to find as any other no. */
    const check = (stored: string, password: string): Promise<boolean> =>
      verify(stored, password).catch(() => verify(nobody, password))

    return PasswordHasher.of({
      hash: (password) => inTurn(() => hash(bytesOf(password), parameters)),
      verify: (password, stored) =>
        Effect.map(
          inTurn(() => check(stored ?? nobody, bytesOf(password))),
          (matches) => matches && stored !== undefined
        )
    })
  })

/** Argon2id on the thread pool, so that neither the screen nor the other core waits. */
export const layer = (options: PasswordOptions = {}): Layer.Layer<PasswordHasher> =>
  Layer.effect(PasswordHasher, make(options))

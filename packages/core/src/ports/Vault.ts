import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Unavailable } from "../domain/Verdict.js"

/** A data key wrapped by the master key: safe to store. Throwing it away erases what it sealed. */
export type WrappedKey = string

/** Seals personal data at rest and makes the keyed hashes by which it can still be found. */
export class Vault extends Context.Tag("@single-window/core/Vault")<
  Vault,
  {
    readonly createKey: Effect.Effect<WrappedKey, Unavailable>
    /** Authenticated encryption. `context` is bound to the ciphertext: it opens only under the same context. */
    readonly seal: (key: WrappedKey, context: string, text: string) => Effect.Effect<string, Unavailable>
    readonly open: (key: WrappedKey, context: string, sealed: string) => Effect.Effect<string, Unavailable>
    /** A keyed hash (HMAC), the same for the same text as long as the master key lives. */
    readonly fingerprint: (text: string) => string
    /** A plain hash of at least 256 bits in hexadecimal, for the journal's chain. */
    readonly digest: (text: string) => string
  }
>() {}

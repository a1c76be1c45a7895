import type { Unavailable } from "@single-window/core"
import type * as Effect from "effect/Effect"

/** A service that keeps a master key and wraps data keys with it; the master key never leaves it. */
export interface Kms {
  /** Which service this is, in small letters; a new key file says so, and no other service is asked about its key. */
  readonly service?: string | undefined
  /** In a form that may be stored anywhere. */
  readonly wrap: (key: Uint8Array) => Effect.Effect<string, Unavailable>
  /** `undefined` when the service says that it did not wrap this, or has lost the key it wrapped it with. */
  readonly unwrap: (wrapped: string) => Effect.Effect<Uint8Array | undefined, Unavailable>
}

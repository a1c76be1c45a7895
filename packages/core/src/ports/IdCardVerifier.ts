import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Limited, Unavailable, Verdict } from "../domain/Verdict.js"

/** The four elements of R-56; `validTo` is 00000000 for no expiry, and each adapter translates it for its vendor. */
export interface IdCardElements {
  readonly name: string
  readonly number: string
  readonly validFrom: string
  readonly validTo: string
}

/** Whether all four elements of a resident ID card are on record (CTID). Resident IDs only. */
export class IdCardVerifier extends Context.Tag("@single-window/core/IdCardVerifier")<
  IdCardVerifier,
  { readonly verify: (card: IdCardElements) => Effect.Effect<Verdict, Limited | Unavailable> }
>() {}

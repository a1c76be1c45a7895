import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { IdCardElements } from "../domain/IdCardElements.js"
import type { Limited, Unavailable, Verdict } from "../domain/Verdict.js"

export type { IdCardElements }

/** Whether all four elements of a resident ID card are on record (CTID). Resident IDs only. */
export class IdCardVerifier extends Context.Tag("@single-window/core/IdCardVerifier")<
  IdCardVerifier,
  { readonly verify: (card: IdCardElements) => Effect.Effect<Verdict, Limited | Unavailable> }
>() {}

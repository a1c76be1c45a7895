import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { StoredDocument } from "../domain/Holder.js"
import type { Limited, Unavailable, Verdict } from "../domain/Verdict.js"

/** The four factors of R-61: the card must be the person's own (R-61a). */
export interface BankCardFactors {
  readonly name: string
  readonly document: StoredDocument
  readonly cardNumber: string
  readonly mobile: string
}

/** Whether a personal bank card belongs to this person with this reserved mobile number. */
export class BankCardVerifier extends Context.Tag("@single-window/core/BankCardVerifier")<
  BankCardVerifier,
  { readonly verify: (factors: BankCardFactors) => Effect.Effect<Verdict, Limited | Unavailable> }
>() {}

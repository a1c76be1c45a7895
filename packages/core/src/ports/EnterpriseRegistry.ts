import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Enterprise } from "../domain/Enterprise.js"
import type { StoredDocument } from "../domain/Holder.js"
import type { Limited, Unavailable, Verdict } from "../domain/Verdict.js"

export interface RegistryQuestion {
  readonly enterprise: Enterprise
  /** Present in certification, where the representative's document must be the one on record. */
  readonly legalRepresentativeDocument?: StoredDocument
}

/**
 * Whether an enterprise is on record as said. `NotSupported` and `NoRecord` mean that it cannot be checked here,
 * which is not the same as `Mismatch`; `fields` of a mismatch are `EnterpriseField`s or `legalRepresentativeDocument`.
 */
export class EnterpriseRegistry extends Context.Tag("@single-window/core/EnterpriseRegistry")<
  EnterpriseRegistry,
  { readonly check: (question: RegistryQuestion) => Effect.Effect<Verdict, Limited | Unavailable> }
>() {}

import type { AccountEvent } from "../flows/AccountEvent.js"

/** What an edit voids (R-22, D7): named in the answer, and before saving in a rehearsal of the command. */
export type Voided = "enterprise-certification" | "holder-certification" | "card-binding"

export const voidedBy = (events: ReadonlyArray<AccountEvent>): ReadonlyArray<Voided> =>
  events.flatMap((event): ReadonlyArray<Voided> => {
    if (event._tag === "CardBindingVoided") return ["card-binding"]
    if (event._tag !== "CertificationVoided") return []
    return event.facets.map((facet) => `${facet}-certification` as const)
  })

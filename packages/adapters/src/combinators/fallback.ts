import type { Limited, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { together, type VerifierPort } from "./port.js"

const askAgainAt = (error: Limited | Unavailable): number | undefined =>
  error._tag === "Limited" ? error.until : error.retryAt

/** Of two sources that cannot be asked, the one that says it can be asked first. */
const sooner = (one: Limited | Unavailable, other: Limited | Unavailable): Limited | Unavailable => {
  const [first, second] = [askAgainAt(one), askAgainAt(other)]
  return second !== undefined && (first === undefined || second < first) ? other : one
}

/** Asks the second source when the first could not be asked, for an outage or a quota; never after an answer, a "no" least of all. */
export const fallback = <Id, Service extends object, E1, R1, E2, R2>(
  port: VerifierPort<Id, Service>,
  primary: Layer.Layer<Id, E1, R1>,
  secondary: Layer.Layer<Id, E2, R2>
): Layer.Layer<Id, E1 | E2, R1 | R2> =>
  together(
    port,
    primary,
    secondary,
    (first, second) => (question) =>
      Effect.catchAll(first(question), (one) => Effect.mapError(second(question), (other) => sooner(one, other)))
  )

import * as Data from "effect/Data"

/**
 * What a verifier can say, one vocabulary for every port. A verdict is an answer, "no" included; not being able
 * to ask is an error (`Limited`, `Unavailable`). Only `Match` certifies.
 */
export type Verdict = Data.TaggedEnum<{
  Match: {}
  /** The source disagrees; `fields` when it says which. */
  Mismatch: { readonly fields?: ReadonlyArray<string> }
  /** The source does not know the subject (R-59: an ID card that is not in CTID). */
  NoRecord: {}
  /** The source cannot tell the two apart. */
  MismatchOrNoRecord: {}
  /** The source does not cover this kind of document or enterprise. */
  NotSupported: {}
  /** Found, but in a state that rules it out: a lost card, a revoked enterprise. */
  Unusable: { readonly state: string }
  /** Turned away before checking. */
  InvalidInput: { readonly field: string }
}>
export const Verdict = Data.taggedEnum<Verdict>()

/** The ports that may be impossible to ask. */
export type PortName =
  | "registry"
  | "id-card"
  | "bank-card"
  | "sms"
  | "bank-ukey"
  | "card"
  | "captcha"
  | "password"
  | "vault"

/** The source will not answer more for now (quota, daily limit). `until` is in epoch milliseconds. */
export class Limited extends Data.TaggedClass("Limited")<{ readonly port: PortName; readonly until?: number }> {}

/** The source could not be asked. `detail` is for staff and must hold no personal data. */
export class Unavailable extends Data.TaggedClass("Unavailable")<{
  readonly port: PortName
  readonly retryAt?: number
  readonly detail?: string
}> {}

/** Whether a verdict spends one of the person's attempts; an error never does. */
export const spendsAttempt = (verdict: Verdict): boolean =>
  verdict._tag === "Mismatch" || verdict._tag === "MismatchOrNoRecord"

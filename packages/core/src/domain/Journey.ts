import * as Schema from "effect/Schema"
import { BankCode } from "./Bank.js"
import { Card } from "./Card.js"
import { Enterprise } from "./Enterprise.js"
import { StoredDocument } from "./Holder.js"
import type { Method } from "./Method.js"

/** A bank-card check that matched and waits for its SMS code. The code itself is kept only as a keyed hash. */
export const PendingCode = Schema.Struct({
  cardNumber: Schema.String,
  mobile: Schema.String,
  codeHash: Schema.String,
  sentAt: Schema.Number,
  expiresAt: Schema.Number,
  attemptsLeft: Schema.Int
})
export type PendingCode = typeof PendingCode.Type

/** One person's verification, the same for legal representative and account holder. */
export const PersonState = Schema.Struct({ pending: Schema.optional(PendingCode) })
export type PersonState = typeof PersonState.Type

const LegalRepresentative = Schema.Struct({ name: Schema.String, document: StoredDocument })

/**
 * Where a certification journey stands: a closed union, so that adding a state makes the compiler list every place to visit.
 * Each state holds the exact values that earlier steps checked; a state that comes later holds all of them.
 */
export const JourneyState = Schema.Union(
  Schema.TaggedStruct("AwaitingCard", {}),
  /** The card proved the enterprise; the holder's identity comes next. */
  Schema.TaggedStruct("AwaitingCardHolderIdentity", { card: Card, enterprise: Enterprise, person: PersonState }),
  Schema.TaggedStruct("AwaitingEnterprise", {}),
  Schema.TaggedStruct("AwaitingLegalRepresentative", {
    enterprise: Enterprise,
    legalRepresentative: LegalRepresentative,
    person: PersonState
  }),
  Schema.TaggedStruct("AwaitingAccountHolder", {
    enterprise: Enterprise,
    legalRepresentative: LegalRepresentative,
    person: PersonState
  }),
  Schema.TaggedStruct("AwaitingBank", {
    bank: BankCode,
    requestId: Schema.String,
    nonce: Schema.String,
    requestExpiresAt: Schema.Number,
    enterprise: Enterprise
  }),
  Schema.TaggedStruct("AwaitingBankHolder", {
    bank: BankCode,
    bankSerial: Schema.String,
    enterprise: Enterprise,
    person: PersonState
  })
)
export type JourneyState = typeof JourneyState.Type

export const Journey = Schema.Struct({
  id: Schema.String,
  startedAt: Schema.Number,
  expiresAt: Schema.Number,
  state: JourneyState
})
export type Journey = typeof Journey.Type

export const methodOf = (state: JourneyState): Method => {
  switch (state._tag) {
    case "AwaitingCard":
    case "AwaitingCardHolderIdentity":
      return "ic-card"
    case "AwaitingEnterprise":
    case "AwaitingLegalRepresentative":
    case "AwaitingAccountHolder":
      return "legal-representative"
    case "AwaitingBank":
    case "AwaitingBankHolder":
      return "bank-ukey"
  }
}

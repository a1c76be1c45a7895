import * as Schema from "effect/Schema"
import { AccountId, Origin, Role, VoidedBecause } from "../domain/Account.js"
import { BankCode } from "../domain/Bank.js"
import { Card, CardKind } from "../domain/Card.js"
import { Enterprise } from "../domain/Enterprise.js"
import { Holder } from "../domain/Holder.js"
import { Journey, PendingCode } from "../domain/Journey.js"
import { Channel, Method, Subject } from "../domain/Method.js"
import { SecurityLevel } from "../domain/SecurityLevel.js"

const Created = {
  id: AccountId,
  username: Schema.String,
  enterprise: Enterprise,
  holder: Holder,
  mobile: Schema.String,
  email: Schema.String
}
const InitialPassword = { passwordHash: Schema.String, passwordExpiresAt: Schema.Number }

/**
 * What can happen to an account, in the past tense: a closed union and the journal's vocabulary.
 * A journal is read for years, so a field may be added as optional, never renamed.
 */
export const AccountEvent = Schema.Union(
  Schema.TaggedStruct("AdministratorRegistered", { ...Created, passwordHash: Schema.String }),
  Schema.TaggedStruct("AccountMigrated", {
    ...Created,
    source: Schema.String,
    remark: Schema.optional(Schema.String),
    passwordHash: Schema.optional(Schema.String)
  }),
  Schema.TaggedStruct("CardlessOperatorAdded", {
    ...Created,
    ...InitialPassword,
    successorOf: Schema.optional(AccountId),
    remark: Schema.optional(Schema.String)
  }),
  /** For hosts and test worlds that bring accounts of any kind with them. */
  Schema.TaggedStruct("AccountTakenOver", {
    ...Created,
    role: Role,
    origin: Origin,
    source: Schema.optional(Schema.String),
    passwordHash: Schema.optional(Schema.String),
    mustChangePassword: Schema.Boolean
  }),

  /** Spent before the password is checked, so that guesses in parallel are all counted. */
  Schema.TaggedStruct("PasswordTried", {
    lockedUntil: Schema.optional(Schema.Number),
    hardLocked: Schema.Boolean
  }),
  Schema.TaggedStruct("LoggedIn", { entrance: Schema.String }),
  Schema.TaggedStruct("PasswordChanged", { passwordHash: Schema.String }),
  Schema.TaggedStruct("PasswordReset", InitialPassword),
  Schema.TaggedStruct("AccountUnlocked", {}),

  Schema.TaggedStruct("EnterpriseEdited", { enterprise: Enterprise }),
  Schema.TaggedStruct("EnterpriseCorrected", { enterprise: Enterprise, evidence: Schema.String }),
  Schema.TaggedStruct("HolderEdited", { holder: Holder }),
  /** certification earned before no longer stands. `facets` are those that stood. */
  Schema.TaggedStruct("CertificationVoided", {
    facets: Schema.Array(Schema.Literal("enterprise", "holder")),
    because: VoidedBecause
  }),
  Schema.TaggedStruct("CardBindingVoided", { because: VoidedBecause }),
  Schema.TaggedStruct("CardBound", { cardNumber: Schema.String, kind: CardKind }),
  Schema.TaggedStruct("CardUnbound", {}),

  Schema.TaggedStruct("CertificationStarted", { journey: Journey }),
  Schema.TaggedStruct("CardPresented", { card: Card, enterprise: Enterprise }),
  Schema.TaggedStruct("EnterpriseVerified", {
    enterprise: Enterprise,
    legalRepresentative: Schema.Struct({
      name: Schema.String,
      document: Schema.Struct({ type: Schema.String, number: Schema.String })
    })
  }),
  Schema.TaggedStruct("BankAnswered", {
    bank: BankCode,
    requestId: Schema.String,
    bankSerial: Schema.String,
    enterprise: Enterprise
  }),
  Schema.TaggedStruct("BankDeclinedRequest", { bank: BankCode, requestId: Schema.String }),
  Schema.TaggedStruct("BankCardCodeSent", { subject: Subject, pending: PendingCode }),
  Schema.TaggedStruct("BankCardCodeMissed", { subject: Subject }),
  /** The message could not be sent, so the code and the waiting time are taken back; `before` is the code that waited until then. */
  Schema.TaggedStruct("BankCardCodeUnsent", { subject: Subject, before: Schema.optional(PendingCode) }),
  /** A verifier's "no" that spent an attempt. */
  Schema.TaggedStruct("AttemptSpent", { subject: Schema.String, channel: Schema.String, since: Schema.Number }),
  Schema.TaggedStruct("PersonVerified", { subject: Subject, channel: Channel }),
  /** `holderStood`: the holder facet was valid before and rests on its earlier evidence. */
  Schema.TaggedStruct("CertificationGranted", {
    method: Method,
    level: SecurityLevel,
    enterprise: Enterprise,
    holderStood: Schema.Boolean
  }),
  /** Going back, or an edit under way, clears what came after. */
  Schema.TaggedStruct("JourneyReopened", { journey: Journey }),
  Schema.TaggedStruct("CertificationAbandoned", {}),
  Schema.TaggedStruct("CertificationRanOut", {}),
  /** The enterprise cannot be checked by this method; the journey is over. */
  Schema.TaggedStruct("EnterpriseFoundNotVerifiable", {}),

  Schema.TaggedStruct("OperatorAdmitted", { administrator: Schema.String }),
  Schema.TaggedStruct("AccountDeleted", {}),
  Schema.TaggedStruct("AccountRestored", {}),
  /** Somebody saw the holder's data unmasked; the reason stands beside the event. */
  Schema.TaggedStruct("HolderRevealed", {})
)
export type AccountEvent = typeof AccountEvent.Type
export type AccountEventTag = AccountEvent["_tag"]

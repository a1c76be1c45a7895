import * as Context from "effect/Context"
import * as Schema from "effect/Schema"
import { BankCode, banks } from "./Bank.js"
import { SecurityLevel } from "./SecurityLevel.js"

const Count = Schema.Int.pipe(Schema.between(1, 1_000_000))
const Minutes = Schema.Number.pipe(Schema.positive(), Schema.lessThanOrEqualTo(60 * 24 * 366))
const withDefault = <A, I>(schema: Schema.Schema<A, I>, value: NoInfer<A>) =>
  Schema.optionalWith(schema, { default: () => value })
const group = <F extends Schema.Struct.Fields>(fields: F) => {
  const struct = Schema.Struct(fields)
  return Schema.optionalWith(struct, {
    default: () => Schema.decodeUnknownSync(struct as never)({}) as typeof struct.Type
  })
}

/**
 * Every value that the manual leaves open, in one place. A host overrides what it needs; the rest keeps the defaults,
 * which docs/rules.md lists as assumed. Durations are minutes unless the name says otherwise.
 */
export const Policy = Schema.Struct({
  scope: group({
    /** Origins that may certify here; `例如` in the manual leaves the list open. */
    origins: withDefault(Schema.Array(Schema.String), ["migrated", "cardless"]),
    /** A certified account may certify again by a method of a higher level. */
    allowHigherLevel: withDefault(Schema.Boolean, true)
  }),
  enterprise: group({
    /** How many of name, USCC and organization code one save may change. */
    editLimit: withDefault(Schema.Int.pipe(Schema.between(1, 3)), 2),
    /** What the limit is counted against: the values stored now, or those last verified (D1). */
    anchor: withDefault(Schema.Literal("stored", "lastVerified"), "stored"),
    /** A wrong USCC check character is a warning instead of an error (D5). */
    lenientUnifiedSocialCreditCode: withDefault(Schema.Boolean, false),
    /** The organization code must be characters 9-17 of the USCC when one is stored (D4). */
    organizationCodeMustMatch: withDefault(Schema.Boolean, true),
    /** Whether a save asks the registry. */
    askRegistryOnSave: withDefault(Schema.Boolean, true),
    /** A real change of an enterprise field voids the enterprise facet (D7). */
    changeVoidsFacet: withDefault(Schema.Boolean, true)
  }),
  holder: group({
    /** HK and Macao SAR passports count as PRC-issued. */
    allowSarPassports: withDefault(Schema.Boolean, false),
    /** A save of a resident ID asks CTID. */
    askIdCardOnSave: withDefault(Schema.Boolean, false)
  }),
  certification: group({
    /** How long a journey stays open. */
    journeyMinutes: withDefault(Minutes, 30),
    /** Levels by method (D10); only legal-representative = medium is the manual's own. */
    levels: group({
      "ic-card": withDefault(SecurityLevel, "high"),
      "legal-representative": withDefault(SecurityLevel, "medium"),
      "bank-ukey": withDefault(SecurityLevel, "medium")
    }),
    /** The card's holder must be the account holder (R-42 does not ask for it). */
    cardHolderMustBeAccountHolder: withDefault(Schema.Boolean, false),
    /** A bank's answer certifies the holder too (R-70 read literally). */
    bankUkeyCompletesBothFacets: withDefault(Schema.Boolean, false),
    /** Answers of "no" that one subject may collect by one channel within the window. */
    attempts: withDefault(Count, 5),
    attemptWindowMinutes: withDefault(Minutes, 24 * 60),
    /** Banks offered. */
    banks: withDefault(
      Schema.Array(BankCode),
      banks.map(({ code }) => code)
    ),
    bankRequestMinutes: withDefault(Minutes, 10),
    cardWarningDays: withDefault(Schema.Int.pipe(Schema.between(0, 3650)), 30)
  }),
  sms: group({
    digits: withDefault(Schema.Int.pipe(Schema.between(4, 10)), 6),
    validMinutes: withDefault(Minutes, 5),
    cooldownSeconds: withDefault(Count, 60),
    attempts: withDefault(Count, 5),
    perDay: withDefault(Count, 10)
  }),
  logIn: group({
    /** Wrong passwords before the account locks. */
    attempts: withDefault(Count, 5),
    lockMinutes: withDefault(Minutes, 15),
    /** Wrong passwords in all, since the last success, before only staff can unlock. */
    hardStop: withDefault(Count, 100)
  }),
  password: group({
    minLength: withDefault(Schema.Int.pipe(Schema.between(6, 128)), 8),
    maxLength: withDefault(Schema.Int.pipe(Schema.between(64, 1024)), 128),
    /** How many of lower case, upper case, digit, other a password must hold. */
    characterClasses: withDefault(Schema.Int.pipe(Schema.between(1, 4)), 2),
    /** eight eights. */
    initial: withDefault(Schema.NonEmptyString, "88888888"),
    /** After this an unused initial password is dead. */
    initialValidMinutes: withDefault(Minutes, 72 * 60)
  }),
  operators: group({
    /** Origins an administrator may delete or reset. */
    manageableOrigins: withDefault(Schema.Array(Schema.String), ["migrated", "cardless"]),
    /** R-72 compares all four fields; false leaves out the legal representative's name. */
    compareLegalRepresentativeName: withDefault(Schema.Boolean, true)
  }),
  registration: group({
    /** Registering an administrator asks the registry for name, USCC and legal representative. */
    askRegistry: withDefault(Schema.Boolean, true)
  })
})
export type Policy = typeof Policy.Type

export const defaultPolicy: Policy = Schema.decodeUnknownSync(Policy)({})

/** The policy in force, given once by the host. */
export class CurrentPolicy extends Context.Tag("@single-window/core/CurrentPolicy")<CurrentPolicy, Policy>() {}

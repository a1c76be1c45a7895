import * as Schema from "effect/Schema"
import { CardKind } from "./Card.js"
import { Enterprise } from "./Enterprise.js"
import { Holder } from "./Holder.js"
import { Journey } from "./Journey.js"
import { Method } from "./Method.js"
import { highest, SecurityLevel } from "./SecurityLevel.js"

export const AccountId = Schema.String.pipe(Schema.pattern(/^acct-[0-9a-z]{16,32}$/), Schema.brand("AccountId"))
export type AccountId = typeof AccountId.Type

/** 个人账号, 操作员, 管理员. */
export const Role = Schema.Literal("personal", "operator", "administrator")
export type Role = typeof Role.Type

/** Where an account came from. */
export const Origin = Schema.Literal("registered", "migrated", "cardless", "card")
export type Origin = typeof Origin.Type

export const FacetState = Schema.Literal("none", "valid", "voided")
export type FacetState = typeof FacetState.Type

export const VoidedBecause = Schema.Literal("identity-changed", "enterprise-changed", "corrected-by-staff", "recreated")
export type VoidedBecause = typeof VoidedBecause.Type

/** One of the two facets of R-30. `by` is the method whose evidence it rests on. */
export const Facet = Schema.Struct({
  state: FacetState,
  by: Schema.optional(Method),
  at: Schema.optional(Schema.Number)
})
export type Facet = typeof Facet.Type

/** A method completed, with the level it gave then. */
export const MethodPassed = Schema.Struct({ method: Method, level: SecurityLevel, at: Schema.Number })
export type MethodPassed = typeof MethodPassed.Type

export const Certification = Schema.Struct({
  enterprise: Facet,
  holder: Facet,
  /** Those that count: there are none while a facet does not stand. */
  methods: Schema.Array(MethodPassed),
  voidedBecause: Schema.optional(VoidedBecause)
})
export type Certification = typeof Certification.Type

export const CardBinding = Schema.Union(
  Schema.Struct({ state: Schema.Literal("none") }),
  Schema.Struct({ state: Schema.Literal("voided") }),
  Schema.Struct({ state: Schema.Literal("bound"), cardNumber: Schema.String, kind: CardKind, at: Schema.Number })
)
export type CardBinding = typeof CardBinding.Type

/** "No" answers collected by one subject through one channel; `since` opens the window (epoch milliseconds). */
export const Attempts = Schema.Struct({ count: Schema.Int, since: Schema.Number })
export type Attempts = typeof Attempts.Type

export const Password = Schema.Struct({
  hash: Schema.String,
  /** everything but changing it is blocked. */
  mustChange: Schema.Boolean,
  /** When an initial password dies, epoch milliseconds. */
  expiresAt: Schema.optional(Schema.Number)
})
export type Password = typeof Password.Type

/** Everything that is kept about one account. Its history is the journal's; this is the sum. */
export const Account = Schema.Struct({
  id: AccountId,
  username: Schema.String,
  role: Role,
  origin: Origin,
  /** The older system an account was migrated from, such as `ciq` or `local:GD`. */
  source: Schema.optional(Schema.String),
  remark: Schema.optional(Schema.String),
  deleted: Schema.Boolean,
  enterprise: Enterprise,
  /** The enterprise information at the last verification, the stricter anchor of D1. */
  verifiedEnterprise: Schema.optional(Enterprise),
  holder: Holder,
  mobile: Schema.String,
  email: Schema.String,
  password: Schema.optional(Password),
  logIn: Schema.Struct({
    /** Wrong passwords since the last lock or success. */
    failures: Schema.Int,
    /** Wrong passwords since the last success. */
    failuresInAll: Schema.Int,
    /** Epoch milliseconds. */
    lockedUntil: Schema.optional(Schema.Number),
    /** Only staff can unlock. */
    hardLocked: Schema.Boolean,
    epoch: Schema.Int
  }),
  certification: Certification,
  cardBinding: CardBinding,
  journey: Schema.optional(Journey),
  attempts: Schema.Record({ key: Schema.String, value: Attempts }),
  smsSent: Schema.Array(Schema.Number),
  /** Bank requests that have had their answer; a second answer is a replay. */
  answeredBankRequests: Schema.Array(Schema.String),
  /** Identity taken on an administrator's word. */
  administratorAssisted: Schema.Boolean,
  /** The deleted account this one takes the place of. */
  successorOf: Schema.optional(AccountId),
  createdAt: Schema.Number
})
export type Account = typeof Account.Type

/** 安全级别: the highest that a method gave which still counts. */
export const levelOf = (account: Account): SecurityLevel =>
  highest(account.certification.methods.map((passed) => passed.level))

export const isCertified = (account: Account): boolean => account.certification.methods.length > 0

export type AccountStatus = "active" | "password-change-required" | "locked" | "deleted"

export const isLocked = (account: Account, now: number): boolean =>
  account.logIn.hardLocked || (account.logIn.lockedUntil !== undefined && account.logIn.lockedUntil > now)

export const statusOf = (account: Account, now: number): AccountStatus => {
  if (account.deleted) return "deleted"
  if (isLocked(account, now)) return "locked"
  return account.password?.mustChange === true ? "password-change-required" : "active"
}

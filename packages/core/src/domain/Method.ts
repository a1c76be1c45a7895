import * as Schema from "effect/Schema"

/** The three certification methods (认证方式), in the manual's order. */
export const Method = Schema.Literal("ic-card", "legal-representative", "bank-ukey")
export type Method = typeof Method.Type

/** Whose identity a person check is about (R-51: the pages' 管理员 is the account holder). */
export const Subject = Schema.Literal("legal-representative", "account-holder")
export type Subject = typeof Subject.Type

/** How a person is checked. */
export const Channel = Schema.Literal("id-card", "bank-card")
export type Channel = typeof Channel.Type

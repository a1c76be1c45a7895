import * as Schema from "effect/Schema"

/** `CheckIdNameDate`, version 2018-03-01: the four elements of a resident ID card. */
export const CheckIdNameDate = Schema.Struct({
  Name: Schema.String,
  IdCard: Schema.String,
  ValidityBegin: Schema.String,
  /** `00000000` for no expiry, as in the manual. */
  ValidityEnd: Schema.String
})
export type CheckIdNameDate = typeof CheckIdNameDate.Type

/** `BankCard4EVerification`, version 2018-03-01: the four factors of a personal bank card. */
export const BankCard4EVerification = Schema.Struct({
  Name: Schema.String,
  BankCard: Schema.String,
  Phone: Schema.String,
  IdCard: Schema.String,
  /** Only `0`, the resident ID, is supported. */
  CertType: Schema.Literal(0)
})
export type BankCard4EVerification = typeof BankCard4EVerification.Type

/** What both answer. */
export const Response = Schema.Struct({ Result: Schema.String, RequestId: Schema.NonEmptyString })
export type Response = typeof Response.Type

import type { BankCode } from "@single-window/core"

/** What our side tells a bank. The account, enterprise, bank and nonce bind the request; all of it is signed. */
export type RequestField =
  | "requestId"
  | "bank"
  | "account"
  | "nonce"
  | "enterpriseName"
  | "unifiedSocialCreditCode"
  | "organizationCode"
  | "returnUrl"
  | "notifyUrl"
  | "timestamp"
  | "expiresAt"

/** What a bank tells us. There is no field for assets or transactions. */
export type AnswerField =
  | "requestId"
  | "bank"
  | "account"
  | "nonce"
  | "bankSerial"
  | "outcome"
  | "enterpriseName"
  | "unifiedSocialCreditCode"
  | "organizationCode"
  | "timestamp"

/** A key with which a bank signs. Where two overlap in time, either counts: so a bank can change its key without an outage. */
export interface BankKey {
  /** SubjectPublicKeyInfo or a certificate, in PEM. */
  readonly pem: string
  /** ISO 8601; left out, a certificate's own dates, and else without a limit. */
  readonly from?: string
  readonly until?: string
}

/**
 * How one bank's interface differs from another's: all of it data, so that the bank's own document is a change of data. Fields are listed
 * in the order in which they are signed.
 */
export interface BankProtocol {
  readonly code: BankCode
  readonly name: { readonly zh: string; readonly en: string }
  /** Where the person's browser goes. */
  readonly address: string
  readonly method: "GET" | "POST"
  readonly charset: "utf-8" | "gbk"
  readonly algorithm: "sm2-sm3" | "rsa-sha256"
  /** SM2 signatures as DER or as r‖s; RSA has one form. */
  readonly signatureForm: "der" | "raw"
  readonly signatureEncoding: "hex" | "base64"
  /** Whether values are percent-encoded in the string that is signed, or stand there as they are and may hold no separator. */
  readonly signedValues: "percent" | "raw"
  readonly times: "epoch-milliseconds" | "china-digits"
  readonly request: {
    readonly fields: ReadonlyArray<readonly [field: RequestField, name: string]>
    /** What never varies, such as the code by which the bank knows our side; signed before the fields. */
    readonly constants: ReadonlyArray<readonly [name: string, value: string]>
    readonly signature: string
  }
  readonly answer: {
    readonly fields: ReadonlyArray<readonly [field: AnswerField, name: string]>
    /** Fields that may be absent: a bank holds an organization code or a USCC, seldom both. */
    readonly optional: ReadonlyArray<AnswerField>
    readonly signature: string
    readonly success: string
    readonly declined: string
  }
  readonly keys: ReadonlyArray<BankKey>
}

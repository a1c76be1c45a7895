import type { BankCode } from "./Bank.js"

/** What a bank says, after its signature was checked. There is no field for assets or transactions. */
export interface BankAnswer {
  readonly requestId: string
  readonly bank: BankCode
  readonly account: string
  readonly nonce: string
  readonly bankSerial: string
  readonly outcome: "success" | "declined"
  readonly enterprise: {
    readonly name?: string
    readonly unifiedSocialCreditCode?: string
    readonly organizationCode?: string
  }
}

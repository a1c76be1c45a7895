/** What a bank's site must know of how the bank and our side write to each other; any description with at least this will do. */
export interface BankSiteProtocol {
  readonly code: string
  readonly name: { readonly zh: string }
  readonly method: "GET" | "POST"
  readonly charset: "utf-8" | "gbk"
  readonly algorithm: "sm2-sm3" | "rsa-sha256"
  readonly signatureForm: "der" | "raw"
  readonly signatureEncoding: "hex" | "base64"
  readonly signedValues: "percent" | "raw"
  readonly times: "epoch-milliseconds" | "china-digits"
  readonly request: {
    readonly fields: ReadonlyArray<readonly [field: string, name: string]>
    readonly constants: ReadonlyArray<readonly [name: string, value: string]>
    readonly signature: string
  }
  readonly answer: {
    readonly fields: ReadonlyArray<readonly [field: string, name: string]>
    readonly signature: string
    readonly success: string
    readonly declined: string
  }
}

/** A corporate customer of a bank, and the password of its UKEY. */
export interface BankCustomer {
  readonly name?: string
  readonly unifiedSocialCreditCode?: string
  readonly organizationCode?: string
  readonly password: string
}

/** One bank at the site. */
export interface BankAtSite {
  readonly protocol: BankSiteProtocol
  /** What this bank calls its UKEY: 网银盾 and the like. */
  readonly ukey: string
  readonly customers: Readonly<Record<string, BankCustomer>>
  /** How the browser carries the answer back. Default GET. */
  readonly returnBy?: "GET" | "POST"
  /** SubjectPublicKeyInfo in DER of our side, with which the bank checks our requests. */
  readonly clientKey: Uint8Array
}

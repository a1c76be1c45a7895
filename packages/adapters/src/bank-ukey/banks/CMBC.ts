import type { BankProtocol } from "../BankProtocol.js"

/** 中国民生银行. Its interface is not public: everything here is a placeholder for its own document. */
export const CMBC: BankProtocol = {
  code: "CMBC",
  name: { zh: "中国民生银行", en: "China Minsheng Bank" },
  address: "https://cmbc.bank.example/single-window",
  method: "POST",
  charset: "utf-8",
  algorithm: "sm2-sm3",
  signatureForm: "raw",
  signatureEncoding: "hex",
  signedValues: "percent",
  times: "epoch-milliseconds",
  request: {
    constants: [["version", "1"]],
    fields: [
      ["requestId", "req_no"],
      ["bank", "bank_code"],
      ["account", "account_no"],
      ["nonce", "nonce"],
      ["enterpriseName", "ent_name"],
      ["unifiedSocialCreditCode", "ent_uscc"],
      ["organizationCode", "ent_org_code"],
      ["timestamp", "req_time"],
      ["expiresAt", "expire_time"],
      ["returnUrl", "page_url"],
      ["notifyUrl", "notify_url"]
    ],
    signature: "sign"
  },
  answer: {
    fields: [
      ["requestId", "req_no"],
      ["bank", "bank_code"],
      ["account", "account_no"],
      ["nonce", "nonce"],
      ["bankSerial", "bank_serial"],
      ["outcome", "ret_code"],
      ["enterpriseName", "ent_name"],
      ["unifiedSocialCreditCode", "ent_uscc"],
      ["organizationCode", "ent_org_code"],
      ["timestamp", "ret_time"]
    ],
    optional: ["enterpriseName", "unifiedSocialCreditCode", "organizationCode"],
    signature: "sign",
    success: "0000",
    declined: "9999"
  },
  keys: []
}

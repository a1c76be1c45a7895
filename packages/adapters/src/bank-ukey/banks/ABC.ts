import type { BankProtocol } from "../BankProtocol.js"

/** 中国农业银行. Its interface is not public: everything here is a placeholder for its own document. */
export const ABC: BankProtocol = {
  code: "ABC",
  name: { zh: "中国农业银行", en: "Agricultural Bank of China" },
  address: "https://abc.bank.example/single-window",
  method: "GET",
  charset: "utf-8",
  algorithm: "sm2-sm3",
  signatureForm: "der",
  signatureEncoding: "base64",
  signedValues: "percent",
  times: "epoch-milliseconds",
  request: {
    constants: [],
    fields: [
      ["requestId", "requestId"],
      ["bank", "bankCode"],
      ["account", "account"],
      ["enterpriseName", "enterpriseName"],
      ["unifiedSocialCreditCode", "uscc"],
      ["organizationCode", "orgCode"],
      ["returnUrl", "returnUrl"],
      ["notifyUrl", "notifyUrl"],
      ["timestamp", "timestamp"],
      ["expiresAt", "expiresAt"],
      ["nonce", "nonce"]
    ],
    signature: "signature"
  },
  answer: {
    fields: [
      ["requestId", "requestId"],
      ["bank", "bankCode"],
      ["account", "account"],
      ["bankSerial", "bankSerialNo"],
      ["outcome", "result"],
      ["enterpriseName", "enterpriseName"],
      ["unifiedSocialCreditCode", "uscc"],
      ["organizationCode", "orgCode"],
      ["timestamp", "timestamp"],
      ["nonce", "nonce"]
    ],
    optional: ["enterpriseName", "unifiedSocialCreditCode", "organizationCode"],
    signature: "signature",
    success: "SUCCESS",
    declined: "FAIL"
  },
  keys: []
}

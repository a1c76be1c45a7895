import type { BankProtocol } from "../BankProtocol.js"

/**
 * 中国建设银行. Its interface for this purpose is not public: names and order follow the way its payment interface is
 * known to work (capitals, GBK, an ordered string, RSA in hexadecimal), less its MD5; the address and the keys are the deployment's.
 */
export const CCB: BankProtocol = {
  code: "CCB",
  name: { zh: "中国建设银行", en: "China Construction Bank" },
  address: "https://ccb.bank.example/single-window",
  method: "GET",
  charset: "gbk",
  algorithm: "rsa-sha256",
  signatureForm: "der",
  signatureEncoding: "hex",
  signedValues: "raw",
  times: "china-digits",
  request: {
    constants: [["TXCODE", "SWAUTH"]],
    fields: [
      ["requestId", "REQUESTID"],
      ["bank", "BANKCODE"],
      ["account", "ACCOUNT"],
      ["enterpriseName", "ENTNAME"],
      ["unifiedSocialCreditCode", "USCC"],
      ["organizationCode", "ORGCODE"],
      ["nonce", "NONCE"],
      ["timestamp", "TIMESTAMP"],
      ["expiresAt", "EXPIRES"],
      ["returnUrl", "RETURNURL"],
      ["notifyUrl", "NOTIFYURL"]
    ],
    signature: "MAC"
  },
  answer: {
    fields: [
      ["requestId", "REQUESTID"],
      ["bank", "BANKCODE"],
      ["account", "ACCOUNT"],
      ["bankSerial", "SERIALNO"],
      ["outcome", "SUCCESS"],
      ["enterpriseName", "ENTNAME"],
      ["unifiedSocialCreditCode", "USCC"],
      ["organizationCode", "ORGCODE"],
      ["nonce", "NONCE"],
      ["timestamp", "TIMESTAMP"]
    ],
    optional: ["enterpriseName", "unifiedSocialCreditCode", "organizationCode"],
    signature: "SIGN",
    success: "Y",
    declined: "N"
  },
  keys: []
}

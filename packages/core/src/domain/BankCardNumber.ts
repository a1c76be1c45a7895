import { checkBankCardNumber } from "../identifiers/bankCardNumber.js"
import { checkedText } from "./checkedText.js"

/** 银行卡号: 13 to 19 digits; whether the check digit matters is the issuer's business. ISO/IEC 7812. */
export const BankCardNumber = checkedText({
  brand: "BankCardNumber",
  description: "银行卡号 bank card number, ISO/IEC 7812",
  check: checkBankCardNumber
})
export type BankCardNumber = typeof BankCardNumber.Type

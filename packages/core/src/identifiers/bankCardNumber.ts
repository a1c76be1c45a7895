import { type Checked, error, judged, refused, warning } from "./problem.js"
import { digit, misfits, tidyCode } from "./tidiedCode.js"

export interface BankCardNumberFacts {
  /** Numbers that begin with 62. */
  readonly unionPay: boolean
}

/** Whether the last digit checks the others. ISO/IEC 7812-1, annex B. */
export const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits.charAt(digits.length - 1 - index)) * (index % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/** A bank card number: 13 to 19 digits; some domestic cards fail the check digit, so that only warns. ISO/IEC 7812. */
export const checkBankCardNumber = (input: string): Checked<BankCardNumberFacts> => {
  const code = tidyCode(input, { drop: "hyphens" })
  if (code.problems.length > 0) return refused(...code.problems)
  if (code.text.length < 13 || code.text.length > 19) return refused(error("wrong-length"))
  const wrong = misfits(code, digit)
  if (wrong.length > 0) return refused(...wrong)
  return judged(code.text, passesLuhn(code.text) ? [] : [warning("luhn-mismatch", code.positions.at(-1))], {
    unionPay: code.text.startsWith("62")
  })
}

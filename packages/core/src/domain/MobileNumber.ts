import { checkMobileNumber } from "../identifiers/mobileNumber.js"
import { checkedText } from "./checkedText.js"

/** 手机号码: eleven digits without the country code. */
export const MobileNumber = checkedText({
  brand: "MobileNumber",
  description: "手机号码 mainland mobile number, eleven digits (ITU-T E.164, country code 86 left out)",
  check: checkMobileNumber
})
export type MobileNumber = typeof MobileNumber.Type

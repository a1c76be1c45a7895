import { checkResidentId } from "../identifiers/residentId.js"
import { checkedText } from "./checkedText.js"

/** 公民身份号码: eighteen characters, a capital X where one is due. GB 11643-1999. */
export const ResidentId = checkedText({
  brand: "ResidentId",
  description: "公民身份号码 resident identity number, GB 11643-1999",
  check: checkResidentId
})
export type ResidentId = typeof ResidentId.Type

import { checkEnterpriseName } from "../identifiers/enterpriseName.js"
import { checkedText } from "./checkedText.js"

/** 企业名称: as registered, brackets full-width; compare with `enterpriseNameKey`, since NFC may not touch what is stored. */
export const EnterpriseName = checkedText({
  brand: "EnterpriseName",
  description: "企业名称 an enterprise's name as registered, checked by UTS 39",
  check: checkEnterpriseName,
  kept: ({ facts }) => facts.written
})
export type EnterpriseName = typeof EnterpriseName.Type

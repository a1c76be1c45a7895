import { checkUnifiedSocialCreditCode } from "../identifiers/unifiedSocialCreditCode.js"
import { checkedText } from "./checkedText.js"

/** 统一社会信用代码: eighteen characters, the last of which checks the other seventeen. GB 32100-2015. */
export const UnifiedSocialCreditCode = checkedText({
  brand: "UnifiedSocialCreditCode",
  description: "统一社会信用代码 Unified Social Credit Code, GB 32100-2015",
  check: checkUnifiedSocialCreditCode
})
export type UnifiedSocialCreditCode = typeof UnifiedSocialCreditCode.Type

/** The same where policy lets the registry decide about a wrong check character: registered codes exist that fail it (D5). */
export const LenientUnifiedSocialCreditCode = checkedText({
  brand: "UnifiedSocialCreditCode",
  description: "统一社会信用代码 Unified Social Credit Code, GB 32100-2015, its check character not enforced",
  check: (input) => checkUnifiedSocialCreditCode(input, { lenient: true })
})

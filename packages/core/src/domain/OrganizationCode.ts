import { checkOrganizationCode } from "../identifiers/organizationCode.js"
import { checkedText } from "./checkedText.js"

/** 组织机构代码: eight characters and a check character, without the hyphen. GB 11714-1997. */
export const OrganizationCode = checkedText({
  brand: "OrganizationCode",
  description: "组织机构代码 organization code, GB 11714-1997",
  check: checkOrganizationCode
})
export type OrganizationCode = typeof OrganizationCode.Type

/** The same for the part of a registered Unified Social Credit Code, where the registry decides (D5). */
export const LenientOrganizationCode = checkedText({
  brand: "OrganizationCode",
  description: "组织机构代码 organization code, GB 11714-1997, its check character not enforced",
  check: (input) => checkOrganizationCode(input, { lenient: true })
})

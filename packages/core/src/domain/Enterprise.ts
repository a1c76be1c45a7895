import * as Schema from "effect/Schema"

/**
 * 企业基本信息: exactly these four fields. A blank field is "". A migrated account may hold a wrong value,
 * so these are strings; what a person types now comes in through the brands of `EnterpriseName` and the codes.
 */
export const Enterprise = Schema.Struct({
  name: Schema.String,
  unifiedSocialCreditCode: Schema.String,
  organizationCode: Schema.String,
  legalRepresentativeName: Schema.String
})
export type Enterprise = typeof Enterprise.Type
export type EnterpriseField = keyof Enterprise

export const enterpriseFields: ReadonlyArray<EnterpriseField> = [
  "name",
  "unifiedSocialCreditCode",
  "organizationCode",
  "legalRepresentativeName"
]

export const blankEnterprise: Enterprise = {
  name: "",
  unifiedSocialCreditCode: "",
  organizationCode: "",
  legalRepresentativeName: ""
}

/** Characters 9 to 17 of a Unified Social Credit Code are the organization code (GB 32100). */
export const organizationPart = (unifiedSocialCreditCode: string): string => unifiedSocialCreditCode.slice(8, 17)

/**
 * Which enterprise an account belongs to, for every rule that says "of one enterprise". The organization code names it,
 * since every USCC holds one and a card carries nothing else (D6); a name stands in only where no code is stored.
 * `undefined` when all three are blank: such an account belongs to no enterprise yet.
 */
export const scopeOf = (enterprise: Enterprise): string | undefined => {
  if (enterprise.unifiedSocialCreditCode.length === 18)
    return `org:${organizationPart(enterprise.unifiedSocialCreditCode)}`
  if (enterprise.organizationCode !== "") return `org:${enterprise.organizationCode}`
  if (enterprise.name !== "") return `name:${enterprise.name}`
  return undefined
}

export const scopeOfOrganizationCode = (organizationCode: string): string => `org:${organizationCode}`

import * as Schema from "effect/Schema"
import {
  type Checked,
  checkEnterpriseName,
  checkOrganizationCode,
  checkPersonName,
  checkUnifiedSocialCreditCode,
  enterpriseNameKey,
  personNameKey
} from "../identifiers/index.js"

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

/** As the manual lists them, and as every form does: the organization code stands under the code that it is filled in from. */
export const enterpriseFields = Object.keys(
  Enterprise.fields
) as ReadonlyArray<string> as ReadonlyArray<EnterpriseField>

export const blankEnterprise: Enterprise = {
  name: "",
  unifiedSocialCreditCode: "",
  organizationCode: "",
  legalRepresentativeName: ""
}

/** A field as the identifiers see it; `lenient` lets a wrong check character of a code pass with a warning (D5). */
export const checkEnterpriseField = (
  field: EnterpriseField,
  value: string,
  lenient = false
): Checked<{ readonly written: string }> => {
  switch (field) {
    case "name":
      return checkEnterpriseName(value)
    case "unifiedSocialCreditCode":
      return { ...checkUnifiedSocialCreditCode(value, { lenient }), facts: {} }
    case "organizationCode":
      return { ...checkOrganizationCode(value, { lenient }), facts: {} }
    case "legalRepresentativeName":
      return checkPersonName(value)
  }
}

/**
 * The form in which two values of a field are compared, so that cosmetic differences never count. A value that
 * has no canonical form (a migrated account may hold one) is compared as it is, less the blanks around it.
 */
export const canonicalField = (field: EnterpriseField, value: string): string => {
  if (field === "name") return enterpriseNameKey(value)
  if (field === "legalRepresentativeName") return personNameKey(value)
  return checkEnterpriseField(field, value, true).normalized || value.normalize("NFKC").trim()
}

export const isBlankField = (value: string): boolean => value.trim() === ""

/** The fields in which two enterprises really differ. */
export const changedEnterpriseFields = (before: Enterprise, after: Enterprise): ReadonlyArray<EnterpriseField> =>
  enterpriseFields.filter(
    (field) =>
      before[field] !== after[field] && canonicalField(field, before[field]) !== canonicalField(field, after[field])
  )

/** Characters 9 to 17 of a Unified Social Credit Code are the organization code (GB 32100). */
export const organizationPart = (unifiedSocialCreditCode: string): string => unifiedSocialCreditCode.slice(8, 17)

/**
 * Which enterprise an account belongs to, for every rule that says "of one enterprise". The organization code names it,
 * since every USCC holds one and a card carries nothing else (D6); a name stands in only where no code is stored.
 * `undefined` when all three are blank: such an account belongs to no enterprise yet.
 */
export const scopeOf = (enterprise: Enterprise): string | undefined => {
  const code = canonicalField("unifiedSocialCreditCode", enterprise.unifiedSocialCreditCode)
  if (code.length === 18) return scopeOfOrganizationCode(organizationPart(code))
  if (!isBlankField(enterprise.organizationCode)) return scopeOfOrganizationCode(enterprise.organizationCode)
  if (!isBlankField(enterprise.name)) return `name:${canonicalField("name", enterprise.name)}`
  return undefined
}

export const scopeOfOrganizationCode = (organizationCode: string): string =>
  `org:${canonicalField("organizationCode", organizationCode)}`

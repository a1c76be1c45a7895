import * as Either from "effect/Either"
import {
  blankEnterprise,
  canonicalField,
  changedEnterpriseFields,
  checkEnterpriseField,
  type Enterprise,
  type EnterpriseField,
  enterpriseFields,
  isBlankField,
  organizationPart
} from "../domain/Enterprise.js"
import { FieldInvalid, fieldProblem } from "../domain/FieldInvalid.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"

/** A field that is absent is left alone. */
export type EnterpriseEdit = Partial<Enterprise>

export interface Edited {
  readonly enterprise: Enterprise
  readonly backfilled: ReadonlyArray<"organizationCode">
}

/** `expected` is what the stored Unified Social Credit Code holds (GB 32100). */
export class OrganizationCodeMismatch extends Refused("OrganizationCodeMismatch")<{ expected: string }>({
  rules: ["R-13"],
  remedies: ["Refill"]
}) {}

/** The organization code inside a Unified Social Credit Code; undefined when that is blank or no such code. */
const partOf = (unifiedSocialCreditCode: string): string | undefined => {
  const { valid, normalized } = checkEnterpriseField("unifiedSocialCreditCode", unifiedSocialCreditCode, true)
  return valid ? organizationPart(normalized) : undefined
}

/** The part that the organization code should equal and does not (D4); a blank code is missing, not mismatched. */
const mismatch = (enterprise: Enterprise, policy: Policy): string | undefined => {
  if (!policy.enterprise.organizationCodeMustMatch || isBlankField(enterprise.organizationCode)) return undefined
  const part = partOf(enterprise.unifiedSocialCreditCode)
  return part === canonicalField("organizationCode", enterprise.organizationCode) ? undefined : part
}

/** Whether the stored organization code contradicts the stored Unified Social Credit Code (D4). */
export const isMismatched = (enterprise: Enterprise, policy: Policy): boolean =>
  mismatch(enterprise, policy) !== undefined

/**
 * What is wrong with one field of an enterprise, or undefined. Registered Unified Social Credit Codes exist whose organization
 * part fails its own check character (D5), so an organization code that equals that part is as good as the code around it.
 */
export const problemOf = (field: EnterpriseField, enterprise: Enterprise, policy: Policy): string | undefined => {
  const value = enterprise[field]
  const lenient =
    policy.enterprise.lenientUnifiedSocialCreditCode ||
    (field === "organizationCode" &&
      partOf(enterprise.unifiedSocialCreditCode) === canonicalField("organizationCode", value))
  return fieldProblem(checkEnterpriseField(field, value, lenient))
}

const written = (field: EnterpriseField, value: string): string => {
  const { facts, normalized } = checkEnterpriseField(field, value, true)
  return facts.written ?? normalized
}

/**
 * 填写统一社会信用代码后, 组织机构代码会反填对应信息. Another USCC puts its characters 9 to 17 in the place of the organization code,
 * a typed one included; an organization code typed later must still agree with it (D4). A value that equals the stored
 * one but for its form is no change: it is neither judged nor rewritten, so that a wrong stored value can be mended one
 * field at a time.
 */
export const apply = (
  before: Enterprise,
  edit: EnterpriseEdit,
  policy: Policy
): Either.Either<Edited, OrganizationCodeMismatch | FieldInvalid> => {
  const typed: Record<EnterpriseField, string> = { ...before }
  for (const field of enterpriseFields) typed[field] = edit[field] ?? before[field]
  const differing = changedEnterpriseFields(before, typed)
  for (const field of differing) {
    const problem = problemOf(field, typed, policy)
    if (problem !== undefined) return Either.left(new FieldInvalid({ field, problem }))
  }
  const next: Record<EnterpriseField, string> = { ...before }
  for (const field of differing) next[field] = written(field, typed[field])
  if (differing.includes("unifiedSocialCreditCode")) {
    const part = organizationPart(next.unifiedSocialCreditCode)
    if (canonicalField("organizationCode", next.organizationCode) === part) {
      return Either.right({ enterprise: next, backfilled: [] })
    }
    return Either.right({ enterprise: { ...next, organizationCode: part }, backfilled: ["organizationCode"] })
  }
  const expected = differing.includes("organizationCode") ? mismatch(next, policy) : undefined
  return expected === undefined
    ? Either.right({ enterprise: next, backfilled: [] })
    : Either.left(new OrganizationCodeMismatch({ expected }))
}

/** All four fields of a new enterprise: the same, and none may stay blank. */
export const enter = (
  given: Enterprise,
  policy: Policy
): Either.Either<Enterprise, OrganizationCodeMismatch | FieldInvalid> =>
  Either.flatMap(apply(blankEnterprise, given, policy), ({ enterprise }) => {
    const field = enterpriseFields.find((field) => isBlankField(enterprise[field]))
    return field === undefined ? Either.right(enterprise) : Either.left(new FieldInvalid({ field, problem: "missing" }))
  })

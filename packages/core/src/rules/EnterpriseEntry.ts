import * as Either from "effect/Either"
import {
  blankEnterprise,
  changedEnterpriseFields,
  checkEnterpriseField,
  type Enterprise,
  type EnterpriseField,
  enterpriseFields,
  isBlankField
} from "../domain/Enterprise.js"
import { FieldInvalid, fieldProblem } from "../domain/FieldInvalid.js"
import type { Policy } from "../domain/Policy.js"
import * as OrganizationCodeBackfill from "./OrganizationCodeBackfill.js"

/** A field that is absent is left alone. */
export type EnterpriseEdit = Partial<Enterprise>

/**
 * What is wrong with one field of an enterprise, or undefined. Registered Unified Social Credit Codes exist whose organization
 * part fails its own check character (D5), so an organization code that equals that part is as good as the code around it.
 */
export const problemOf = (field: EnterpriseField, enterprise: Enterprise, policy: Policy): string | undefined => {
  const lenient =
    policy.enterprise.lenientUnifiedSocialCreditCode ||
    (field === "organizationCode" && OrganizationCodeBackfill.agrees(enterprise))
  return fieldProblem(checkEnterpriseField(field, enterprise[field], lenient))
}

const written = (field: EnterpriseField, value: string): string => {
  const { facts, normalized } = checkEnterpriseField(field, value, true)
  return facts.written ?? normalized
}

/**
 * 统一社会信用代码/组织机构代码/企业中文名称/法人姓名: what is typed into the four fields, each in its canonical form, the organization code filled
 * in. A value that equals the stored one but for its form is no change: it is neither judged nor rewritten, so that a
 * wrong stored value can be mended one field at a time.
 */
export const apply = (
  before: Enterprise,
  edit: EnterpriseEdit,
  policy: Policy
): Either.Either<OrganizationCodeBackfill.Filled, OrganizationCodeBackfill.OrganizationCodeMismatch | FieldInvalid> => {
  const typed: Record<EnterpriseField, string> = { ...before }
  for (const field of enterpriseFields) typed[field] = edit[field] ?? before[field]
  const differing = changedEnterpriseFields(before, typed)
  for (const field of differing) {
    const problem = problemOf(field, typed, policy)
    if (problem !== undefined) return Either.left(new FieldInvalid({ field, problem }))
  }
  const next: Record<EnterpriseField, string> = { ...before }
  for (const field of differing) next[field] = written(field, typed[field])
  if (differing.includes("unifiedSocialCreditCode")) return Either.right(OrganizationCodeBackfill.fill(next))
  return differing.includes("organizationCode")
    ? Either.map(OrganizationCodeBackfill.check(next, policy), (enterprise) => ({ enterprise, backfilled: [] }))
    : Either.right({ enterprise: next, backfilled: [] })
}

/** All four fields of a new enterprise: the same, and none may stay blank. */
export const enter = (
  given: Enterprise,
  policy: Policy
): Either.Either<Enterprise, OrganizationCodeBackfill.OrganizationCodeMismatch | FieldInvalid> =>
  Either.flatMap(apply(blankEnterprise, given, policy), ({ enterprise }) => {
    const field = enterpriseFields.find((field) => isBlankField(enterprise[field]))
    return field === undefined ? Either.right(enterprise) : Either.left(new FieldInvalid({ field, problem: "missing" }))
  })

import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import { canonicalField, type EnterpriseField, enterpriseFields } from "../domain/Enterprise.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"

export class EnterpriseDiffersFromAdministrator extends Refused("EnterpriseDiffersFromAdministrator")<{
  fields: ReadonlyArray<EnterpriseField>
}>({ rules: ["R-72"], remedies: ["Refill", "ContactSupportWithEvidence"] }) {}

/**
 * 当前用户的企业基本信息必须与管理员账号一致。只有满足条件的用户管理员才能管理当前账号: all four fields of R-10, but for their form; policy may leave out the legal
 * representative's name. Two blanks are not the same enterprise.
 */
export const check = <A extends Pick<Account, "enterprise">>(
  account: A,
  administrator: Pick<Account, "enterprise">,
  policy: Policy
): Either.Either<A, EnterpriseDiffersFromAdministrator> => {
  const fields = enterpriseFields.filter((field) => {
    if (field === "legalRepresentativeName" && !policy.operators.compareLegalRepresentativeName) return false
    const ours = canonicalField(field, account.enterprise[field])
    return ours === "" || ours !== canonicalField(field, administrator.enterprise[field])
  })
  return fields.length === 0 ? Either.right(account) : Either.left(new EnterpriseDiffersFromAdministrator({ fields }))
}

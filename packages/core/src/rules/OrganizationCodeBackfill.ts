import * as Either from "effect/Either"
import {
  canonicalField,
  checkEnterpriseField,
  type Enterprise,
  isBlankField,
  organizationPart
} from "../domain/Enterprise.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"

export interface Filled {
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

/** Whether the organization code is the one that the Unified Social Credit Code holds. */
export const agrees = ({ unifiedSocialCreditCode, organizationCode }: Enterprise): boolean =>
  partOf(unifiedSocialCreditCode) === canonicalField("organizationCode", organizationCode)

/** The part that the organization code should equal and does not (D4); a blank code is missing, not mismatched. */
const mismatch = (enterprise: Enterprise, policy: Policy): string | undefined =>
  !policy.enterprise.organizationCodeMustMatch || isBlankField(enterprise.organizationCode) || agrees(enterprise)
    ? undefined
    : partOf(enterprise.unifiedSocialCreditCode)

/** Whether the stored organization code contradicts the stored Unified Social Credit Code (D4). */
export const isMismatched = (enterprise: Enterprise, policy: Policy): boolean =>
  mismatch(enterprise, policy) !== undefined

/**
 * 填写统一社会信用代码后, 组织机构代码会反填对应信息: another USCC puts its characters 9 to 17 in the place of the organization code, a typed one
 * included.
 */
export const fill = (entered: Enterprise): Filled => {
  const part = organizationPart(entered.unifiedSocialCreditCode)
  return canonicalField("organizationCode", entered.organizationCode) === part
    ? { enterprise: entered, backfilled: [] }
    : { enterprise: { ...entered, organizationCode: part }, backfilled: ["organizationCode"] }
}

/** An organization code that is typed later must still agree with the stored USCC (D4). */
export const check = (entered: Enterprise, policy: Policy): Either.Either<Enterprise, OrganizationCodeMismatch> => {
  const expected = mismatch(entered, policy)
  return expected === undefined ? Either.right(entered) : Either.left(new OrganizationCodeMismatch({ expected }))
}

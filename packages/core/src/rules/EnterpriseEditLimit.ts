import * as Either from "effect/Either"
import { changedEnterpriseFields, type Enterprise, isBlankField } from "../domain/Enterprise.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"

/** The fields that are counted; the legal representative's name is free. */
export const COUNTED = ["name", "unifiedSocialCreditCode", "organizationCode"] as const
export type CountedField = (typeof COUNTED)[number]

export class TooManyFieldsChanged extends Refused("TooManyFieldsChanged")<{ changed: ReadonlyArray<CountedField> }>({
  rules: ["R-12", "R-14"],
  remedies: ["Refill"]
}) {}

/** The counted fields that really differ; a back-filled organization code counts like a typed one (D2). */
export const changed = (before: Enterprise, after: Enterprise): ReadonlyArray<CountedField> => {
  const differing = changedEnterpriseFields(before, after)
  return COUNTED.filter((field) => differing.includes(field))
}

/**
 * 企业名称、统一社会信用代码、组织机构代码中最多只能修改两项信息. Counted after the back-fill, so a USCC of another
 * organization uses both changes and the name cannot change in the same save (D2). Where all three are blank nothing is
 * there to hold on to, and a first entry of all three is let through (D3). `verified`, the values last verified, is
 * counted against too when policy says so (D1).
 */
export const check = (
  before: Enterprise,
  after: Enterprise,
  policy: Policy,
  verified?: Enterprise
): Either.Either<Enterprise, TooManyFieldsChanged> => {
  const { anchor, editLimit } = policy.enterprise
  const firstEntry = COUNTED.every((field) => isBlankField(before[field]))
  const now = changed(before, after)
  if (now.length > editLimit && !firstEntry) return Either.left(new TooManyFieldsChanged({ changed: now }))
  if (now.length === 0 || anchor === "stored" || verified === undefined) return Either.right(after)
  const sinceVerified = changed(verified, after)
  return sinceVerified.length > editLimit
    ? Either.left(new TooManyFieldsChanged({ changed: sinceVerified }))
    : Either.right(after)
}

import * as Either from "effect/Either"
import { canonicalField, type Enterprise, organizationPart } from "../domain/Enterprise.js"
import { Refused } from "../domain/Refused.js"

export class BankEnterpriseDiffers extends Refused("BankEnterpriseDiffers")<{}>({
  rules: ["R-66"],
  remedies: ["UseBankUkey", "UseIcCard"]
}) {}

/** Everything about the enterprise that a bank tells: no assets, no transactions. */
export type BankEnterprise = Partial<Omit<Enterprise, "legalRepresentativeName">>

/** The organization code that a Unified Social Credit Code holds. */
const partOf = (code: string): string => (code.length === 18 ? organizationPart(code) : "")

const form = (field: keyof BankEnterprise, value: string | undefined): string => canonicalField(field, value ?? "")

/**
 * The bank's customer is the account's enterprise: by organization code, then by USCC, and by name only where no code
 * can be compared. A code that differs decides, nothing to compare proves nothing, and a name that differs beside an
 * equal code is only reported, since banks shorten names.
 */
export const check = (
  answer: BankEnterprise,
  enterprise: Enterprise
): Either.Either<{ readonly nameDiffers: boolean }, BankEnterpriseDiffers> => {
  const told = {
    name: form("name", answer.name),
    unified: form("unifiedSocialCreditCode", answer.unifiedSocialCreditCode),
    organization: form("organizationCode", answer.organizationCode)
  }
  const ours = {
    name: form("name", enterprise.name),
    unified: form("unifiedSocialCreditCode", enterprise.unifiedSocialCreditCode),
    organization: form("organizationCode", enterprise.organizationCode)
  }
  const codes = [
    [told.organization || partOf(told.unified), partOf(ours.unified) || ours.organization],
    [told.unified, ours.unified]
  ] as const
  const comparable = codes.filter(([theirs, own]) => theirs !== "" && own !== "")
  const sameName = told.name !== "" && told.name === ours.name
  const same = comparable.length > 0 ? comparable.every(([theirs, own]) => theirs === own) : sameName
  return same ? Either.right({ nameDiffers: told.name !== "" && !sameName }) : Either.left(new BankEnterpriseDiffers())
}

import * as Either from "effect/Either"
import { type Account, isCertified } from "../domain/Account.js"
import { type Enterprise, enterpriseFields, isBlankField } from "../domain/Enterprise.js"
import { fieldProblem } from "../domain/FieldInvalid.js"
import { type Holder, validityProblems } from "../domain/Holder.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import { checkDocument, checkPersonName, isDocumentType } from "../identifiers/index.js"
import * as CertificationScope from "./CertificationScope.js"
import * as EnterpriseEntry from "./EnterpriseEntry.js"
import * as OrganizationCodeBackfill from "./OrganizationCodeBackfill.js"

/** What is missing or wrong: `field` as the edit command of that side names it, `problem` an identifier's code or `missing`. */
export interface ProfileProblem {
  readonly field: string
  readonly problem: string
  readonly about: "enterprise" | "holder"
}

export type NextAction = "edit-enterprise" | "edit-holder" | "certify"

/** `fields` with the side in front, since both sides have a name: `enterprise.name`, `holder.document.number`. */
export class InformationIncomplete extends Refused("InformationIncomplete")<{ fields: ReadonlyArray<string> }>({
  rules: ["R-06", "R-07"],
  remedies: ["Refill", "AskAdministrator"]
}) {}

interface Wrong {
  readonly field: string
  readonly problem: string
}

const wrong = (field: string, problem: string | undefined): ReadonlyArray<Wrong> =>
  problem === undefined ? [] : [{ field, problem }]

const enterpriseProblems = (enterprise: Enterprise, policy: Policy): ReadonlyArray<Wrong> => {
  const found = enterpriseFields.flatMap((field) => wrong(field, EnterpriseEntry.problemOf(field, enterprise, policy)))
  if (found.some(({ field }) => field === "unifiedSocialCreditCode" || field === "organizationCode")) return found
  return OrganizationCodeBackfill.isMismatched(enterprise, policy)
    ? [...found, { field: "organizationCode", problem: "organization-code-mismatch" }]
    : found
}

const documentProblems = ({ document }: Holder, policy: Policy, today: string): ReadonlyArray<Wrong> => {
  const { type, number } = document
  if (isBlankField(type) || isBlankField(number)) {
    return [
      ...wrong("document.type", isBlankField(type) ? "missing" : undefined),
      ...wrong("document.number", isBlankField(number) ? "missing" : undefined)
    ]
  }
  if (!isDocumentType(type)) return wrong("document.type", "unknown-kind")
  return wrong(
    "document.number",
    fieldProblem(checkDocument(type, number, { today, allowSar: policy.holder.allowSarPassports }))
  )
}

const holderProblems = (holder: Holder, policy: Policy, today: string): ReadonlyArray<Wrong> => [
  ...wrong("name", fieldProblem(checkPersonName(holder.name))),
  ...documentProblems(holder, policy, today),
  ...(holder.document.type === "resident-id" ? validityProblems(holder.validity, today) : [])
]

/** Everything that is missing or wrong: all four enterprise fields, the holder's name and document, and a resident ID's dates. */
export const problems = (account: Account, policy: Policy, today: string): ReadonlyArray<ProfileProblem> => [
  ...enterpriseProblems(account.enterprise, policy).map((found) => ({ ...found, about: "enterprise" as const })),
  ...holderProblems(account.holder, policy, today).map((found) => ({ ...found, about: "holder" as const }))
]

/** What to do next: a set, since B and C of §2.2 can both hold; certifying waits for both, and is for those in scope. */
export const nextActions = (account: Account, policy: Policy, today: string): ReadonlyArray<NextAction> => {
  const found = problems(account, policy, today)
  const actions: Array<NextAction> = []
  if (found.some(({ about }) => about === "enterprise")) actions.push("edit-enterprise")
  if (found.some(({ about }) => about === "holder")) actions.push("edit-holder")
  if (found.length === 0 && !isCertified(account) && CertificationScope.isInScope(account, policy))
    actions.push("certify")
  return actions
}

/** Certification waits until nothing is missing or wrong. */
export const check = (
  account: Account,
  policy: Policy,
  today: string
): Either.Either<Account, InformationIncomplete> => {
  const found = problems(account, policy, today)
  return found.length === 0
    ? Either.right(account)
    : Either.left(new InformationIncomplete({ fields: found.map(({ about, field }) => `${about}.${field}`) }))
}

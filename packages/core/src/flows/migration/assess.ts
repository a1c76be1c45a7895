import * as Either from "effect/Either"
import { type Account, AccountId } from "../../domain/Account.js"
import { type Enterprise, isBlankField } from "../../domain/Enterprise.js"
import type { Holder } from "../../domain/Holder.js"
import type { Policy } from "../../domain/Policy.js"
import { checkDocument, checkMigratedUsername, type DocumentType, isDocumentType } from "../../identifiers/index.js"
import { CertificationScope, EnterpriseEditLimit, PassportIssuer, ProfileCompleteness } from "../../rules/index.js"
import { evolve } from "../AccountLife.js"
import { canonicalAccount, type MigratedAccount, type SafeRow } from "./canonicalAccount.js"
import { isForeignPassportName } from "./documentTypeNames.js"
import { type MigratedRow, migratedColumns, type RowRead } from "./MigratedRow.js"
import type { Reason } from "./Reason.js"
import { safeText } from "./safeText.js"

/** A row judged by itself, before anything is known of other rows and accounts. */
export type AssessedRow =
  | {
      readonly line: number
      readonly class: "ready" | "fixable" | "needs-administrator"
      readonly username: string
      readonly reasons: ReadonlyArray<Reason>
      readonly account: MigratedAccount
    }
  | {
      readonly line: number
      readonly class: "invalid"
      readonly username: string
      readonly reasons: ReadonlyArray<Reason>
    }

/** Stands for the id that an account gets when it is stored; nothing that is judged here depends on it. */
const nobody = AccountId.make("acct-0000000000000000")

/** The account that storing it would make. */
export const accountOf = (migrated: MigratedAccount): Account => evolve(undefined, { ...migrated, id: nobody }, 0)

const usernameReasons = (username: string): ReadonlyArray<Reason> => {
  const checked = checkMigratedUsername(username)
  if (checked.valid && checked.normalized === username) return []
  const problem = checked.problems.find(({ severity }) => severity === "error")?.code ?? "not-canonical"
  return problem === "blank"
    ? [{ code: "username-missing", field: "username" }]
    : [{ code: "username-unusable", field: "username", problem }]
}

/** The row with every cell fit to be stored, or why it cannot be. */
const storable = (row: MigratedRow): Either.Either<SafeRow, ReadonlyArray<Reason>> => {
  const safe: Partial<Record<keyof SafeRow, string>> = {}
  const reasons: Array<Reason> = []
  for (const column of migratedColumns) {
    const { text, fault } = safeText(column, row)
    safe[column] = text
    if (column === "username") reasons.push(...usernameReasons(text))
    else if (fault !== undefined) reasons.push({ code: fault, field: column })
  }
  if (safe.source === "") reasons.push({ code: "source-missing", field: "source" })
  return reasons.length > 0 ? Either.left(reasons) : Either.right(safe as SafeRow)
}

/** Kinds whose number has a check character: a number that passes is one of these, whatever the type beside it says. */
const checkedTypes: ReadonlyArray<DocumentType> = ["resident-id", "hmt-residence", "foreigner-pr"]

/**
 * A kind of document that no method knows (军官证, 其他). Where the number is evidently that of a known kind only the type was
 * entered wrongly, which its holder mends.
 */
const isUnknownDocument = ({ document: { type, number } }: Holder): boolean =>
  !isBlankField(type) &&
  !isDocumentType(type) &&
  !checkedTypes.some((known) => number.length >= 18 && checkDocument(known, number).valid)

/** Any values that differ from what is stored: the limit asks only which fields change. */
const mendedValues: Enterprise = {
  name: "更正后的企业名称",
  unifiedSocialCreditCode: "000000000000000000",
  organizationCode: "000000000",
  legalRepresentativeName: "更正后的姓名"
}

/**
 * Whether the enterprise can be put right at all. The registry is asked at every save and agrees only when everything is
 * right, so all that is wrong has to change in one save, within the limit. Without that question field after field can be mended.
 */
const isBeyondEditing = (enterprise: Enterprise, wrong: ReadonlySet<string>, policy: Policy): boolean => {
  if (!policy.enterprise.askRegistryOnSave) return false
  const mended = { ...enterprise }
  for (const field of EnterpriseEditLimit.COUNTED) if (wrong.has(field)) mended[field] = mendedValues[field]
  return Either.isLeft(EnterpriseEditLimit.check(enterprise, mended, policy))
}

const administratorReasons = (
  account: Account,
  problems: ReadonlyArray<ProfileCompleteness.ProfileProblem>,
  policy: Policy
): ReadonlyArray<Reason> => {
  const { enterprise, holder } = account
  const reasons: Array<Reason> = []
  if (Either.isLeft(CertificationScope.check(account, "ic-card", policy))) reasons.push({ code: "not-in-scope" })
  if (isBlankField(holder.name) && isBlankField(holder.document.number)) reasons.push({ code: "no-identity" })
  else if (isForeignPassportName(holder.document.type))
    reasons.push({ code: "passport-not-prc", field: "holder.document.type" })
  else if (isUnknownDocument(holder)) reasons.push({ code: "document-type-unknown", field: "holder.document.type" })
  else if (Either.isLeft(PassportIssuer.check(holder.document, policy)))
    reasons.push({ code: "passport-not-prc", field: "holder.document.number" })
  const wrong = new Set(problems.filter(({ about }) => about === "enterprise").map(({ field }) => field))
  if (isBeyondEditing(enterprise, wrong, policy)) reasons.push({ code: "edit-limit" })
  return reasons
}

/** A field whose trouble is already said in full by a graver reason. */
const isCovered = (field: ProfileCompleteness.ProfileProblem, blocking: ReadonlyArray<Reason>): boolean =>
  blocking.some((reason) =>
    reason.code === "no-identity" ? field.about === "holder" : reason.field === `${field.about}.${field.field}`
  )

const fieldReason = ({ about, field, problem }: ProfileCompleteness.ProfileProblem): Reason =>
  problem === "missing"
    ? { code: "field-missing", field: `${about}.${field}` }
    : { code: "field-wrong", field: `${about}.${field}`, problem }

/**
 * Judges one row by the rules that its account will meet: `ready` where completeness finds nothing, `fixable` where its holder
 * can mend all that it finds, `needs-administrator` where that leads nowhere. `today` is YYYYMMDD.
 */
export const assess = (read: RowRead, policy: Policy, today: string): AssessedRow => {
  const { line } = read
  if ("unreadable" in read) {
    const reason = { code: read.unreadable, ...(read.field === undefined ? {} : { field: read.field }) }
    return { line, class: "invalid", username: "", reasons: [reason] }
  }
  const safe = storable(read.row)
  if (Either.isLeft(safe)) return { line, class: "invalid", username: read.row.username, reasons: safe.left }
  const migrated = canonicalAccount(safe.right)
  const account = accountOf(migrated)
  const problems = ProfileCompleteness.problems(account, policy, today)
  const blocking = administratorReasons(account, problems, policy)
  return {
    line,
    class: blocking.length > 0 ? "needs-administrator" : problems.length > 0 ? "fixable" : "ready",
    username: migrated.username,
    reasons: [...blocking, ...problems.filter((problem) => !isCovered(problem, blocking)).map(fieldReason)],
    account: migrated
  }
}

import * as Either from "effect/Either"
import { fieldProblem } from "../domain/FieldInvalid.js"
import { Refused } from "../domain/Refused.js"
import { checkMigratedUsername, checkUsername } from "../identifiers/index.js"

/** `problem` is an identifier's code, or `missing`. */
export class UsernameInvalid extends Refused("UsernameInvalid")<{ problem: string }>({
  rules: ["R-78"],
  remedies: ["Refill"]
}) {}

/** Some account has it, whatever the case of its letters. */
export class UsernameTaken extends Refused("UsernameTaken")<{}>({ rules: ["R-78"], remedies: ["Refill"] }) {}

/** It was migrated to another enterprise, and stays that one's for good. */
export class UsernameReserved extends Refused("UsernameReserved")<{}>({ rules: ["R-78"], remedies: ["Refill"] }) {}

/** What the ledger of migrated names holds under a name, whatever its case. */
export interface LedgerEntry {
  /** The scope of the enterprise it was migrated to; undefined when it is not in the ledger, or that enterprise is not known. */
  readonly reservedFor: string | undefined
  /** As it was migrated, letter by letter; undefined when it is not in the ledger. */
  readonly exactName: string | undefined
}

/**
 * 如果新增用户的用户名是本企业曾经迁移过来的用户名，不受用户名规则（6-18位英文字母或字母与数字组合）限制，否则需受该规则限制. Exempt only the very same name (完全一样, R-77) of the same
 * enterprise; another enterprise's is reserved, however well it is formed.
 */
export const check = (
  username: string,
  ledger: LedgerEntry,
  scope: string | undefined
): Either.Either<string, UsernameInvalid | UsernameReserved> => {
  const isMigrated = ledger.exactName !== undefined || ledger.reservedFor !== undefined
  const isOurs = scope !== undefined && ledger.reservedFor === scope
  if (isMigrated && !isOurs) return Either.left(new UsernameReserved())
  const isExempt = isOurs && checkMigratedUsername(username).normalized === ledger.exactName
  const checked = isExempt ? checkMigratedUsername(username) : checkUsername(username)
  const problem = fieldProblem(checked)
  return problem === undefined ? Either.right(checked.normalized) : Either.left(new UsernameInvalid({ problem }))
}

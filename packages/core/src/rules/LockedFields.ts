import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import { type Enterprise, scopeOf } from "../domain/Enterprise.js"
import { type StoredDocument, sameDocument } from "../domain/Holder.js"
import { Refused } from "../domain/Refused.js"
import { personNameKey } from "../identifiers/index.js"

/** What was verified, or was never this command's to change. */
export class FieldLocked extends Refused("FieldLocked")<{ field: string }>({ rules: ["R-61b", "R-61c"] }) {}

export interface Identity {
  readonly name: string
  readonly document: StoredDocument
}

const lockedField = (given: Partial<Identity>, locked: Identity): string | undefined => {
  if (given.name !== undefined && personNameKey(given.name) !== personNameKey(locked.name)) return "name"
  if (given.document === undefined || sameDocument(given.document, locked.document)) return undefined
  return given.document.type === locked.document.type ? "document.number" : "document.type"
}

/**
 * 因为已经在企业认证过法定代表人的证件类型和证件号码，所以证件类型和证件号码不可修改 (R-61b, R-61c), and the holder's are the account's: locked here and not only on
 * the screen. The same values in another form are no change.
 */
export const check = (given: Partial<Identity>, locked: Identity): Either.Either<Identity, FieldLocked> => {
  const field = lockedField(given, locked)
  return field === undefined ? Either.right(locked) : Either.left(new FieldLocked({ field }))
}

/**
 * An administrator stays with the enterprise: its operators would be left behind, and another enterprise would get an administrator that
 * never registered there. Its name and its representative are free.
 */
export const checkSeat = (
  { role, enterprise }: Pick<Account, "role" | "enterprise">,
  next: Enterprise
): Either.Either<Enterprise, FieldLocked> =>
  role === "administrator" && scopeOf(next) !== scopeOf(enterprise)
    ? Either.left(new FieldLocked({ field: "organizationCode" }))
    : Either.right(next)

import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import { documentKey } from "../domain/documentKey.js"
import { scopeOf } from "../domain/Enterprise.js"
import { Refused } from "../domain/Refused.js"

/** 该证件类型证件号已存在. Whose it is, is not told. */
export class DocumentAlreadyInEnterprise extends Refused("DocumentAlreadyInEnterprise")<{}>({
  rules: ["R-24", "R-46", "R-47"],
  remedies: ["Refill", "AskAdministrator"]
}) {}

type Holding = Pick<Account, "id" | "enterprise" | "holder" | "deleted">

/** What one account alone may hold: a document, as its enterprise knows it. */
export interface Held {
  readonly scope: string
  readonly document: string
}

/** The document that an account holds for itself; a deleted one holds none, and where document or enterprise is blank nothing can be repeated (D8). */
export const heldBy = ({ enterprise, holder, deleted }: Holding): Held | undefined => {
  const scope = scopeOf(enterprise)
  return deleted || scope === undefined || holder.document.number === ""
    ? undefined
    : { scope, document: documentKey(holder.document) }
}

/**
 * 一个企业下的所有账号, 其归属人的证件号码不能重复: by type and normalised number among the enterprise's live accounts, itself left out (D8). A
 * person is told before anybody is asked about them; under a race the store's claims decide, which are made of `heldBy` as well.
 */
export const check = <A extends Holding>(
  account: A,
  others: ReadonlyArray<Account>
): Either.Either<A, DocumentAlreadyInEnterprise> => {
  const held = heldBy(account)
  const repeats = (other: Account): boolean => {
    const theirs = heldBy(other)
    return theirs?.scope === held?.scope && theirs?.document === held?.document
  }
  return held !== undefined && others.some((other) => other.id !== account.id && repeats(other))
    ? Either.left(new DocumentAlreadyInEnterprise())
    : Either.right(account)
}

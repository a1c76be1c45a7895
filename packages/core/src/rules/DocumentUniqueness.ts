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

type Holding = Pick<Account, "id" | "enterprise" | "holder">

/** The document as its enterprise knows it; undefined where either is blank, and nothing can be repeated. */
const keyOf = ({ enterprise, holder }: Holding): string | undefined => {
  const scope = scopeOf(enterprise)
  return scope === undefined || holder.document.number === "" ? undefined : `${scope}|${documentKey(holder.document)}`
}

/**
 * 一个企业下的所有账号, 其归属人的证件号码不能重复: by type and normalised number among the enterprise's live accounts, itself and deleted
 * ones left out (D8). This tells a person early; under a race the store's claims decide (store/Claims.ts), by the same key.
 */
export const check = <A extends Holding>(
  account: A,
  others: ReadonlyArray<Account>
): Either.Either<A, DocumentAlreadyInEnterprise> => {
  const key = keyOf(account)
  return key !== undefined && others.some((other) => other.id !== account.id && !other.deleted && keyOf(other) === key)
    ? Either.left(new DocumentAlreadyInEnterprise())
    : Either.right(account)
}

import * as Either from "effect/Either"
import { type Account, isCertified, levelOf, type Origin } from "../domain/Account.js"
import type { Method } from "../domain/Method.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import { rank, type SecurityLevel } from "../domain/SecurityLevel.js"

/** 本文档适用于未认证的单一窗口企业用户…不适用于通过单一窗口注册的企业用户以及直接使用电子口岸卡介质登录的企业用户 (§1). */
export class NotInScope extends Refused("NotInScope")<{ origin: Origin }>({ rules: ["R-01", "R-02"] }) {}

export class AlreadyCertified extends Refused("AlreadyCertified")<{ level: SecurityLevel }>({ rules: ["R-01"] }) {}

/** Whether accounts from where this one came certify here at all. */
export const isInScope = ({ origin }: Pick<Account, "origin">, policy: Policy): boolean =>
  policy.scope.origins.includes(origin)

/** Whether this account may certify by this method: it came from where policy says, and is not certified this high yet. */
export const check = (
  account: Account,
  method: Method,
  policy: Policy
): Either.Either<Account, NotInScope | AlreadyCertified> => {
  if (!isInScope(account, policy)) return Either.left(new NotInScope({ origin: account.origin }))
  if (!isCertified(account)) return Either.right(account)
  const level = levelOf(account)
  return policy.scope.allowHigherLevel && rank(policy.certification.levels[method]) > rank(level)
    ? Either.right(account)
    : Either.left(new AlreadyCertified({ level }))
}

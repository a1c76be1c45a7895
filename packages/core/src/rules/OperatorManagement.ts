import * as Either from "effect/Either"
import type { Account, AccountId } from "../domain/Account.js"
import type { Entrance } from "../domain/Actor.js"
import { FieldInvalid } from "../domain/FieldInvalid.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"

export class OperatorCardCannotManage extends Refused("OperatorCardCannotManage")<{}>({
  rules: ["R-73"],
  remedies: ["UseIcCard", "AskAdministrator"]
}) {}

/** An administrator's account, one's own included, is not for operators' management. */
export class AdministratorProtected extends Refused("AdministratorProtected")<{}>({ rules: ["R-75"] }) {}

export type Deed = "admit" | "delete" | "restore" | "reset" | "recreate"

/**
 * 需使用法人卡或者管理员用户名登录单一窗口: by user name, which the permission table leaves to administrators, or by a legal-person card, whosever account
 * it opens. An operator card, or one that does not say its kind, manages nothing, not even on an administrator's account.
 */
export const mayManage = (entrance: Entrance): Either.Either<Entrance, OperatorCardCannotManage> =>
  entrance === "legal-person" || entrance === "password"
    ? Either.right(entrance)
    : Either.left(new OperatorCardCannotManage())

/**
 * 可对迁移过来的用户进行删除或重置密码: migrated users, and by policy cardless operators; an account of another origin may be admitted but
 * no more. Nobody deletes an administrator or themselves.
 */
export const checkTarget = (
  target: Account,
  self: AccountId | undefined,
  policy: Policy,
  deed: Deed
): Either.Either<Account, AdministratorProtected | FieldInvalid> => {
  if (target.id === self || target.role === "administrator") return Either.left(new AdministratorProtected())
  return deed === "admit" || policy.operators.manageableOrigins.includes(target.origin)
    ? Either.right(target)
    : Either.left(new FieldInvalid({ field: "account", problem: "not-manageable" }))
}

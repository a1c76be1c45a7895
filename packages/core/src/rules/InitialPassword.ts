import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"

export class PasswordChangeRequired extends Refused("PasswordChangeRequired")<{}>({
  rules: ["R-79"],
  remedies: ["ChangePasswordFirst"]
}) {}

export type PasswordProblem =
  | "too-short"
  | "too-long"
  | "control-character"
  | "initial-password"
  | "same-as-current"
  | "same-as-username"
  | "too-few-character-classes"

export class PasswordUnacceptable extends Refused("PasswordUnacceptable")<{ problem: PasswordProblem }>({
  rules: ["R-79"],
  remedies: ["Refill"]
}) {}

/** 八个8, whatever policy says the initial password is. */
const EIGHT_EIGHTS = "88888888"

/** The one form of a password, so that full-width digits are no new password and the same keys give the same password. */
export const normalized = (password: string): string => password.normalize("NFKC")

const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

const problemOf = (
  next: string,
  current: string,
  username: string,
  { password: { minLength, maxLength, characterClasses, initial } }: Policy
): PasswordProblem | undefined => {
  const length = Array.from(next).length
  if (next === EIGHT_EIGHTS || next === normalized(initial)) return "initial-password"
  if (length < minLength) return "too-short"
  if (length > maxLength) return "too-long"
  if (/[\p{Cc}\p{Cs}]/u.test(next)) return "control-character"
  if (next === normalized(current)) return "same-as-current"
  if (next.toLowerCase() === normalized(username).toLowerCase()) return "same-as-username"
  return classes.filter((form) => form.test(next)).length < characterClasses ? "too-few-character-classes" : undefined
}

/** 登录后需修改初始密码: to something else than the initial one, the current one and the user name; strength is policy. Answers the form to hash. */
export const check = (
  next: string,
  current: string,
  username: string,
  policy: Policy
): Either.Either<string, PasswordUnacceptable> => {
  const password = normalized(next)
  const problem = problemOf(password, current, username, policy)
  return problem === undefined ? Either.right(password) : Either.left(new PasswordUnacceptable({ problem }))
}

/** Until the initial password is changed, changing it is all that an account can do. */
export const guard = (account: Account, command: string): Either.Either<Account, PasswordChangeRequired> =>
  account.password?.mustChange === true && command !== "ChangePassword"
    ? Either.left(new PasswordChangeRequired())
    : Either.right(account)

import type { Account } from "../domain/Account.js"
import type { Policy } from "../domain/Policy.js"
import { ProfileCompleteness } from "../rules/index.js"

export type NextAction = "change-password" | "edit-enterprise" | "edit-holder" | "certify"

/** What an account should do next: a set, for several can be due at once. */
export const nextActions = (account: Account, policy: Policy, today: string): ReadonlyArray<NextAction> =>
  account.password?.mustChange === true ? ["change-password"] : ProfileCompleteness.nextActions(account, policy, today)

import type { Account } from "../domain/Account.js"

/** 实名认证需要完成两个方面的认证：企业信息认证和账号所有人身份信息认证: the facets that do not stand. */
export const missingFacets = (account: Account): ReadonlyArray<"enterprise" | "holder"> =>
  (["enterprise", "holder"] as const).filter((facet) => account.certification[facet].state !== "valid")

export const isComplete = (account: Account): boolean => missingFacets(account).length === 0

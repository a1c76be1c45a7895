import type { Account, Certification, MethodPassed } from "../domain/Account.js"

export type FacetName = "enterprise" | "holder"

const facets: ReadonlyArray<FacetName> = ["enterprise", "holder"]

type Standing = Pick<Certification, FacetName>

/** 实名认证需要完成两个方面的认证：企业信息认证和账号所有人身份信息认证: the facets that do not stand. */
export const missingFacets = (certification: Standing): ReadonlyArray<FacetName> =>
  facets.filter((facet) => certification[facet].state !== "valid")

export const standingFacets = (certification: Standing): ReadonlyArray<FacetName> =>
  facets.filter((facet) => !missingFacets(certification).includes(facet))

export const isComplete = (account: Pick<Account, "certification">): boolean =>
  missingFacets(account.certification).length === 0

/**
 * Of the methods passed, those that count: none once a facet no longer stands, and none of them again when it is renewed, for a method of
 * a lower level must not bring back the level of a higher one.
 */
export const countingMethods = (
  certification: Standing,
  passed: ReadonlyArray<MethodPassed>
): ReadonlyArray<MethodPassed> => (missingFacets(certification).length === 0 ? passed : [])

import type { Account, VoidedBecause } from "../domain/Account.js"
import { changedEnterpriseFields, type Enterprise } from "../domain/Enterprise.js"
import { changedHolderFields, type Holder } from "../domain/Holder.js"
import type { Policy } from "../domain/Policy.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import * as CertificationCompleteness from "./CertificationCompleteness.js"

/** What a change of identity would take away, for the warning before the save: only what stands now («或», R-22). */
export const wouldVoid = (
  account: Account
): { readonly facets: ReadonlyArray<CertificationCompleteness.FacetName>; readonly cardBinding: boolean } => ({
  facets: CertificationCompleteness.standingFacets(account.certification),
  cardBinding: account.cardBinding.state === "bound"
})

const certificationVoided = (
  facets: ReadonlyArray<CertificationCompleteness.FacetName>,
  because: VoidedBecause
): ReadonlyArray<AccountEvent> => (facets.length === 0 ? [] : [{ _tag: "CertificationVoided", facets, because }])

/**
 * 修改身份信息, 则您之前做过的实名认证及绑卡将失效, 需要重新进行实名认证或绑卡: any real change of name, document or validity voids both facets and
 * the card binding; the same values in another form void nothing and record nothing (D7).
 */
export const afterHolderEdit = (account: Account, next: Holder): ReadonlyArray<AccountEvent> => {
  if (changedHolderFields(account.holder, next).length === 0) return []
  const { facets, cardBinding } = wouldVoid(account)
  return [
    { _tag: "HolderEdited", holder: next },
    ...certificationVoided(facets, "identity-changed"),
    ...(cardBinding ? [{ _tag: "CardBindingVoided", because: "identity-changed" } as const] : [])
  ]
}

/** A real change of the enterprise voids the enterprise facet, where policy says so; the manual does not say (D7). */
export const afterEnterpriseEdit = (
  account: Account,
  next: Enterprise,
  policy: Policy
): ReadonlyArray<AccountEvent> => {
  if (changedEnterpriseFields(account.enterprise, next).length === 0) return []
  const stood = CertificationCompleteness.standingFacets(account.certification)
  return [
    { _tag: "EnterpriseEdited", enterprise: next },
    ...certificationVoided(
      policy.enterprise.changeVoidsFacet ? stood.filter((facet) => facet === "enterprise") : [],
      "enterprise-changed"
    )
  ]
}

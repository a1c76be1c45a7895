import { type Account, accountView } from "@single-window/core"
import { asDue, type Life, levelOf } from "../../invariants/Life.js"
import type { AccountSubset } from "../../scenario/AccountSubset.js"
import { holds } from "../../scenario/subset.js"

const stepOf = ({ journey, due }: Life): string | undefined => {
  if (journey === undefined) return undefined
  const proven = journey.proven !== undefined && !due.journey
  switch (journey.method) {
    case "ic-card":
      return proven ? "account-holder" : "card"
    case "bank-ukey":
      return proven ? "account-holder" : "bank"
    case "legal-representative":
      return !proven ? "enterprise" : journey.representative ? "account-holder" : "legal-representative"
  }
}

/** The account as its journal says it should be shown. */
const due = (life: Life) => {
  const right = asDue(life)
  const { facets, methods, binding, journey, role } = right
  return {
    role,
    certification: { ...facets, methods: [...methods.keys()] },
    level: levelOf(right),
    cardBinding: binding,
    journey: journey === undefined ? null : { method: journey.method, step: stepOf(right) }
  }
}

/** What of an account is not as it should be, as a scenario would ask for it; nothing when one cannot see it there. */
export const expectedOf = (life: Life, account: Account, now: number): AccountSubset | undefined => {
  const shown: unknown = JSON.parse(JSON.stringify(accountView(account, now)))
  const differing = Object.entries(due(life)).filter(([key, value]) => !holds({ [key]: value }, shown))
  return differing.length === 0 ? undefined : (Object.fromEntries(differing) as AccountSubset)
}

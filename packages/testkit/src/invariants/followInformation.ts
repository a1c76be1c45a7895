import {
  type AccountEvent,
  changedEnterpriseFields,
  changedHolderFields,
  type Enterprise,
  isBlankField,
  organizationPart,
  scopeOf
} from "@single-window/core"
import { type Happening, wasSaid } from "./followed.js"
import type { Life } from "./Life.js"

type Event<Tag extends AccountEvent["_tag"]> = Extract<AccountEvent, { readonly _tag: Tag }>

const counted = ["name", "unifiedSocialCreditCode", "organizationCode"] as const

/** I-5: two of three, the back-filled code counted; a first entry into three blanks is free. */
const checkLimit = ({ life, report, around, event }: Happening<Event<"EnterpriseEdited">>): void => {
  const { policy } = around
  const changed = changedEnterpriseFields(life.enterprise, event.enterprise)
  const limited = counted.filter((field) => changed.includes(field))
  const first = counted.every((field) => isBlankField(life.enterprise[field]))
  if (limited.length > policy.enterprise.editLimit && !first) report("I-5", "too-many-fields", { changed: limited })
  const { unifiedSocialCreditCode: code, organizationCode } = event.enterprise
  if (changed.includes("unifiedSocialCreditCode") && code.length === 18 && organizationCode !== organizationPart(code))
    report("I-5", "organization-code-differs")
}

/** What rested on the enterprise's old values must go before anything else happens. */
const enterpriseChanges = (happening: Happening, enterprise: Enterprise): void => {
  const { life, around, report } = happening
  const moved = scopeOf(life.enterprise) !== scopeOf(enterprise)
  if (moved && life.role === "administrator" && happening.event._tag === "EnterpriseEdited")
    report("I-9", "administrator-left-its-enterprise")
  life.enterprise = enterprise
  if (moved && life.role === "operator") life.role = "personal"
  if (around.policy.enterprise.changeVoidsFacet && life.facets.enterprise === "valid") life.due.facets.add("enterprise")
  const { journey } = life
  if (journey !== undefined && (journey.proven !== undefined || journey.request !== undefined)) life.due.journey = true
}

export const enterpriseEdited = (happening: Happening<Event<"EnterpriseEdited">>): void => {
  const { event, around, report } = happening
  checkLimit(happening)
  if (
    around.policy.enterprise.askRegistryOnSave &&
    !wasSaid(happening, "registry", "Match", { enterprise: event.enterprise })
  )
    report("I-3", "saved-without-a-match")
  enterpriseChanges(happening, event.enterprise)
}

export const enterpriseCorrected = (happening: Happening<Event<"EnterpriseCorrected">>): void => {
  const { entry, event, report } = happening
  if (!/^staff:.+\/supervisor$/.test(entry.actor) || event.evidence.trim() === "")
    report("I-9", "corrected-by-whoever", { actor: entry.actor })
  enterpriseChanges(happening, event.enterprise)
}

/** name, document and dates are what certification and binding rested on. */
export const holderEdited = ({ life, event }: Happening<Event<"HolderEdited">>): void => {
  const changed = changedHolderFields(life.holder, event.holder).length > 0
  life.holder = event.holder
  if (!changed) return
  for (const facet of ["enterprise", "holder"] as const) if (life.facets[facet] === "valid") life.due.facets.add(facet)
  if (life.binding === "bound") life.due.binding = true
  if (life.journey?.pending?.subject === "account-holder") life.due.code = true
}

export const certificationVoided = ({ life, event, report }: Happening<Event<"CertificationVoided">>): void => {
  for (const facet of event.facets) {
    if (life.facets[facet] !== "valid") report("I-2", "voided-what-did-not-stand", { facet })
    life.facets[facet] = "voided"
    life.due.facets.delete(facet)
  }
  life.methods.clear()
}

export const bindingVoided = ({ life, report }: Happening): void => {
  if (life.binding !== "bound") report("I-2", "voided-what-did-not-stand", { facet: "binding" })
  life.binding = "voided"
  life.due.binding = false
}

/** Something that an edit made untrue still stands after it. */
export const overdue = (life: Life): ReadonlyArray<readonly ["I-3" | "I-4", string, object]> => {
  const { facets, binding, journey, code } = life.due
  return [
    ...[...facets].map((facet) => ["I-4", "facet-not-voided", { facet }] as const),
    ...(binding ? [["I-4", "binding-not-voided", {}] as const] : []),
    ...(journey ? [["I-3", "journey-survived-an-edit", {}] as const] : []),
    ...(code ? [["I-3", "code-survived-an-edit", {}] as const] : [])
  ]
}

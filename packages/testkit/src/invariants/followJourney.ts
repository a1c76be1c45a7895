import {
  type AccountEvent,
  changedEnterpriseFields,
  changedHolderFields,
  type Journey,
  methodOf,
  type Subject,
  scopeOf,
  scopeOfOrganizationCode
} from "@single-window/core"
import { type Happening, wasSaid } from "./followed.js"
import type { JourneyLived, Life } from "./Life.js"

type Event<Tag extends AccountEvent["_tag"]> = Extract<AccountEvent, { readonly _tag: Tag }>

const begun = ({ expiresAt, state }: Journey): JourneyLived => ({
  method: methodOf(state),
  expiresAt,
  proven: undefined,
  representative: false,
  representativeIs: undefined,
  holder: undefined,
  pending: undefined,
  request: state._tag === "AwaitingBank" ? { id: state.requestId, expiresAt: state.requestExpiresAt } : undefined
})

/** The journey that an event needs, open at its time. */
const open = ({ life, entry, event, report }: Happening): JourneyLived | undefined => {
  const { journey } = life
  if (journey === undefined) report("I-3", "no-journey", { event: event._tag })
  else if (journey.expiresAt <= entry.at) report("I-3", "journey-ran-out", { event: event._tag })
  return journey
}

export const started = ({ life, event, around, report }: Happening<Event<"CertificationStarted">>): void => {
  if (life.journey !== undefined) report("I-3", "two-journeys")
  if (!around.policy.scope.origins.includes(life.origin)) report("I-3", "out-of-scope", { origin: life.origin })
  life.journey = begun(event.journey)
}

/** Back to a first step nothing is proven any more; back within a step only the code is forgotten. */
export const reopened = ({ life, event, report }: Happening<Event<"JourneyReopened">>): void => {
  const { state } = event.journey
  const before = life.journey
  const kept = "person" in state && before !== undefined
  if ("person" in state && state.person.pending !== undefined) report("I-6", "code-kept")
  life.journey = kept ? { ...before, pending: undefined } : begun(event.journey)
  life.due.journey = kept && life.due.journey
  life.due.code = false
}

const proves = (
  happening: Happening<Event<"CardPresented" | "EnterpriseVerified" | "BankAnswered">>,
  method: JourneyLived["method"],
  proof: boolean
): JourneyLived | undefined => {
  const { life, event, report } = happening
  const journey = open(happening)
  if (journey === undefined) return undefined
  if (journey.method !== method) report("I-3", "step-of-another-method", { event: event._tag, method: journey.method })
  if (!proof) report("I-3", "passed-without-a-match", { event: event._tag })
  if (changedEnterpriseFields(event.enterprise, life.enterprise).length > 0)
    report("I-3", "proven-on-other-values", { event: event._tag })
  journey.proven = event.enterprise
  journey.representative = false
  journey.holder = undefined
  journey.pending = undefined
  return journey
}

/** the card is the enterprise's own. */
export const cardPresented = (happening: Happening<Event<"CardPresented">>): void => {
  const { life, event, report } = happening
  const { number, organizationCode } = event.card
  proves(happening, "ic-card", wasSaid(happening, "card", "yes", { number, organizationCode }))
  if (scopeOfOrganizationCode(organizationCode) !== scopeOf(life.enterprise))
    report("I-3", "card-of-another-enterprise")
}

export const enterpriseVerified = (happening: Happening<Event<"EnterpriseVerified">>): void => {
  const { enterprise, legalRepresentative } = happening.event
  const about = { enterprise, document: legalRepresentative.document }
  const journey = proves(happening, "legal-representative", wasSaid(happening, "registry", "Match", about))
  if (journey !== undefined) journey.representativeIs = legalRepresentative
}

const hasCode = ({ enterprise }: Life): boolean =>
  enterprise.organizationCode !== "" || enterprise.unifiedSocialCreditCode !== ""

/** A bank's answer counts once, and only for the request that waits for it. */
export const bankAnswered = (happening: Happening<Event<"BankAnswered">>): void => {
  const { life, entry, event, around, report } = happening
  const about = { requestId: event.requestId, account: life.id, outcome: "success" }
  const named = around.evidence?.(life.id, entry.at).find(({ port }) => port === "bank-ukey")?.about?.organization
  if (typeof named === "string" && hasCode(life) && scopeOfOrganizationCode(named) !== scopeOf(life.enterprise))
    report("I-3", "bank-named-another-enterprise")
  const journey = proves(happening, "bank-ukey", wasSaid(happening, "bank-ukey", "yes", about))
  if (around.bankRequestsAnswered.has(event.requestId)) report("I-6", "bank-answer-used-twice")
  around.bankRequestsAnswered.add(event.requestId)
  const request = journey?.request
  if (request?.id !== event.requestId) report("I-6", "answer-to-another-request")
  else if (request.expiresAt <= entry.at) report("I-6", "bank-answer-too-late")
}

export const bankDeclined = ({ life, event, around }: Happening<Event<"BankDeclinedRequest">>): void => {
  around.bankRequestsAnswered.add(event.requestId)
  life.journey = undefined
  life.due.journey = false
}

/** Whose identity a check is about, as a verifier must have been asked for it. */
const personIn = (life: Life, journey: JourneyLived, subject: Subject) => {
  const { name, document } = subject === "account-holder" ? life.holder : (journey.representativeIs ?? life.holder)
  return { name, number: document.number }
}

export const codeSent = (happening: Happening<Event<"BankCardCodeSent">>): void => {
  const { event, around, report } = happening
  const journey = open(happening)
  if (journey === undefined) return
  const { subject, pending } = event
  if (!wasSaid(happening, "bank-card", "Match", personIn(happening.life, journey, subject)))
    report("I-3", "code-without-a-match")
  if (pending.attemptsLeft > around.policy.sms.attempts) report("I-10", "more-tries-than-allowed")
  journey.pending = { subject, expiresAt: pending.expiresAt, left: pending.attemptsLeft }
}

export const codeMissed = (happening: Happening<Event<"BankCardCodeMissed">>): void => {
  const { pending } = happening.life.journey ?? {}
  if (pending === undefined || pending.left <= 0) happening.report("I-10", "missed-a-code-that-was-not-there")
  else pending.left--
}

export const codeUnsent = ({ life }: Happening): void => {
  if (life.journey !== undefined) life.journey.pending = undefined
}

/** I-6: the code is used up by the check it passes. */
const byCode = (happening: Happening<Event<"PersonVerified">>, journey: JourneyLived): void => {
  const { entry, event, report } = happening
  const { pending } = journey
  if (!wasSaid(happening, "sms-code", "yes")) report("I-3", "passed-by-another-code")
  if (pending === undefined) report("I-6", "code-used-twice")
  else if (pending.subject !== event.subject) report("I-6", "code-of-another-person")
  else if (pending.expiresAt <= entry.at || pending.left <= 0) report("I-6", "code-was-dead")
}

export const personVerified = (happening: Happening<Event<"PersonVerified">>): void => {
  const { life, event, report } = happening
  const journey = open(happening)
  if (journey === undefined) return
  const isRepresentative = event.subject === "legal-representative"
  const first = journey.method === "legal-representative" && !journey.representative
  if (journey.proven === undefined || isRepresentative !== first)
    report("I-3", "step-out-of-order", { subject: event.subject })
  const asked = personIn(life, journey, event.subject)
  if (event.channel === "bank-card") byCode(happening, journey)
  else if (!wasSaid(happening, "id-card", "Match", asked))
    report("I-3", "passed-without-a-match", { event: event._tag })
  if (isRepresentative) journey.representative = true
  else journey.holder = life.holder
  journey.pending = undefined
  life.due.code = false
}

/** Whether the holder has been verified as it stands: in this journey, or before it where that counts. */
const holderStands = ({ life, event, around }: Happening<Event<"CertificationGranted">>, journey: JourneyLived) => {
  const verified = journey.holder
  if (verified !== undefined) return changedHolderFields(verified, life.holder).length === 0
  if (journey.method !== "bank-ukey") return false
  return (
    (event.holderStood && life.facets.holder === "valid") || around.policy.certification.bankUkeyCompletesBothFacets
  )
}

/** Whether everything that a grant needs was there; what was not is reported. */
const isDeserved = (happening: Happening<Event<"CertificationGranted">>): boolean => {
  const { life, event, report } = happening
  const journey = open(happening)
  if (journey === undefined) return false
  const { method, proven, representative } = journey
  const lacking = [
    method !== event.method && "granted-for-another-method",
    (proven === undefined || changedEnterpriseFields(proven, life.enterprise).length > 0) && "granted-on-other-values",
    method === "legal-representative" && !representative && "representative-not-verified",
    !holderStands(happening, journey) && "holder-not-verified"
  ].filter((what) => what !== false)
  for (const what of lacking) report("I-3", what, { method })
  return lacking.length === 0
}

export const granted = (happening: Happening<Event<"CertificationGranted">>): void => {
  const { life, event, around, report } = happening
  const due = around.policy.certification.levels[event.method]
  if (event.level !== due) report("I-2", "level-above-the-method", { level: event.level, due })
  if (isDeserved(happening)) {
    life.facets.enterprise = "valid"
    life.facets.holder = "valid"
    life.methods.set(event.method, due)
  }
  life.journey = undefined
}

export const ended = ({ life }: { readonly life: Life }): void => {
  life.journey = undefined
  life.due.journey = false
  life.due.code = false
}

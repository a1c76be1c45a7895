import type { BankRedirect, JourneyStep, JourneyView, Method, Refusal, SecurityLevel } from "@single-window/core"
import { maskDocumentNumber } from "@single-window/core/identifiers"
import { type FormState, form, valueOf, withFocus, withValue } from "../../form/Form.js"
import { type AccountRoute, type ActingState, actingForm } from "../acting/model.js"
import type { JourneyFacts, Subject } from "../acting/subject.js"
import { type IdentityForm, identityForm, identityNames } from "../identity/model.js"
import {
  type AbandonName,
  type BankCardName,
  bankCardItems,
  type DatesName,
  datesItems,
  type EnterpriseName,
  enterpriseItems,
  type StartName,
  startItems
} from "./forms.js"
import { afterRefusal, blankCard, type PinState } from "./pin.js"

export interface JourneyRoute extends AccountRoute {
  readonly method: Method
}

export type Step = JourneyStep | "start"
export type Person = "legal-representative" | "account-holder"
/** How a person is checked now: `identity` is the form of the IC-card journey, whose fields are not locked. */
export type Way = "identity" | "id-card" | "bank-card"

export interface JourneyState {
  readonly acting: ActingState
  readonly subject?: Subject
  readonly step: Step
  readonly level?: SecurityLevel
  readonly warnings: ReadonlyArray<string>
  readonly refusal?: Refusal | undefined
  readonly abandoning?: FormState<AbandonName> | undefined
  readonly start: FormState<StartName>
  readonly card: PinState
  /** The first step is shown again, to be verified anew. */
  readonly back: boolean
  readonly enterprise: FormState<EnterpriseName>
  /** What was verified in step 1 while this screen was open, masked. */
  readonly representative?: { readonly type: string; readonly number: string }
  /** What was typed when the answer was "no": the same is not asked again by pressing on, for each "no" spends a try. */
  readonly answered?: string | undefined
  readonly way?: Way | undefined
  readonly ctid: boolean
  readonly dates: FormState<DatesName>
  readonly bankCard: FormState<BankCardName>
  readonly sent?: { readonly to: string; readonly retryAt: number } | undefined
  readonly identity?: IdentityForm
  readonly redirect?: BankRedirect | undefined
  /** Whether this machine has waited for the browser to come back. */
  readonly listened: boolean
  /** The address on this machine that takes the browser to the bank. */
  readonly startAt?: string | undefined
}

export const initial = (route: JourneyRoute): JourneyState => ({
  acting: actingForm(route),
  step: "start",
  warnings: [],
  start: form(startItems(route.method, undefined)),
  card: blankCard,
  back: false,
  enterprise: form(enterpriseItems(undefined)),
  ctid: false,
  dates: form(datesItems(undefined)),
  bankCard: form(bankCardItems),
  listened: false
})

/** Where the account stands, as it is stored: a screen that is opened anew goes on there. */
export const loaded = (state: JourneyState, subject: Subject, method: Method): JourneyState => {
  const open = subject.details.journey
  // A journey that was open here and is not any more has come to its end, or was given up or outlived.
  const over = state.step !== "start" && subject.details.certification.methods.includes(method) ? "done" : "start"
  const stored: Step = open?.method === method ? open.step : state.step === "done" ? "done" : over
  const begun = form(startItems(method, subject.policy, stored === "start" ? state.refusal : undefined))
  const bank = valueOf(state.start, "bank")
  return {
    ...state,
    subject,
    step: stored,
    start: bank === "" ? begun : state.start,
    // A code that was sent is all that is wanted, by a screen that was opened anew.
    bankCard:
      state.subject === undefined && subject.facts.code !== undefined
        ? withFocus(state.bankCard, "code")
        : state.bankCard,
    identity: state.identity ?? identityForm({ policy: subject.policy, today: subject.today })
  }
}

/** What is needed for the next step is typed anew; what stays on the same step stays typed. */
const emptied = (state: JourneyState): JourneyState => ({
  ...state,
  card: blankCard,
  back: false,
  answered: undefined,
  way: undefined,
  ctid: false,
  dates: form(datesItems(undefined)),
  bankCard: form(bankCardItems),
  sent: undefined
})

/** After a step that the front door let pass. */
export const advanced = (
  state: JourneyState,
  view: JourneyView,
  warnings: ReadonlyArray<string> = []
): JourneyState => ({
  ...(view.step === state.step && !state.back ? state : emptied(state)),
  step: view.step,
  warnings,
  refusal: undefined,
  ...(view.level === undefined ? {} : { level: view.level })
})

const noes: ReadonlyArray<Refusal["_tag"]> = [
  "EnterpriseNotMatched",
  "PersonNotMatched",
  "PersonNotOnRecord",
  "BankCardNotMatched",
  "BankCardUnusable"
]

/** All that a verifier is asked about on this screen, as one text. */
const askedAbout = ({ enterprise, dates, bankCard, identity, way }: JourneyState): string => {
  const identityValues = identity === undefined ? [] : identityNames.map((name) => valueOf(identity, name))
  return JSON.stringify([
    ...(["type", "number"] as const).map((name) => valueOf(enterprise, name)),
    ...(["from", "to"] as const).map((name) => valueOf(dates, name)),
    ...(["card", "mobile"] as const).map((name) => valueOf(bankCard, name)),
    ...identityValues,
    way
  ])
}

/** Whether exactly this has had its "no" already. */
export const isAnswered = (state: JourneyState): boolean => state.answered === askedAbout(state)

/** The same may be asked again: something has changed elsewhere, such as in CTID. */
export const wantedAgain = ({ answered: _, ...state }: JourneyState): JourneyState => state

/** After a refusal: what was typed stays, but for a PIN or a code that is known to be wrong. */
export const refused = (state: JourneyState, refusal: Refusal): JourneyState => {
  const codeIsOver = refusal._tag === "SmsCodeWrong" || refusal._tag === "SmsCodeExpired"
  return {
    ...state,
    refusal,
    card: state.step === "card" ? afterRefusal(state.card, refusal) : state.card,
    bankCard: codeIsOver ? withValue(state.bankCard, "code", "") : state.bankCard,
    ...(noes.includes(refusal._tag) ? { answered: askedAbout(state) } : {}),
    ...(refusal._tag === "IdCardOnly" ? { way: "bank-card" as const } : {}),
    ...(refusal._tag === "SmsCodeTooSoon" ? { sent: { to: state.sent?.to ?? "", retryAt: refusal.retryAt } } : {})
  }
}

export const personOf = (step: Step): Person =>
  step === "legal-representative" ? "legal-representative" : "account-holder"

const documentTypeOf = (person: Person, facts: JourneyFacts): string =>
  (person === "legal-representative" ? facts.representativeDocumentType : facts.holderDocumentType) ?? ""

/** Whether the ID-card check is open to this person at all. */
export const mayUseIdCard = (person: Person, { facts }: Subject): boolean =>
  documentTypeOf(person, facts) === "resident-id"

/** How the person is checked: as chosen, or by what is stored: a code that was sent, or a document that only a bank card can prove. */
export const wayOf = (state: JourneyState, subject: Subject, method: Method, now: number): Way => {
  if (state.way !== undefined) return state.way
  const { code } = subject.facts
  if (code !== undefined && code.expiresAt > now) return "bank-card"
  if (method === "ic-card") return "identity"
  return mayUseIdCard(personOf(state.step), subject) ? "id-card" : "bank-card"
}

const DAY = 24 * 60 * 60_000

/** Codes sent within a day, and how many there may be. */
export const codesToday = ({ facts }: Subject, now: number): number =>
  facts.codesSent.filter((at) => at > now - DAY).length

/** When the next code may be asked for (epoch milliseconds): after the cool-down, and not more than a day's number. */
export const retryAt = ({ sent, subject }: JourneyState, now: number): number => {
  if (subject === undefined) return sent?.retryAt ?? 0
  const { cooldownSeconds, perDay } = subject.policy.sms
  const { codesSent } = subject.facts
  const last = codesSent.at(-1)
  const today = codesSent.filter((at) => at > now - DAY)
  const oldest = today[today.length - perDay]
  return Math.max(
    sent?.retryAt ?? 0,
    last === undefined ? 0 : last + cooldownSeconds * 1000,
    oldest === undefined ? 0 : oldest + DAY
  )
}

/** Answers of "no" that are left for one subject through one channel. */
export const attemptsLeft = ({ facts, policy }: Subject, subject: string, channel: string, now: number): number => {
  const spent = facts.attempts[`${subject}/${channel}`]
  const { attempts, attemptWindowMinutes } = policy.certification
  const counts = spent !== undefined && now < spent.since + attemptWindowMinutes * 60_000
  return Math.max(0, attempts - (counts ? spent.count : 0))
}

/** The representative's document as it is shown on later steps. */
export const representativeOf = (type: string, number: string) => ({ type, number: maskDocumentNumber(number) })

/** mm:ss, for a time that is left. */
export const clock = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const two = (part: number) => String(part).padStart(2, "0")
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}

/** HH:MM in China. */
export const timeOfDay = (epoch: number): string => new Date(epoch + 8 * 60 * 60_000).toISOString().slice(11, 16)

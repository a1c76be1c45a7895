import * as fc from "fast-check"
import { unsupportedBank } from "../world/unsupportedBank.js"
import { limits, otherDates, type Person, people, representativeOf } from "./cast.js"
import { ask, changeHolder, holderAs, identity, isOnRecord } from "./information.js"
import { type Account, type Journey, levelBy, levelOf, live, type Method, type Model, rank } from "./Model.js"
import { anyDates, anyPerson, anyUsername, mostly } from "./pick.js"
import { asHolder, type Expected, ifTaken, move, ok, refused, unlessTaken } from "./Rule.js"

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

type Subject = "legal-representative" | "account-holder"

const isResident = (person: Person): boolean => people[person].document.type === "resident-id"

/** The open journey, if it has not run out; one that has is over from now on. */
export const inJourney = (model: Model, account: Account, play: (journey: Journey) => Expected): Expected => {
  const { journey } = account
  if (journey === undefined) return refused("StepOutOfOrder", { expected: "start" })
  if (journey.expires > model.now) return play(journey)
  account.journey = undefined
  return refused("CertificationExpired")
}

/** Both facets stand from now on, and the method counts. */
export const grant = (account: Account, method: Method): void => {
  account.journey = undefined
  account.facets = { enterprise: "valid", holder: "valid" }
  account.methods = [...account.methods.filter((passed) => passed !== method), method]
}

const isFirst = (method: Method) => (method === "ic-card" ? "card" : method === "bank-ukey" ? "bank" : "enterprise")

const StartCertification = move({
  args: fc.record({
    username: anyUsername,
    method: fc.constantFrom<Method>("ic-card", "legal-representative", "bank-ukey"),
    supported: mostly(6)
  }),
  step: ({ username, method, supported }) => ({
    do: "StartCertification",
    as: username,
    with: { method, ...(method === "bank-ukey" ? { bank: supported ? "CCB" : unsupportedBank } : {}) }
  }),
  play: ({ username, method, supported }, model) =>
    asHolder(live(model, username), (account) => {
      if (account.origin === "registered") return refused("NotInScope")
      const certified = account.methods.length > 0 && levelOf(account) !== "none"
      if (certified && rank(levelBy(method)) <= rank(levelOf(account))) return refused("AlreadyCertified")
      if (account.holder.person === undefined) return refused("InformationIncomplete")
      if (method === "bank-ukey" && !supported) return refused("BankNotSupported")
      if (method === "bank-ukey") {
        model.requests += 1
        account.requests = [...account.requests, model.requests]
      }
      account.journey = {
        method,
        step: isFirst(method),
        expires: model.now + limits.certification.journeyMinutes * MINUTE,
        pending: undefined,
        bank:
          method === "bank-ukey"
            ? { request: model.requests, expires: model.now + limits.certification.bankRequestMinutes * MINUTE }
            : undefined
      }
      return ok
    })
})

const VerifyEnterprise = move({
  args: fc.record({ username: anyUsername, person: fc.option(anyPerson, { nil: undefined, freq: 3 }) }),
  step: ({ username, person }, model) => {
    const account = live(model, username)
    const shown = person ?? representativeOf(account?.enterprise.code ?? "tongda")
    return { do: "VerifyEnterprise", as: username, with: { legalRepresentativeDocument: people[shown].document } }
  },
  play: ({ username, person }, model) =>
    asHolder(live(model, username), (account) =>
      inJourney(model, account, (journey) => {
        if (journey.method !== "legal-representative") return refused("StepOutOfOrder", { expected: journey.step })
        const right = person === undefined || person === representativeOf(account.enterprise.code)
        const said = ask(model, account, "enterprise", "registry", () =>
          isOnRecord(account.enterprise) && right
            ? { refused: undefined, spends: false }
            : { refused: refused("EnterpriseNotMatched"), spends: true }
        )
        if (said !== undefined) return said
        account.journey = { ...journey, step: "legal-representative", pending: undefined }
        return ok
      })
    )
})

/** Whose turn it is, and who that is. */
const personAt = (account: Account, journey: Journey, subject: Subject): Person | undefined =>
  journey.step !== subject
    ? undefined
    : subject === "account-holder"
      ? account.holder.person
      : representativeOf(account.enterprise.code)

const askCtid = (
  model: Model,
  account: Account,
  subject: Subject,
  person: Person,
  dates: "right" | "other",
  before?: () => Expected | undefined
) => {
  const answer = () => {
    if ("ctid" in people[person]) return { refused: refused("PersonNotOnRecord"), spends: false }
    return dates === "right"
      ? { refused: undefined, spends: false }
      : { refused: refused("PersonNotMatched"), spends: true }
  }
  return ask(model, account, subject, "id-card", answer, before)
}

const passed = (account: Account, journey: Journey, subject: Subject): void => {
  if (subject === "legal-representative") account.journey = { ...journey, step: "account-holder", pending: undefined }
  else grant(account, journey.method)
}

const anySubject = fc.constantFrom<Subject>("legal-representative", "account-holder")

const VerifyPersonByIdCard = move({
  args: fc.record({
    username: anyUsername,
    subject: anySubject,
    dates: anyDates,
    shown: fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: anyPerson })
  }),
  step: ({ username, subject, dates, shown }, model) => {
    const account = live(model, username)
    const person =
      subject === "account-holder" ? account?.holder.person : representativeOf(account?.enterprise.code ?? "tongda")
    const known = people[person ?? "zhu"]
    const validity = dates === "right" && "validity" in known ? known.validity : otherDates
    const typedOver = shown === undefined ? {} : { document: people[shown].document }
    return { do: "VerifyPersonByIdCard", as: username, with: { subject, validity, ...typedOver } }
  },
  play: ({ username, subject, dates, shown }, model) =>
    asHolder(live(model, username), (account) =>
      inJourney(model, account, (journey) => {
        const person = personAt(account, journey, subject)
        if (person === undefined) return refused("StepOutOfOrder", { expected: journey.step })
        if (shown !== undefined && shown !== person) return refused("FieldLocked")
        if (!isResident(person)) return refused("IdCardOnly")
        const said = askCtid(model, account, subject, person, dates)
        if (said !== undefined) return said
        if (subject === "account-holder") changeHolder(account, { person, dates })
        passed(account, account.journey ?? journey, subject)
        return ok
      })
    )
})

const ProvideHolderIdentity = move({
  args: fc.record({
    username: anyUsername,
    person: fc.option(anyPerson, { nil: undefined, freq: 2 }),
    dates: anyDates
  }),
  step: ({ username, person, dates }, model) => ({
    do: "ProvideHolderIdentity",
    as: username,
    with: identity(person ?? live(model, username)?.holder.person ?? "zhu", dates)
  }),
  play: ({ username, person: other, dates }, model) =>
    asHolder(live(model, username), (account) =>
      inJourney(model, account, (journey) => {
        if (journey.method !== "ic-card" || journey.step !== "account-holder") {
          return refused("StepOutOfOrder", { expected: journey.step })
        }
        const person = other ?? account.holder.person ?? "zhu"
        const next = holderAs(person, dates)
        if (!isResident(person)) return unlessTaken(model, account, (copy) => changeHolder(copy, next))
        const repeated = () => ifTaken(model, account, (copy) => changeHolder(copy, next))
        const said = askCtid(model, account, "account-holder", person, dates, repeated)
        if (said !== undefined) return said
        return unlessTaken(model, account, (copy) => {
          changeHolder(copy, next)
          grant(copy, journey.method)
        })
      })
    )
})

/** When the next code may be sent: a minute after the last, and not too many a day. */
export const tooSoon = ({ smsSent }: Account, now: number): boolean => {
  const last = smsSent.at(-1)
  const today = smsSent.filter((sent) => sent > now - DAY)
  return (last !== undefined && last + limits.sms.cooldownSeconds * 1000 > now) || today.length >= limits.sms.perDay
}

const RequestBankCardCode = move({
  args: fc.record({
    username: anyUsername,
    subject: anySubject,
    other: fc.option(anyPerson, { nil: undefined, freq: 1 })
  }),
  step: ({ username, subject, other }, model) => {
    const account = live(model, username)
    const own =
      subject === "account-holder" ? account?.holder.person : representativeOf(account?.enterprise.code ?? "tongda")
    const { bankCard, mobile } = people[other ?? own ?? "zhu"]
    return { do: "RequestBankCardCode", as: username, with: { subject, cardNumber: bankCard, mobile } }
  },
  play: ({ username, subject, other }, model) =>
    asHolder(live(model, username), (account) =>
      inJourney(model, account, (journey) => {
        const person = personAt(account, journey, subject)
        if (person === undefined) return refused("StepOutOfOrder", { expected: journey.step })
        if (tooSoon(account, model.now)) return refused("SmsCodeTooSoon")
        const said = ask(model, account, subject, "bank-card", () => {
          if (other !== undefined && other !== person) return { refused: refused("BankCardNotMatched"), spends: true }
          return "bankCardState" in people[person]
            ? { refused: refused("BankCardUnusable"), spends: false }
            : { refused: undefined, spends: false }
        })
        if (said !== undefined) return said
        if (model.outages.sms > 0) {
          // Nothing was sent, so what waited before waits on.
          model.outages.sms -= 1
          return refused("VerifierUnavailable", { port: "sms" })
        }
        model.sms += 1
        const before = journey.pending
        const goesOn = before !== undefined && before.expires > model.now && before.left > 0
        account.smsSent = [...account.smsSent, model.now]
        account.journey = {
          ...journey,
          pending: {
            sms: model.sms,
            expires: model.now + limits.sms.validMinutes * MINUTE,
            left: goesOn ? before.left : limits.sms.attempts
          }
        }
        return ok
      })
    )
})

const ConfirmBankCardCode = move({
  args: fc.record({ username: anyUsername, subject: anySubject, right: mostly(4) }),
  step: ({ username, subject, right }, model) =>
    right && model.sms === 0
      ? undefined
      : { do: "ConfirmBankCardCode", as: username, with: { subject, code: right ? "$sms" : "wrong" } },
  play: ({ username, subject, right }, model) =>
    asHolder(live(model, username), (account) =>
      inJourney(model, account, (journey) => {
        if (personAt(account, journey, subject) === undefined) {
          return refused("StepOutOfOrder", { expected: journey.step })
        }
        const { pending } = journey
        if (pending === undefined || pending.expires <= model.now || pending.left <= 0) return refused("SmsCodeExpired")
        // The code at hand is the last that anybody was sent.
        if (!right || pending.sms !== model.sms) {
          account.journey = { ...journey, pending: { ...pending, left: pending.left - 1 } }
          return refused("SmsCodeWrong", { attemptsLeft: pending.left - 1 })
        }
        passed(account, journey, subject)
        return ok
      })
    )
})

const AbandonCertification = move({
  args: fc.record({ username: anyUsername }),
  step: ({ username }) => ({ do: "AbandonCertification", as: username }),
  play: ({ username }, model) =>
    asHolder(live(model, username), (account) => {
      account.journey = undefined
      return ok
    })
})

export const journeys = {
  StartCertification,
  VerifyEnterprise,
  VerifyPersonByIdCard,
  ProvideHolderIdentity,
  RequestBankCardCode,
  ConfirmBankCardCode,
  AbandonCertification
}

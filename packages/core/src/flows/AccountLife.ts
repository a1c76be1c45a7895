import type { Account, AccountId, Certification } from "../domain/Account.js"
import { type Enterprise, scopeOf } from "../domain/Enterprise.js"
import type { Holder } from "../domain/Holder.js"
import type { Journey, JourneyState, PersonState } from "../domain/Journey.js"
import { CertificationCompleteness } from "../rules/index.js"
import type { AccountEvent } from "./AccountEvent.js"

const uncertified: Certification = { enterprise: { state: "none" }, holder: { state: "none" }, methods: [] }

interface Beginnings {
  readonly id: AccountId
  readonly username: string
  readonly enterprise: Enterprise
  readonly holder: Holder
  readonly mobile: string
  readonly email: string
}

const born = (event: Beginnings, at: number, rest: Partial<Account> & Pick<Account, "role" | "origin">): Account => ({
  id: event.id,
  username: event.username,
  deleted: false,
  enterprise: event.enterprise,
  holder: event.holder,
  mobile: event.mobile,
  email: event.email,
  logIn: { failures: 0, failuresInAll: 0, hardLocked: false, epoch: 0 },
  certification: uncertified,
  cardBinding: { state: "none" },
  attempts: {},
  smsSent: [],
  answeredBankRequests: [],
  administratorAssisted: false,
  createdAt: at,
  ...rest
})

const endSessions = (account: Account): Account["logIn"] => ({ ...account.logIn, epoch: account.logIn.epoch + 1 })

const DAY = 24 * 60 * 60 * 1000

const withPerson = (state: JourneyState, person: PersonState): JourneyState =>
  "person" in state ? { ...state, person } : state

const inJourney = (account: Account, change: (journey: Journey) => Journey): Account =>
  account.journey === undefined ? account : { ...account, journey: change(account.journey) }

const moveTo = (account: Account, state: (before: JourneyState) => JourneyState): Account =>
  inJourney(account, (journey) => ({ ...journey, state: state(journey.state) }))

/** After a person check passed: the representative's opens the account holder's; the holder's is the last and is followed by the grant. */
const afterPerson = (state: JourneyState): JourneyState =>
  state._tag === "AwaitingLegalRepresentative"
    ? { ...state, _tag: "AwaitingAccountHolder", person: {} }
    : withPerson(state, {})

/** Takes an account one event further. `undefined` is the account before its first event. Pure, and never refuses: what is in the journal happened. */
export const evolve = (account: Account | undefined, event: AccountEvent, at: number): Account => {
  switch (event._tag) {
    case "AdministratorRegistered":
      return born(event, at, {
        role: "administrator",
        origin: "registered",
        password: { hash: event.passwordHash, mustChange: false }
      })
    case "AccountMigrated":
      return born(event, at, {
        role: "personal",
        origin: "migrated",
        source: event.source,
        remark: event.remark,
        password: event.passwordHash === undefined ? undefined : { hash: event.passwordHash, mustChange: false }
      })
    case "CardlessOperatorAdded":
      return born(event, at, {
        role: "operator",
        origin: "cardless",
        remark: event.remark,
        administratorAssisted: true,
        successorOf: event.successorOf,
        password: { hash: event.passwordHash, mustChange: true, expiresAt: event.passwordExpiresAt }
      })
    case "AccountTakenOver":
      return born(event, at, {
        role: event.role,
        origin: event.origin,
        source: event.source,
        password:
          event.passwordHash === undefined
            ? undefined
            : { hash: event.passwordHash, mustChange: event.mustChangePassword }
      })
  }
  if (account === undefined) throw new Error(`a journal cannot begin with ${event._tag}`)
  return evolveLiving(account, event, at)
}

type Birth = "AdministratorRegistered" | "AccountMigrated" | "CardlessOperatorAdded" | "AccountTakenOver"

const evolveLiving = (account: Account, event: Exclude<AccountEvent, { _tag: Birth }>, at: number): Account => {
  switch (event._tag) {
    case "PasswordTried":
      return {
        ...account,
        logIn: {
          ...account.logIn,
          // A lock that has been set starts a new count; the sum over all is kept for the hard stop.
          failures: event.lockedUntil === undefined ? account.logIn.failures + 1 : 0,
          failuresInAll: account.logIn.failuresInAll + 1,
          lockedUntil: event.lockedUntil,
          hardLocked: event.hardLocked
        }
      }
    case "LoggedIn":
      // Only the right password takes wrong ones back: a card in hand must not make guessing free.
      if (event.entrance !== "password") return account
      return {
        ...account,
        logIn: { ...account.logIn, failures: 0, failuresInAll: 0, lockedUntil: undefined, hardLocked: false }
      }
    case "PasswordChanged":
      return { ...account, password: { hash: event.passwordHash, mustChange: false }, logIn: endSessions(account) }
    case "PasswordReset":
      return {
        ...account,
        password: { hash: event.passwordHash, mustChange: true, expiresAt: event.passwordExpiresAt },
        logIn: {
          ...endSessions(account),
          failures: 0,
          failuresInAll: 0,
          lockedUntil: undefined,
          hardLocked: false
        }
      }
    case "AccountUnlocked":
      return {
        ...account,
        logIn: { ...account.logIn, failures: 0, failuresInAll: 0, lockedUntil: undefined, hardLocked: false }
      }
    case "EnterpriseEdited":
    case "EnterpriseCorrected":
      return {
        ...account,
        enterprise: event.enterprise,
        // Another enterprise's administrator never admitted this account.
        role:
          account.role === "operator" && scopeOf(account.enterprise) !== scopeOf(event.enterprise)
            ? "personal"
            : account.role
      }
    case "HolderEdited":
      return { ...account, holder: event.holder }
    case "CertificationVoided": {
      const { certification } = account
      const left: Pick<Certification, "enterprise" | "holder"> = {
        enterprise: event.facets.includes("enterprise") ? { state: "voided" } : certification.enterprise,
        holder: event.facets.includes("holder") ? { state: "voided" } : certification.holder
      }
      const methods = CertificationCompleteness.countingMethods(left, certification.methods)
      return { ...account, certification: { ...left, methods, voidedBecause: event.because } }
    }
    case "CardBindingVoided":
      return { ...account, cardBinding: { state: "voided" } }
    case "CardBound":
      return { ...account, cardBinding: { state: "bound", cardNumber: event.cardNumber, kind: event.kind, at } }
    case "CardUnbound":
      return { ...account, cardBinding: { state: "none" } }
    case "CertificationStarted":
    case "JourneyReopened":
      return { ...account, journey: event.journey }
    case "CardPresented":
      return moveTo(account, () => ({
        _tag: "AwaitingCardHolderIdentity",
        card: event.card,
        enterprise: event.enterprise,
        person: {}
      }))
    case "EnterpriseVerified":
      return moveTo(account, () => ({
        _tag: "AwaitingLegalRepresentative",
        enterprise: event.enterprise,
        legalRepresentative: event.legalRepresentative,
        person: {}
      }))
    case "BankAnswered":
      return {
        ...moveTo(account, () => ({
          _tag: "AwaitingBankHolder",
          bank: event.bank,
          bankSerial: event.bankSerial,
          enterprise: event.enterprise,
          person: {}
        })),
        answeredBankRequests: [...account.answeredBankRequests, event.requestId]
      }
    case "BankDeclinedRequest":
      return {
        ...account,
        journey: undefined,
        answeredBankRequests: [...account.answeredBankRequests, event.requestId]
      }
    case "BankCardCodeSent":
      return {
        ...moveTo(account, (state) => withPerson(state, { pending: event.pending })),
        smsSent: [...account.smsSent.filter((sent) => sent > at - DAY), at]
      }
    case "BankCardCodeMissed":
      return moveTo(account, (state) => {
        const pending = "person" in state ? state.person.pending : undefined
        return pending === undefined
          ? state
          : withPerson(state, { pending: { ...pending, attemptsLeft: pending.attemptsLeft - 1 } })
      })
    case "BankCardCodeUnsent": {
      const sentAt = account.smsSent.at(-1)
      const isTheOne = (state: JourneyState) => "person" in state && state.person.pending?.sentAt === sentAt
      const person: PersonState = event.before === undefined ? {} : { pending: event.before }
      return {
        ...moveTo(account, (state) => (isTheOne(state) ? withPerson(state, person) : state)),
        smsSent: account.smsSent.slice(0, -1)
      }
    }
    case "AttemptSpent": {
      const key = attemptKey(event.subject, event.channel)
      const before = account.attempts[key]
      const count = before !== undefined && before.since === event.since ? before.count + 1 : 1
      return { ...account, attempts: { ...account.attempts, [key]: { count, since: event.since } } }
    }
    case "PersonVerified":
      return moveTo(account, afterPerson)
    case "CertificationGranted": {
      const { certification } = account
      const now: Pick<Certification, "enterprise" | "holder"> = {
        enterprise: { state: "valid", by: event.method, at },
        holder: event.holderStood ? certification.holder : { state: "valid", by: event.method, at }
      }
      const methods = CertificationCompleteness.countingMethods(now, [
        ...certification.methods.filter((passed) => passed.method !== event.method),
        { method: event.method, level: event.level, at }
      ])
      return {
        ...account,
        journey: undefined,
        administratorAssisted: false,
        verifiedEnterprise: event.enterprise,
        certification: { ...now, methods }
      }
    }
    case "CertificationAbandoned":
    case "CertificationRanOut":
    case "EnterpriseFoundNotVerifiable":
      return { ...account, journey: undefined }
    case "OperatorAdmitted":
      return { ...account, role: "operator" }
    case "AccountDeleted":
      return { ...account, deleted: true, journey: undefined, logIn: endSessions(account) }
    case "AccountRestored":
      return { ...account, deleted: false }
    case "HolderRevealed":
      return account
  }
}

/** The key under which a subject's attempts by one channel are counted. */
export const attemptKey = (subject: string, channel: string): string => `${subject}/${channel}`

export const evolveAll = (
  account: Account | undefined,
  events: ReadonlyArray<AccountEvent>,
  at: number
): Account | undefined => {
  let state = account
  for (const event of events) state = evolve(state, event, at)
  return state
}

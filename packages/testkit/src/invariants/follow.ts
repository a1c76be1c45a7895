import type { AccountEventTag, HistoryEntry } from "@single-window/core"
import * as Access from "./followAccess.js"
import type { Happening, Surroundings } from "./followed.js"
import * as Information from "./followInformation.js"
import * as Journey from "./followJourney.js"
import type { Report } from "./Invariant.js"
import { born, isBirth, type Life } from "./Life.js"

/** Events that do what an edit made due; any other finds it undone. */
const settling: ReadonlySet<string> = new Set([
  "CertificationVoided",
  "CardBindingVoided",
  "JourneyReopened",
  "CertificationAbandoned"
])

const reportOverdue = (life: Life, report: Report): void => {
  for (const [invariant, what, facts] of Information.overdue(life)) report(invariant, what, { ...facts })
}

/** What an edit made due and nothing has done: nothing may come between, and nothing may be left at the end. */
export const settle = (life: Life, report: Report): void => reportOverdue(life, report)

type Followers = {
  readonly [Tag in AccountEventTag]: (
    happening: Happening<Extract<HistoryEntry["event"], { readonly _tag: Tag }>>
  ) => void
}

const bornTwice = ({ report }: Happening): void => report("I-12", "born-twice")

/** What each event does to a life, and what must be true for it. */
const followers: Followers = {
  AdministratorRegistered: bornTwice,
  AccountMigrated: bornTwice,
  CardlessOperatorAdded: bornTwice,
  AccountTakenOver: bornTwice,
  PasswordTried: Access.passwordTried,
  // A card in hand takes no wrong password back.
  LoggedIn: ({ life, event }) => {
    if (event.entrance === "password") Access.unlocked({ life })
  },
  AccountUnlocked: Access.unlocked,
  PasswordChanged: ({ life }) => {
    life.mustChange = false
  },
  PasswordReset: (happening) => {
    happening.life.mustChange = true
    Access.unlocked(happening)
  },
  EnterpriseEdited: Information.enterpriseEdited,
  EnterpriseCorrected: Information.enterpriseCorrected,
  HolderEdited: Information.holderEdited,
  CertificationVoided: Information.certificationVoided,
  CardBindingVoided: Information.bindingVoided,
  CardBound: ({ life }) => {
    life.binding = "bound"
  },
  CardUnbound: ({ life }) => {
    life.binding = "none"
  },
  CertificationStarted: Journey.started,
  JourneyReopened: Journey.reopened,
  CardPresented: Journey.cardPresented,
  EnterpriseVerified: Journey.enterpriseVerified,
  BankAnswered: Journey.bankAnswered,
  BankDeclinedRequest: Journey.bankDeclined,
  BankCardCodeSent: Journey.codeSent,
  BankCardCodeMissed: Journey.codeMissed,
  BankCardCodeUnsent: Journey.codeUnsent,
  AttemptSpent: Access.attemptSpent,
  PersonVerified: Journey.personVerified,
  CertificationGranted: Journey.granted,
  CertificationAbandoned: Journey.ended,
  CertificationRanOut: Journey.ended,
  EnterpriseFoundNotVerifiable: Journey.ended,
  OperatorAdmitted: Access.admitted,
  AccountDeleted: (happening) => {
    happening.life.deleted = true
    Journey.ended(happening)
  },
  AccountRestored: ({ life }) => {
    life.deleted = false
  },
  HolderRevealed: () => {}
}

/** The first code sent for an identity that an ID card then proves is forgotten with it, so that is in time. */
const isInTime = (life: Life, event: HistoryEntry["event"]): boolean => {
  if (settling.has(event._tag)) return true
  const { facets, binding, journey, code } = life.due
  return event._tag === "PersonVerified" && code && facets.size === 0 && !binding && !journey
}

/** Takes a life one entry of the journal further, and says what must not have happened. */
export const follow = (
  before: Life | undefined,
  entry: HistoryEntry,
  around: Surroundings,
  reportOn: (life: Life) => Report
): Life => {
  const { event } = entry
  if (before === undefined) {
    if (!isBirth(event)) throw new Error(`a journal begins with ${event._tag}`)
    const life = born(event, entry.at)
    const report = reportOn(life)
    if (life.successorOf === life.id) report("I-12", "its-own-successor")
    Access.checkActor({ life, entry, event, around, report })
    return life
  }
  const life = before
  const report = reportOn(life)
  if (entry.version !== life.version + 1) report("I-8", "journal-gap", { version: entry.version })
  if (entry.at < life.at) report("I-8", "journal-went-back-in-time", { version: entry.version })
  if (!isInTime(life, event)) reportOverdue(life, report)
  const happening: Happening = { life, entry, event, around, report }
  // Judged on the life as it was, and told after what the event itself did wrong.
  const byWhom: Array<Parameters<Report>> = []
  Access.checkActor({ ...happening, report: (...said) => void byWhom.push(said) })
  const follower = followers[event._tag] as (happening: Happening) => void
  follower(happening)
  for (const said of byWhom) report(...said)
  life.version = entry.version
  life.at = entry.at
  return life
}

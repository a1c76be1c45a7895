import {
  type AccountView,
  CurrentPolicy,
  chinaDate,
  type Enterprise,
  type JourneyState,
  type Policy,
  type Refusal,
  type SingleWindow,
  Store
} from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Door } from "../../hooks/useDoor.js"

/** One account as a screen about it begins: masked details, and what no rule hides of where it stands. */
export interface Subject {
  readonly details: AccountView
  readonly policy: Policy
  /** YYYYMMDD in China. */
  readonly today: string
  readonly verified: Enterprise | undefined
  readonly facts: JourneyFacts
}

/** Where an open journey stands beyond its step: times, counts and types, nothing personal. */
export interface JourneyFacts {
  readonly bank?: string
  /** When the request to the bank runs out (epoch milliseconds). */
  readonly requestExpiresAt?: number
  readonly representativeDocumentType?: string
  readonly holderDocumentType: string
  readonly code?: { readonly sentAt: number; readonly expiresAt: number; readonly attemptsLeft: number }
  /** When codes were sent, oldest first. */
  readonly codesSent: ReadonlyArray<number>
  /** Answers of "no" by `subject/channel`, with the start of their window. */
  readonly attempts: Readonly<Record<string, { readonly count: number; readonly since: number }>>
}

const stateFacts = (state: JourneyState | undefined): Partial<JourneyFacts> => {
  if (state === undefined) return {}
  const pending = "person" in state ? state.person.pending : undefined
  return {
    ...("bank" in state ? { bank: state.bank } : {}),
    ...(state._tag === "AwaitingBank" ? { requestExpiresAt: state.requestExpiresAt } : {}),
    ...("legalRepresentative" in state ? { representativeDocumentType: state.legalRepresentative.document.type } : {}),
    ...(pending === undefined
      ? {}
      : { code: { sentAt: pending.sentAt, expiresAt: pending.expiresAt, attemptsLeft: pending.attemptsLeft } })
  }
}

/** The account that a screen is about; whether it may be seen is the front door's to say, before anything else is read. */
export const subjectOf = (
  door: Door,
  account: string | undefined
): Effect.Effect<Subject, Refusal, SingleWindow | Store | CurrentPolicy> =>
  Effect.gen(function* () {
    const details = yield* door.ask("AccountDetails", {}, account)
    const found = yield* (yield* Store).byUsername(details.username)
    const now = yield* Clock.currentTimeMillis
    const open = found?.account.journey
    return {
      details,
      policy: yield* CurrentPolicy,
      today: chinaDate(now),
      verified: found?.account.verifiedEnterprise,
      facts: {
        ...stateFacts(open !== undefined && open.expiresAt > now ? open.state : undefined),
        holderDocumentType: details.holder.document.type,
        codesSent: found?.account.smsSent ?? [],
        attempts: found?.account.attempts ?? {}
      }
    }
  })

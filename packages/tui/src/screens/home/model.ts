import type { QueryResultOf } from "@single-window/core"
import type { HomeWords } from "./zhCN.js"

/** How many accounts are in one state of certification, as far as one page tells. */
export type Counts = Readonly<Record<Certification, { readonly found: number; readonly more: boolean }>>
export const certifications = ["certified", "under-way", "uncertified", "voided"] as const
type Certification = (typeof certifications)[number]

/** A page is enough to see how much there is. */
export const PAGE = 200

/** What the home screen found out; each part only for whom it concerns. */
export interface HomeState {
  readonly own?: {
    readonly details: QueryResultOf<"AccountDetails">
    readonly completeness: QueryResultOf<"Completeness">
  }
  readonly operators?: QueryResultOf<"ListOperators">
  readonly counts?: Counts
}

export const initial: HomeState = {}

/** What this account may do next, and where nothing is due the reason why: the words never name what would be refused. */
export const nextWords = (
  { details, completeness: { next } }: NonNullable<HomeState["own"]>,
  manages: boolean,
  words: HomeWords
): ReadonlyArray<string> => {
  const { certification, journey, origin } = details
  const voided = certification.enterprise === "voided" || certification.holder === "voided"
  const certify = journey !== undefined ? words.resumes : voided ? words.again : words.actions.certify
  if (next.length > 0) return next.map((action) => (action === "certify" ? certify : words.actions[action]))
  const why = words.nothing[isCertified(details) ? "certified" : origin]
  return manages ? [why, words.manages] : [why]
}

const isCertified = ({ level }: { readonly level: string }): boolean => level !== "none"

/** The enterprise's users by what an administrator looks for. */
export const operatorCounts = (operators: QueryResultOf<"ListOperators">) => ({
  all: operators.length,
  certified: operators.filter(isCertified).length,
  locked: operators.filter(({ status }) => status === "locked").length,
  initial: operators.filter(({ status }) => status === "password-change-required").length
})

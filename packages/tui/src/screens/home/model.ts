import type { QueryResultOf } from "@single-window/core"

/** How many accounts are in one state of certification, as far as one page tells. */
export type Counts = Readonly<Record<Certification, { readonly found: number; readonly more: boolean }>>
export const certifications = ["certified", "under-way", "uncertified", "voided"] as const
export type Certification = (typeof certifications)[number]

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

const isCertified = ({ level }: { readonly level: string }): boolean => level !== "none"

/** The enterprise's users by what an administrator looks for. */
export const operatorCounts = (operators: QueryResultOf<"ListOperators">) => ({
  all: operators.length,
  certified: operators.filter(isCertified).length,
  locked: operators.filter(({ status }) => status === "locked").length,
  initial: operators.filter(({ status }) => status === "password-change-required").length
})

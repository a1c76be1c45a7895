import type { AccountView } from "@single-window/core"

export const reasons = ["no-enterprise", "no-holder", "locked", "initial", "voided", "under-way", "not-begun"] as const
export type StuckReason = (typeof reasons)[number]
export const levels = ["none", "low", "medium", "high"] as const
export const methods = ["ic-card", "legal-representative", "bank-ukey"] as const

type Numbers<Key extends string> = Readonly<Record<Key, number>>

/** How many accounts there are of each kind, as far as they have been counted. */
export interface Counts {
  readonly all: number
  readonly complete: number
  readonly begun: number
  readonly certified: number
  readonly levels: Numbers<(typeof levels)[number]>
  readonly methods: Numbers<(typeof methods)[number]>
  readonly stuck: Numbers<StuckReason>
  /** By the step at which a journey stands. */
  readonly steps: Readonly<Record<string, number>>
}

const zeros = <Key extends string>(keys: ReadonlyArray<Key>): Numbers<Key> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Numbers<Key>

export const nobody: Counts = {
  all: 0,
  complete: 0,
  begun: 0,
  certified: 0,
  levels: zeros(levels),
  methods: zeros(methods),
  stuck: zeros(reasons),
  steps: {}
}

const hasEnterprise = ({ enterprise: { name, unifiedSocialCreditCode, organizationCode, ...rest } }: AccountView) =>
  name !== "" && (unifiedSocialCreditCode !== "" || organizationCode !== "") && rest.legalRepresentativeName !== ""

const hasHolder = ({ holder }: AccountView) => holder.name !== "" && holder.document.number !== ""

const isCertified = ({ certification }: AccountView) => certification.methods.length > 0

/** What keeps an account from being certified, as far as can be seen without opening it; nothing for one that is. */
const stuckBy = (account: AccountView): ReadonlyArray<StuckReason> => {
  if (isCertified(account)) return []
  const { status, certification, journey } = account
  const there = { enterprise: hasEnterprise(account), holder: hasHolder(account) }
  const found: ReadonlyArray<readonly [StuckReason, boolean]> = [
    ["no-enterprise", !there.enterprise],
    ["no-holder", !there.holder],
    ["locked", status === "locked"],
    ["initial", status === "password-change-required"],
    ["voided", certification.voidedBecause !== undefined],
    ["under-way", journey !== undefined]
  ]
  const reasonsFound = found.flatMap(([reason, is]) => (is ? [reason] : []))
  return reasonsFound.length === 0 ? ["not-begun"] : reasonsFound
}

const plus = <Key extends string>(numbers: Numbers<Key>, keys: ReadonlyArray<Key>): Numbers<Key> => {
  if (keys.length === 0) return numbers
  const more: Record<Key, number> = { ...numbers }
  for (const key of keys) more[key] = (more[key] ?? 0) + 1
  return more
}

/** One account more; which one comes first makes no difference. */
export const counted = (counts: Counts, account: AccountView): Counts => {
  const { certification, journey, level } = account
  const certified = isCertified(account)
  const began = certified || journey !== undefined || certification.voidedBecause !== undefined
  return {
    all: counts.all + 1,
    complete: counts.complete + (hasEnterprise(account) && hasHolder(account) ? 1 : 0),
    begun: counts.begun + (began ? 1 : 0),
    certified: counts.certified + (certified ? 1 : 0),
    levels: plus(counts.levels, [level]),
    methods: plus(counts.methods, certification.methods),
    stuck: plus(counts.stuck, stuckBy(account)),
    steps: plus(counts.steps, journey === undefined ? [] : [journey.step])
  }
}

export interface FunnelState {
  readonly counts: Counts
  /** When everybody had been counted (epoch milliseconds). */
  readonly at?: number | undefined
  readonly from: number
}

export const initial: FunnelState = { counts: nobody, from: 0 }

import { type Account, chinaDate, levelOf, type Policy, type RefusalTag, rules, statusOf } from "@single-window/core"
import type { User } from "./City.js"
import type { Lived } from "./simulate.js"

/** Where an account can stand, in the order in which it is told: each account stands in one place. */
export const places = [
  "certified-high",
  "certified-medium",
  "certified-low",
  "in-journey",
  "needs-administrator",
  "needs-service",
  "information-incomplete",
  "initial-password",
  "uncertified",
  "locked",
  "deleted",
  "administrator"
] as const
export type Place = (typeof places)[number]

/** Why an account that is not certified is not: the refusal it last met, or nothing at all. */
export type StuckOn = RefusalTag | "no-means" | "never-came" | "on-the-way"

const placeOf = (user: User, account: Account | undefined, policy: Policy, now: number): Place => {
  if (account === undefined || account.deleted) return "deleted"
  if (account.role === "administrator") return "administrator"
  const status = statusOf(account, now)
  if (status === "locked") return "locked"
  const level = levelOf(account)
  if (level !== "none") return `certified-${level}`
  if (account.journey !== undefined && account.journey.expiresAt > now) return "in-journey"
  if (user.waitsFor !== undefined) return `needs-${user.waitsFor}`
  if (status === "password-change-required") return "initial-password"
  const problems = rules.ProfileCompleteness.problems(account, policy, chinaDate(now))
  return problems.length > 0 ? "information-incomplete" : "uncertified"
}

const settled: ReadonlySet<Place> = new Set([
  "certified-high",
  "certified-medium",
  "certified-low",
  "deleted",
  "administrator"
])

/** The live account of each user name, or else the one that was there last. */
const byName = (accounts: ReadonlyMap<string, Account>): ReadonlyMap<string, Account> => {
  const found = new Map<string, Account>()
  for (const account of accounts.values()) {
    const before = found.get(account.username)
    if (before === undefined || before.deleted) found.set(account.username, account)
  }
  return found
}

const reasonOf = ({ meansless, stuckOn, visits }: User): StuckOn => {
  if (meansless) return "no-means"
  return stuckOn ?? (visits === 0 ? "never-came" : "on-the-way")
}

export interface Funnel {
  readonly standing: Readonly<Record<Place, number>>
  /** The most frequent first. */
  readonly stuck: ReadonlyArray<{ readonly reason: StuckOn; readonly accounts: number }>
}

/** Most first; what is equal, by name. */
export const ranked = <K extends string>(counts: ReadonlyMap<K, number>): ReadonlyArray<readonly [K, number]> =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))

/** Where the accounts stand, and where those are stuck that have not got through. */
export const funnelOf = ({ city, accounts, now }: Lived, policy: Policy): Funnel => {
  const standing = Object.fromEntries(places.map((place) => [place, 0])) as Record<Place, number>
  const stuck = new Map<StuckOn, number>()
  const named = byName(accounts)
  for (const user of city.users) {
    const account = named.get(user.username)
    if (account === undefined) continue
    const place = placeOf(user, account, policy, now)
    standing[place]++
    if (settled.has(place)) continue
    const reason = reasonOf(user)
    stuck.set(reason, (stuck.get(reason) ?? 0) + 1)
  }
  return { standing, stuck: ranked(stuck).map(([reason, count]) => ({ reason, accounts: count })) }
}

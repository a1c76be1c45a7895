import type { Policy } from "../domain/Policy.js"
import { type AssessedRow, accountOf, assess } from "../flows/migration/assess.js"
import type { MigratedAccount } from "../flows/migration/canonicalAccount.js"
import type { RowRead } from "../flows/migration/MigratedRow.js"
import type { DuplicateOf, MigrationClass, Reason, ReasonCode } from "../flows/migration/Reason.js"
import { type Claim, type ClaimKind, claimKey, claimsOf } from "./Claims.js"

/** The account that holds a claim in the store; `source` is where it was migrated from, if it was. */
export interface ClaimHolder {
  readonly account: string
  readonly username: string
  readonly source?: string
}

/** Who holds a claim already, before the first row. Only the claims of `claimsOfRow` are asked for. */
export type ClaimLookup = (claim: Claim) => ClaimHolder | undefined

/** A row with its class; `account` is what importing would store, and is there only where it would. */
export interface ScreenedRow {
  readonly line: number
  readonly username: string
  readonly class: MigrationClass
  readonly reasons: ReadonlyArray<Reason>
  readonly account?: MigratedAccount
}

export type ScreeningSummary = { readonly [Class in MigrationClass]: number } & {
  readonly rows: number
  /** How many rows gave each reason; `field-missing:enterprise.name` where it is about a field. */
  readonly "by-reason": Readonly<Record<string, number>>
}

/** The unique keys that storing a row would take: what to look up before `step`. */
export const claimsOfRow = (row: AssessedRow): ReadonlyArray<Claim> =>
  row.class === "invalid" ? [] : claimsOf(accountOf(row.account))

const codes: Readonly<Record<ClaimKind, ReasonCode>> = {
  username: "username-taken",
  "migrated-name": "username-reserved",
  document: "document-in-enterprise",
  // a migrated account holds neither of these when it is stored
  card: "username-taken",
  administrator: "username-taken"
}

/** A name that is in use is reserved as well; once is enough to say so. */
const distinct = (reasons: ReadonlyArray<Reason>): ReadonlyArray<Reason> =>
  reasons.some(({ code }) => code === "username-taken")
    ? reasons.filter(({ code }) => code !== "username-reserved")
    : reasons

const reasonKey = ({ code, field }: Reason): string => (field === undefined ? code : `${code}:${field}`)

/**
 * Goes through rows in order and says what storing each would meet. It holds only the keys of rows that would be stored, made of
 * the very claims a commit takes, so screening and storing cannot disagree.
 */
export const screening = () => {
  const taken = new Map<string, DuplicateOf>()
  const counts: Record<MigrationClass, number> = {
    ready: 0,
    fixable: 0,
    "needs-administrator": 0,
    duplicate: 0,
    invalid: 0
  }
  const byReason = new Map<string, number>()
  let rows = 0

  const counted = (row: ScreenedRow): ScreenedRow => {
    rows++
    counts[row.class]++
    for (const key of new Set(row.reasons.map(reasonKey))) byReason.set(key, (byReason.get(key) ?? 0) + 1)
    return row
  }

  const step = (row: AssessedRow, holderOf: ClaimLookup = () => undefined): ScreenedRow => {
    if (row.class === "invalid") return counted(row)
    const { line, username, account } = row
    const reasons: Array<Reason> = []
    const free: Array<string> = []
    let imported: ClaimHolder | undefined
    for (const claim of claimsOfRow(row)) {
      const key = claimKey(claim, (text) => text)
      const earlier = taken.get(key)
      const holder = earlier === undefined ? holderOf(claim) : undefined
      if (claim.kind === "migrated-name" && holder?.source === account.source && holder.username === username) {
        imported = holder
      }
      const of = earlier ?? (holder && { account: holder.account, username: holder.username })
      if (of === undefined) free.push(key)
      else reasons.push({ code: codes[claim.kind], of })
    }
    const mine: DuplicateOf = { line, username }
    if (imported !== undefined && reasons.every(({ of }) => of !== undefined && "account" in of)) {
      // Its account stands for the row. Only what that account holds is taken: where a list is cut must make no difference.
      for (const claim of claimsOfRow(row)) {
        if (holderOf(claim)?.account === imported.account)
          taken.set(
            claimKey(claim, (text) => text),
            mine
          )
      }
      const of = { account: imported.account, username: imported.username }
      return counted({ line, username, class: "duplicate", reasons: [{ code: "already-imported", of }] })
    }
    if (reasons.length > 0) return counted({ line, username, class: "duplicate", reasons: distinct(reasons) })
    for (const key of free) taken.set(key, mine)
    return counted(row)
  }

  const summary = (): ScreeningSummary => ({
    rows,
    ...counts,
    "by-reason": Object.fromEntries([...byReason].sort(([a], [b]) => (a < b ? -1 : 1)))
  })

  return { step, summary }
}

/** Screens a list of rows at once. */
export const screen = (
  rows: Iterable<RowRead>,
  holderOf: ClaimLookup,
  policy: Policy,
  today: string
): { readonly rows: ReadonlyArray<ScreenedRow>; readonly summary: ScreeningSummary } => {
  const { step, summary } = screening()
  const screened: Array<ScreenedRow> = []
  for (const row of rows) screened.push(step(assess(row, policy, today), holderOf))
  return { rows: screened, summary: summary() }
}

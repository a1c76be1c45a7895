import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { assess, MigratedRow, type MigrationClass, type Reason, type ReasonCode } from "../flows/migration/index.js"
import type { ClaimKind } from "../store/Claims.js"
import { type ScreenedRow, type ScreeningSummary, screening } from "../store/Screening.js"
import type { Change, CommitResult } from "../store/Store.js"
import { type Context, free } from "./Command.js"
import { claimHolders } from "./claimHolders.js"
import { nothing } from "./decide.js"
import { newAccountId } from "./newAccount.js"
import { hostOrSupervisor } from "./Permission.js"

/** Rows for one call; a longer list is handed over in parts, and a part that was cut off is simply handed over again. */
export const MOST_ROWS = 5000

const CHUNK = 250

export interface ImportedRow {
  /** The row's place in the list, from 1. */
  readonly row: number
  readonly username: string
  readonly class: MigrationClass
  readonly reasons: ReadonlyArray<Reason>
  readonly imported: boolean
}

export interface ImportReport {
  readonly rows: ReadonlyArray<ImportedRow>
  readonly summary: ScreeningSummary & { readonly imported: number; readonly skipped: number }
}

const lostTo: Readonly<Record<ClaimKind, ReasonCode>> = {
  username: "username-taken",
  "migrated-name": "username-reserved",
  document: "document-in-enterprise",
  card: "username-taken",
  administrator: "username-taken"
}

/** Somebody took one of the row's keys after it was screened: the commit noticed, and the row is a duplicate after all. */
const settled = (row: ScreenedRow, result: CommitResult | undefined): ImportedRow => {
  const { line, username, reasons } = row
  if (result?._tag === "ClaimLost") {
    const lost: Reason = { code: lostTo[result.kind], of: { account: result.owner, username } }
    return { row: line, username, class: "duplicate", reasons: [lost], imported: false }
  }
  return { row: line, username, class: row.class, reasons, imported: result?._tag === "Committed" }
}

const changesFor = (rows: ReadonlyArray<ScreenedRow>) =>
  Effect.forEach(rows, (row) =>
    Effect.gen(function* () {
      const change: Change | undefined =
        row.account === undefined
          ? undefined
          : { before: undefined, events: [{ ...row.account, id: yield* newAccountId }] }
      return { row, change }
    })
  )

const storeRows = ({ commitEach }: Context, rows: ReadonlyArray<ScreenedRow>) =>
  Effect.gen(function* () {
    const prepared = yield* changesFor(rows)
    const results = yield* commitEach(prepared.flatMap(({ change }) => (change === undefined ? [] : [[change]])))
    let next = 0
    return prepared.map(({ row, change }) => settled(row, change === undefined ? undefined : results[next++]))
  })

/**
 * 从其他系统迁移: stores every row but duplicates and those that cannot be stored, and reserves each user name for its
 * enterprise for good. Each row is a commit of its own, so a bad one stops nothing, and the same list again changes nothing.
 */
export const ImportMigratedAccounts = free({
  name: "ImportMigratedAccounts",
  may: hostOrSupervisor,
  input: Schema.Struct({
    rows: Schema.Array(MigratedRow).pipe(Schema.maxItems(MOST_ROWS, { message: () => "too-long" }))
  }),
  secrets: ["rows"],
  run: (context, { rows }) =>
    Effect.gen(function* () {
      const { policy, today } = context
      const { step, summary } = screening()
      const outcomes: Array<ImportedRow> = []
      for (let from = 0; from < rows.length; from += CHUNK) {
        const screened = yield* Effect.forEach(rows.slice(from, from + CHUNK), (row, index) =>
          Effect.gen(function* () {
            const assessed = assess({ line: from + index + 1, row }, policy, today)
            return step(assessed, yield* claimHolders(assessed))
          })
        )
        outcomes.push(...(yield* storeRows(context, screened)))
      }
      const imported = outcomes.filter((outcome) => outcome.imported).length
      const report: ImportReport = {
        rows: outcomes,
        summary: { ...summary(), imported, skipped: outcomes.length - imported }
      }
      return nothing(report)
    })
})

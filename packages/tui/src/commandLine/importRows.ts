import {
  Actor,
  assess,
  type Envelope,
  type MigratedRow,
  type Policy,
  type Reason,
  type RowRead,
  type ScreenedRow,
  type ScreeningSummary,
  SingleWindow,
  screening
} from "@single-window/core"
import * as Effect from "effect/Effect"

/** Enough for few commits, and few enough that little is done again after an interruption. */
export const BATCH = 500

export type ImportSummary = ScreeningSummary & { readonly imported: number; readonly skipped: number }

const merged = (one: ImportSummary, other: ImportSummary): ImportSummary => {
  const reasons = new Map(Object.entries(one["by-reason"]))
  for (const [reason, count] of Object.entries(other["by-reason"]))
    reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  return {
    rows: one.rows + other.rows,
    ready: one.ready + other.ready,
    fixable: one.fixable + other.fixable,
    "needs-administrator": one["needs-administrator"] + other["needs-administrator"],
    duplicate: one.duplicate + other.duplicate,
    invalid: one.invalid + other.invalid,
    "by-reason": Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1))),
    imported: one.imported + other.imported,
    skipped: one.skipped + other.skipped
  }
}

type Readable = RowRead & { readonly row: MigratedRow }
const isReadable = (read: RowRead): read is Readable => "row" in read

export type Outcome = Pick<ScreenedRow, "line" | "username" | "class" | "reasons">

/** Who imports, and for staff why. */
export interface ImportedBy {
  readonly actor: Actor
  readonly envelope: Envelope
}

const commandLine: ImportedBy = { actor: Actor.System({ name: "import" }), envelope: {} }

/** Stores one batch through the front door; what could not even be read is counted beside it and stops nothing. */
const importBatch = (batch: ReadonlyArray<RowRead>, policy: Policy, today: string, { actor, envelope }: ImportedBy) =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const readable = batch.filter(isReadable)
    const { rows, summary } = yield* door.execute(
      actor,
      "ImportMigratedAccounts",
      { rows: readable.map(({ row }) => row) },
      envelope
    )
    /** The command counts the rows it was given; people look for a line of their file. */
    const inFile = (reason: Reason): Reason => {
      if (reason.of === undefined || !("line" in reason.of)) return reason
      return { ...reason, of: { ...reason.of, line: readable[reason.of.line - 1]?.line ?? reason.of.line } }
    }
    const unread = screening()
    const outcomes: Array<Outcome> = []
    let next = 0
    for (const read of batch) {
      const found = isReadable(read) ? rows[next++] : undefined
      if (found === undefined) outcomes.push(unread.step(assess(read, policy, today)))
      else
        outcomes.push({
          line: read.line,
          username: found.username,
          class: found.class,
          reasons: found.reasons.map(inFile)
        })
    }
    const rest = unread.summary()
    return { outcomes, summary: merged(summary, { ...rest, imported: 0, skipped: rest.rows }) }
  })

const nothing: ImportSummary = {
  ...screening().summary(),
  imported: 0,
  skipped: 0
}

/** Imports batch after batch and adds up what came of them. */
export const importer = (policy: Policy, today: string, by: ImportedBy = commandLine) => {
  let sum = nothing
  return {
    add: (batch: ReadonlyArray<RowRead>) =>
      Effect.map(importBatch(batch, policy, today, by), ({ outcomes, summary }) => {
        sum = merged(sum, summary)
        return outcomes
      }),
    summary: (): ImportSummary => sum
  }
}

import {
  type Language,
  type MigrationClass,
  nextStep,
  reasonSentence,
  type ScreenedRow,
  type ScreeningSummary
} from "@single-window/core"
import { maskDocumentNumber } from "@single-window/core/identifiers"
import type { ImportSummary } from "../../commandLine/importRows.js"
import type { Progress } from "../../components/progressBar.js"
import { type FormState, form, type Items, valueOf } from "../../form/Form.js"
import { atTop, type ListState } from "../../form/List.js"

export type Name = "path" | "reason" | "screen"

export const items: Items<Name> = [
  { kind: "text", name: "path", most: 400 },
  { kind: "text", name: "reason", most: 200 },
  { kind: "button", name: "screen" }
]

/** A row that somebody has to look at. */
export type Problem = Pick<ScreenedRow, "line" | "username" | "class" | "reasons">

/** What is known of the file; the digest says whether it is still the one that was screened. */
export interface FileFacts {
  readonly path: string
  readonly format: string
  readonly encoding: string
  readonly lines: number
  readonly digest: string
}

type Phase = "choose" | "screen" | "screened" | "import" | "imported"

export interface ImportState {
  readonly form: FormState<Name>
  readonly phase: Phase
  /** Whether the import goes on, on this screen or without it. */
  readonly busy: boolean
  readonly progress: Progress
  readonly file?: FileFacts | undefined
  readonly screened?: ScreeningSummary | undefined
  readonly imported?: ImportSummary | undefined
  readonly problems: ReadonlyArray<Problem>
  readonly list: ListState
  readonly only: MigrationClass | undefined
  /** Where the rows with problems were written. */
  readonly written?: string | undefined
}

export const initial: ImportState = {
  form: form(items),
  phase: "choose",
  busy: false,
  progress: { done: 0, total: 0, since: 0, now: 0 },
  problems: [],
  list: atTop,
  only: undefined
}

/** Enough to look through; the file of errors has them all. */
export const KEPT = 2000

/** Whether somebody has to look at a row: one that an earlier run stored is as it should be. */
export const isProblem = ({ class: name, reasons }: Problem): boolean =>
  name !== "ready" && !reasons.some(({ code }) => code === "already-imported")

export const kept = (problems: ReadonlyArray<Problem>, row: Problem): ReadonlyArray<Problem> =>
  !isProblem(row) || problems.length >= KEPT
    ? problems
    : [...problems, { line: row.line, username: row.username, class: row.class, reasons: row.reasons }]

/** The gravest first, then everything. */
const filters: ReadonlyArray<MigrationClass> = ["invalid", "duplicate", "needs-administrator", "fixable"]
export const nextFilter = (only: MigrationClass | undefined): MigrationClass | undefined =>
  only === undefined ? filters[0] : filters[filters.indexOf(only) + 1]

export const shown = ({ problems, only }: ImportState): ReadonlyArray<Problem> =>
  only === undefined ? problems : problems.filter((problem) => problem.class === only)

/** What an import stores: all but what is there already and what cannot be stored. */
export const importable = (summary: ScreeningSummary): number =>
  summary.ready + summary.fixable + summary["needs-administrator"]

/** Rows that an earlier import stored: the same file again goes on where it was cut off. */
export const already = (summary: ScreeningSummary): number => summary["by-reason"]["already-imported"] ?? 0

/** The rows that no run of the import stores. */
export const left = (summary: ImportSummary): number => summary.skipped - already(summary)

/** A user name that is somebody's number is personal data: only its ends are shown. */
export const shownUsername = (username: string): string =>
  /[0-9]{11}/.test(username.normalize("NFKC").replace(/[\s-]/g, "")) ? maskDocumentNumber(username) : username

export const why = ({ reasons }: Problem, language: Language): string =>
  reasons
    .map((reason) =>
      reason.of === undefined
        ? reason
        : { ...reason, of: { ...reason.of, username: shownUsername(reason.of.username) } }
    )
    .map((reason) => reasonSentence(reason, language))
    .join("; ")

export const next = (problem: Problem, language: Language): string => nextStep(problem, language)

/** The path as it was typed or dropped in, without the quotation marks that some terminals put around it. */
export const pathOf = ({ form: state }: ImportState, home: string): string => {
  const typed = valueOf(state, "path")
    .trim()
    .replace(/^(['"])(.*)\1$/, "$2")
  return typed === "~" || typed.startsWith("~/") ? `${home}${typed.slice(1)}` : typed
}

/** Beside the file, so that who has the one finds the other. */
export const errorsPathOf = (path: string): string => `${path.replace(/\.(csv|ndjson|jsonl)$/i, "")}.errors.csv`

/** The time left is judged by the last ten to twenty seconds: a machine's speed changes with what else it has to do. */
const WINDOW = 10_000

/** Where the time of an import is counted from: what an earlier run stored is passed over at another speed, and tells nothing of the rest. */
export const counted = (began: number) => {
  let last = { since: began, from: 0 }
  let since = last
  let later = last
  let stores = false
  return (done: number, total: number, imported: number, now: number): Progress => {
    if (!stores && imported > 0) {
      stores = true
      since = last
      later = last
    }
    last = { since: now, from: done }
    const progress = { done, total, now, ...since }
    if (now - later.since >= WINDOW) {
      since = later
      later = last
    }
    return progress
  }
}

/** At most one picture a second: a tick more often would only flicker. */
export const ticks = (every = 1000) => {
  let last = 0
  return (now: number): boolean => {
    if (now - last < every) return false
    last = now
    return true
  }
}

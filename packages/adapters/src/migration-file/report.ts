import { open, rename, rm } from "node:fs/promises"
import { nextStep, type Reason, reasonSentence, type ScreenedRow } from "@single-window/core"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

export const reportColumns = ["username", "line", "class", "reasons", "nextStepZh", "nextStepEn"] as const

/** A spreadsheet takes these, in either width, for the beginning of a formula, and would run it (OWASP ASVS 1.2.10). */
const startsFormula = /^[=+\-@＝＋－＠\t\r\n\0]/u

/**
 * A cell that is only text to whoever opens the report. Characters that cannot be seen are shown as such; the apostrophe in front
 * of what looks like a formula makes a spreadsheet take it as text.
 */
export const reportCell = (text: string): string => {
  const inert = startsFormula.test(text) ? `'${text}` : text
  const visible = inert.replace(/[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu, "\uFFFD")
  // a semicolon parts cells where the comma is the decimal sign
  return /[",;]/.test(visible) ? `"${visible.replaceAll('"', '""')}"` : visible
}

const longestUsername = 64

/** A user name that is somebody's number is personal data: only its end is shown. */
const shownUsername = (username: string, numbers: ReadonlyArray<string> = []): string => {
  const short = Array.from(username).slice(0, longestUsername).join("")
  const digits = short.normalize("NFKC").replace(/[\s-]/gu, "").toUpperCase()
  return /[0-9]{11}/u.test(digits) || numbers.includes(digits) ? `…${short.slice(-4)}` : short
}

/** The numbers of the row's own holder, any of which may have been made a user name. */
const numbersOf = ({ account }: ScreenedRow): ReadonlyArray<string> =>
  account === undefined ? [] : [account.holder.document.number, account.mobile].filter((number) => number !== "")

const codeOf = ({ code, field, of }: Reason): string => {
  const about = field === undefined ? code : `${code}:${field}`
  if (of === undefined) return about
  return `${about}(${"line" in of ? `line ${of.line}` : `account ${shownUsername(of.username)}`})`
}

/** One line of the report, without its end. It says nothing about a person but the user name. */
export const reportLine = (row: ScreenedRow): string =>
  [
    shownUsername(row.username, numbersOf(row)),
    String(row.line),
    row.class,
    row.reasons.map((reason) => `${codeOf(reason)} ${reasonSentence(masked(reason), "zh")}`).join("；"),
    nextStep(row, "zh"),
    nextStep(row, "en")
  ]
    .map(reportCell)
    .join(",")

const masked = (reason: Reason): Reason =>
  reason.of === undefined ? reason : { ...reason, of: { ...reason.of, username: shownUsername(reason.of.username) } }

export class ReportNotWritten extends Data.TaggedError("ReportNotWritten")<{
  readonly path: string
  readonly cause: unknown
}> {}

/**
 * Writes the report of a screening while it goes on. It grows beside its place and is put there at the end, so that a report is whole
 * or not there; a byte-order mark makes spreadsheets read the Chinese as UTF-8.
 */
export const writeReport = <E, R>(
  path: string,
  rows: Stream.Stream<ScreenedRow, E, R>
): Effect.Effect<void, E | ReportNotWritten, R> => {
  const attempt = <A>(promise: () => Promise<A>) =>
    Effect.tryPromise({ try: promise, catch: (cause) => new ReportNotWritten({ path, cause }) })
  const unfinished = `${path}.${process.pid}.unfinished`
  return Effect.acquireUseRelease(
    // Whatever lies there already, such as a link to another file, is removed and not written through.
    attempt(() => rm(unfinished, { force: true }).then(() => open(unfinished, "wx", 0o600))),
    (file) =>
      attempt(() => file.appendFile(`\uFEFF${reportColumns.join(",")}\r\n`)).pipe(
        Effect.zipRight(
          Stream.runForEachChunk(rows, (chunk) =>
            attempt(() => file.appendFile(Array.from(chunk, (row) => `${reportLine(row)}\r\n`).join("")))
          )
        ),
        Effect.zipRight(attempt(() => file.close().then(() => rename(unfinished, path))))
      ),
    (file) =>
      Effect.promise(() =>
        file
          .close()
          .catch(() => undefined)
          .then(() => rm(unfinished, { force: true }).catch(() => undefined))
      )
  )
}

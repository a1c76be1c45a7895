import { type Language, type Method, type Refusal, stepsOf } from "@single-window/core"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { stepBar } from "../../components/stepBar.js"
import { blank, data, fitted, type Row, row, span, widthOf, wrapped } from "../../terminal/Row.js"
import { sentenceOf } from "../../text/sentenceOf.js"
import type { Subject } from "../acting/subject.js"
import { type JourneyState, type Step, timeOfDay } from "./model.js"
import type { PinState } from "./pin.js"
import type { JourneyWords } from "./zhCN.js"

const LABEL = 18

/** Where the journey stands, as the manual's progress bars. */
export const barRow = (method: Method, step: Step, words: JourneyWords, columns: number): Row => {
  const rows = stepsOf(method)
  const at = rows.findIndex((one) => one.step === step)
  return stepBar(
    rows.map((one) => words.steps[one.step]),
    step === "done" ? rows.length : at,
    columns
  )
}

/** A value as long as there is room for it: what stands behind must be seen too. */
const short = (value: string, columns: number): string => fitted(data(value), columns).trimEnd()

/** Something that is shown and cannot be changed here. */
export const lockedRow = (label: string, value: string, note: string): Row =>
  row(`    ${fitted(label, LABEL)} `, ` ${short(value, 52 - widthOf(note))}  `, span(note))

/** An enterprise by its name and a code. */
export const enterpriseRow = (label: string, name: string, code: string): Row =>
  row(`    ${fitted(label, LABEL)}  ${short(name, 34)}  ${data(code)}`)

export const labelled = (label: string, value: string): Row => row(`    ${fitted(label, LABEL)}  `, data(value))

export const fieldShape = { labelWidth: LABEL, width: 30, needed: true } as const

const isWarning = (code: string, words: JourneyWords): code is keyof JourneyWords["warnings"] =>
  Object.hasOwn(words.warnings, code)

/** What was accepted all the same, but is worth saying. */
export const warningRows = ({ warnings }: JourneyState, words: JourneyWords, columns: number): ReadonlyArray<Row> =>
  warnings.flatMap((code) => (isWarning(code, words) ? message(words.warnings[code], columns, "warn") : []))

/** A refusal of this step, if there was one. */
export const refusedRows = (refusal: Refusal | undefined, language: Language, columns: number): ReadonlyArray<Row> =>
  refusal === undefined ? [] : [blank, ...refusalRows(refusal, language, columns)]

/** A refusal without its remedies, where the screen has buttons for them. */
export const sentenceRows = (refusal: Refusal, language: Language, columns: number): ReadonlyArray<Row> =>
  wrapped(sentenceOf(refusal, language), columns - 4).map((line, at) => row(at === 0 ? "! " : "  ", span(line, "bad")))

/** The status line of a journey: until when it is open. */
export const statusOf = ({ details }: Subject, words: JourneyWords): string =>
  details.journey === undefined ? words.start.none : words.expires(timeOfDay(Date.parse(details.journey.expiresAt)))

/** How often the card still takes a PIN, once it has said so. */
export const triesRow = (
  { attemptsLeft, consent }: Pick<PinState, "attemptsLeft" | "consent">,
  words: JourneyWords
): ReadonlyArray<Row> => {
  if (attemptsLeft === undefined) return []
  if (attemptsLeft > 1) return [row("  ", span(words.card.left(attemptsLeft), "warn"))]
  return [row("  ", consent ? span(words.card.agreed, "warn") : span(words.card.last, "bad"))]
}

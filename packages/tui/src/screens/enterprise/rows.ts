import {
  type EnterpriseField,
  enterpriseFields,
  isBlankField,
  type Language,
  messages,
  problemWords,
  rules
} from "@single-window/core"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { tick } from "../../components/tick.js"
import { valueOf } from "../../form/Form.js"
import { blank, data, fitted, type Row, row, type Span, span, widthOf } from "../../terminal/Row.js"
import {
  afterOf,
  type Edit,
  type EnterpriseState,
  type Ground,
  indicator,
  itemsOf,
  problemIn,
  verdict
} from "./model.js"
import type { EnterpriseWords } from "./zhCN.js"

const LABEL = 18

/** How much of the stored value shows beside the field: nothing in a narrow window, which tells that of the field in focus below. */
const valueWidth = (columns: number): number => (columns < 75 ? 0 : 22)

const markOf = (name: EnterpriseField, edit: Edit, ground: Ground, words: EnterpriseWords): Span => {
  const item = itemsOf(edit, ground).find((one) => one.name === name)
  const value = valueOf(edit.form, name)
  if (name === "organizationCode" && edit.filled) return span(words.marks.filled, "accent")
  if (item?.kind === "text" && item.locked === true) return span(words.marks.locked, "warn")
  if (isBlankField(value)) return span("")
  if (name === "legalRepresentativeName") return span(words.marks.free, "accent")
  return indicator(edit, ground).changed.some((one) => one === name) ? span(words.marks.changed, "accent") : span("=")
}

const fieldRow = (name: EnterpriseField, edit: Edit, ground: Ground, words: EnterpriseWords, columns: number): Row => {
  const before = ground.before[name]
  const value = valueWidth(columns)
  return row(
    "  ",
    fitted(words.fields[name], LABEL),
    value === 0 ? "" : `  ${fitted(isBlankField(before) ? words.none : data(before), value)}`,
    ...field(itemsOf(edit, ground), edit.form, name, {
      label: "",
      labelWidth: 0,
      width: 23,
      note: markOf(name, edit, ground, words)
    })
  )
}

/** 三项改动 [#][#][ ] 已用 2 / 2, as the domain counts. */
const indicatorRow = (edit: Edit, ground: Ground, words: EnterpriseWords): Row => {
  const { changed, limit, first } = indicator(edit, ground)
  const boxes = [0, 1, 2].map((at) => (at < changed.length ? "[#]" : "[ ]")).join("")
  const over = changed.length - limit
  return row(
    `  ${boxes}  `,
    span(words.used(changed.length, limit), over > 0 && !first ? "bad" : "strong"),
    ...(first ? [`   ${words.first}`] : over > 0 ? ["   ", span(words.over(over), "bad")] : [])
  )
}

const lockedRow = (edit: Edit, ground: Ground, words: EnterpriseWords): ReadonlyArray<Row> => {
  const names = itemsOf(edit, ground).flatMap((item) =>
    item.kind === "text" && item.locked === true && !(item.name === "organizationCode" && edit.filled)
      ? [words.fields[item.name as EnterpriseField]]
      : []
  )
  return names.length === 0 ? [] : [row("  ", span(words.lockedFields(names.join(", ")), "warn"))]
}

const codeRows = (edit: Edit, ground: Ground, words: EnterpriseWords): ReadonlyArray<Row> => {
  const found = verdict(edit, ground)
  const refusal = found._tag === "Refused" ? found.refusal : undefined
  const wrong = (text: string) => row("  ", tick(false), " ", text)
  if (refusal?._tag === "FieldLocked") return [wrong(words.seat)]
  if (refusal?._tag === "OrganizationCodeMismatch") return [wrong(words.expected(data(refusal.expected)))]
  const { changed, limit } = indicator(edit, ground)
  const since =
    refusal?._tag === "TooManyFieldsChanged" && changed.length <= limit
      ? [wrong(words.sinceVerified(refusal.changed.length))]
      : []
  if (edit.filled) return [...since, row("  ", words.filledIn)]
  if (isBlankField(valueOf(edit.form, "organizationCode")) || refusal !== undefined) return since
  return rules.OrganizationCodeBackfill.agrees(afterOf(edit, ground))
    ? [row("  ", tick(true), " ", words.agrees)]
    : since
}

const problemRows = (edit: Edit, ground: Ground, words: EnterpriseWords, language: Language): ReadonlyArray<Row> =>
  enterpriseFields.flatMap((name) => {
    const problem = problemIn(name, edit, ground)
    return problem === undefined
      ? []
      : [row("  ", tick(false), " ", words.problem(words.fields[name], problemWords(problem, language)))]
  })

/** What is stored in the field in focus, where it is too long for its column. */
const wholeRows = (edit: Edit, { before }: Ground, words: EnterpriseWords, columns: number): ReadonlyArray<Row> => {
  const { focus } = edit.form
  if (focus === "save" || widthOf(data(before[focus])) <= valueWidth(columns)) return []
  return message(`${words.now}: ${before[focus]}`, columns)
}

/** The four fields with what the rules say of them, as they are typed. */
export const editRows = (
  { edit, refusal }: EnterpriseState,
  ground: Ground,
  words: EnterpriseWords,
  language: Language,
  columns: number
): ReadonlyArray<Row> => [
  row(
    "  ",
    fitted("", LABEL),
    valueWidth(columns) === 0 ? "" : `  ${fitted(words.now, valueWidth(columns))}`,
    `  ${words.next}`
  ),
  ...enterpriseFields.map((name) => fieldRow(name, edit, ground, words, columns)),
  blank,
  indicatorRow(edit, ground, words),
  ...lockedRow(edit, ground, words),
  ...codeRows(edit, ground, words),
  ...problemRows(edit, ground, words, language),
  ...(refusal === undefined
    ? [row("  ", words.free), ...message(words.registry, columns), ...wholeRows(edit, ground, words, columns)]
    : refusalRows(refusal, language, columns))
]

const shown = (value: string, words: EnterpriseWords) => (isBlankField(value) ? words.none : data(value))

/** What saving would do, in full, before anything is saved (R-22, D7). */
export const previewRows = (
  { edit, preview }: EnterpriseState,
  ground: Ground,
  words: EnterpriseWords,
  columns: number
): ReadonlyArray<Row> => {
  if (preview === undefined) return []
  const { result, events, wouldAsk } = preview.rehearsal
  const after = afterOf(edit, ground)
  const { changed = [], backfilled = [], voided = [] } = result ?? {}
  const own = words.preview
  return [
    row("  ", span(own.title, "strong")),
    blank,
    ...(changed.length === 0 ? message(own.nothing, columns) : []),
    ...changed.flatMap((name) =>
      message(
        backfilled.includes(name)
          ? own.filled(words.fields[name], after[name])
          : own.change(words.fields[name], shown(ground.before[name], words), shown(after[name], words)),
        columns
      )
    ),
    blank,
    ...(voided.length === 0
      ? [row("  ", span(own.voidsNothing, "good"))]
      : [row("  ", span(own.voids, "bad")), ...voided.map((what) => row("    - ", span(words.voided[what], "bad")))]),
    ...(events.includes("JourneyReopened") ? [row("  ", span(own.reopens, "warn"))] : []),
    ...(events.includes("CertificationAbandoned") ? [row("  ", span(own.abandons, "warn"))] : []),
    ...(wouldAsk.includes("registry") ? [row("  ", span(own.cannotAsk, "warn"))] : [])
  ]
}

/** What was changed, filled in and voided. */
export const savedRows = (
  { saved }: EnterpriseState,
  words: EnterpriseWords,
  language: Language
): ReadonlyArray<Row> => {
  if (saved === undefined) return []
  const names = (fields: ReadonlyArray<EnterpriseField>) =>
    fields.map((name) => words.fields[name] ?? messages[language].names[name]).join(", ")
  const own = words.saved
  return [
    blank,
    row("  ", span(own.title, "good")),
    blank,
    row("  ", own.changed(names(saved.changed))),
    ...(saved.backfilled.length === 0 ? [] : [row("  ", own.filled(names(saved.backfilled)))]),
    saved.voided.length === 0
      ? row("  ", own.nothingVoided)
      : row("  ", span(own.voided(saved.voided.map((what) => words.voided[what]).join(", ")), "bad"))
  ]
}

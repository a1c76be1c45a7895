import type { AccountView, HolderField, Language } from "@single-window/core"
import { message } from "../../components/message.js"
import { blank, data, fitted, type Row, row, span } from "../../terminal/Row.js"
import { validityText } from "../../text/accounts/validity.js"
import { identityWords, typeName } from "../identity/rows.js"
import type { HolderEdited, HolderState } from "./model.js"
import type { HolderWords } from "./zhCN.js"

/** What is stored now, masked, in two lines. */
export const nowRows = ({ holder }: AccountView, words: HolderWords, language: Language): ReadonlyArray<Row> => {
  const { none } = identityWords[language]
  const { validity } = holder
  return [
    row(
      `  ${words.now}   ${fitted(data(holder.name) || none, 20).trimEnd()}   ${data(typeName(holder.document.type, language))} ${data(holder.document.number) || none}`,
      validity === undefined ? "" : `   ${data(validityText(validity, language))}`
    ),
    row("  ", words.keep)
  ]
}

const names = (fields: ReadonlyArray<HolderField>, words: HolderWords) =>
  fields.map((field) => words.fields[field]).join(", ")

/** What saving would do, in full, before anything is saved (R-22, D7). */
export const previewRows = ({ preview }: HolderState, words: HolderWords, columns: number): ReadonlyArray<Row> => {
  if (preview === undefined) return []
  const { result, events } = preview.rehearsal
  const own = words.preview
  const heading = [row("  ", span(own.title, "strong")), blank]
  if (result === undefined) return [...heading, ...message(own.asks, columns, "warn")]
  return [
    ...heading,
    ...message(result.changed.length === 0 ? own.nothing : own.changes(names(result.changed, words)), columns),
    blank,
    ...(result.voided.length === 0
      ? [row("  ", span(own.voidsNothing, "good"))]
      : [
          row("  ", span(own.voids, "bad")),
          ...result.voided.map((what) => row("    - ", span(words.voided[what], "bad")))
        ]),
    ...(result.changed.some((field) => field === "documentNumber" || field === "documentType")
      ? message(own.unique, columns)
      : []),
    ...(events.includes("JourneyReopened") ? [row("  ", span(own.code, "warn"))] : [])
  ]
}

/** What was changed and what became void. */
export const savedRows = (saved: HolderEdited, words: HolderWords): ReadonlyArray<Row> => {
  const own = words.saved
  return [
    blank,
    row("  ", span(own.title, "good")),
    blank,
    row("  ", own.changed(names(saved.changed, words))),
    ...(saved.voided.length === 0
      ? [row("  ", own.nothingVoided)]
      : [
          row("  ", span(own.voided(saved.voided.map((what) => words.voided[what]).join(", ")), "bad")),
          row("  ", span(own.again, "warn"))
        ])
  ]
}

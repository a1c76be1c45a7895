import type { Language } from "@single-window/core"
import type { Row } from "../../terminal/Row.js"
import { row, span } from "../../terminal/Row.js"
import { typeName } from "../identity/rows.js"
import type { Person } from "./model.js"
import { lockedRow } from "./rows.js"
import type { StepProps } from "./useStep.js"

/** Whose identity it is, with what cannot be changed here: checked in step 1, or the account's own (R-61b, R-61c, R-63). */
export const personRows = (
  { state, subject, words }: StepProps,
  person: Person,
  language: Language
): ReadonlyArray<Row> => {
  const own = words.person
  const { details, facts } = subject
  const heading = row("  ", span(own.subjects[person], "strong"))
  if (person === "account-holder") {
    const { name, document } = details.holder
    return [
      heading,
      lockedRow(own.name, name, own.own),
      lockedRow(own.type, typeName(document.type, language), own.own),
      lockedRow(own.number, document.number, own.own)
    ]
  }
  const { representative } = state
  const type = representative?.type ?? facts.representativeDocumentType ?? ""
  return [
    heading,
    lockedRow(own.name, details.enterprise.legalRepresentativeName, own.verified),
    lockedRow(own.type, typeName(type, language), own.verified),
    lockedRow(own.number, representative?.number ?? "***", own.verified)
  ]
}

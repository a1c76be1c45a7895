import { type Language, problemWords } from "@single-window/core"
import { isDocumentType } from "@single-window/core/identifiers"
import { field } from "../../components/field.js"
import { select } from "../../components/select.js"
import { tick } from "../../components/tick.js"
import { type Row, row, type Span, span } from "../../terminal/Row.js"
import { en } from "./en.js"
import {
  type IdentityForm,
  type IdentityGround,
  type IdentityName,
  type IdentityProblems,
  identityItems,
  identityNames,
  problemsOf,
  typedFields,
  typeOf
} from "./model.js"
import { zhCN } from "./zhCN.js"

export const identityWords = { zh: zhCN, en } as const

/** A document type in words; one that is stored and unknown as it is. */
export const typeName = (type: string, language: Language): string => {
  const { types, none } = identityWords[language]
  return isDocumentType(type) ? types[type] : type === "" ? none : type
}

const problemText = (name: IdentityName, problem: string, language: Language): string => {
  const words = identityWords[language]
  const what =
    problem === "number-needed"
      ? words.numberNeeded
      : problem === "both-dates"
        ? words.bothDates
        : name === "number" && problem === "not-prc"
          ? words.passport
          : problemWords(problem, language)
  return words.problem(words.fields[name], what)
}

/** The live problems, of fields that were typed into and of what follows from them. */
export const problemRows = (state: IdentityForm, ground: IdentityGround, language: Language): ReadonlyArray<Row> => {
  const problems: IdentityProblems = problemsOf(state, ground)
  const fields = typedFields(state, ground)
  return identityNames.flatMap((name) => {
    const problem = problems[name]
    const told = problem !== undefined && (fields.includes(name) || ["number-needed", "both-dates"].includes(problem))
    return told ? [row("  ", tick(false), " ", problemText(name, problem, language))] : []
  })
}

/** The first thing that is wrong or missing, as a sentence: why the form cannot be sent. */
export const firstProblem = (state: IdentityForm, ground: IdentityGround, language: Language): string | undefined => {
  const problems: IdentityProblems = problemsOf(state, ground)
  const name = identityNames.find((one) => problems[one] !== undefined)
  return name === undefined ? undefined : problemText(name, problems[name] ?? "", language)
}

/** The five fields in five lines. */
export const identityRows = (
  state: IdentityForm,
  ground: IdentityGround,
  language: Language,
  needed: boolean
): ReadonlyArray<Row> => {
  const words = identityWords[language]
  const items = identityItems(state, ground)
  const dated = typeOf(state, ground) === "resident-id"
  const text = (name: Exclude<IdentityName, "type">, width: number, note?: string | Span) =>
    row(
      "  ",
      ...field(items, state, name, {
        label: words.fields[name],
        labelWidth: 14,
        width,
        needed: needed && (dated || (name !== "from" && name !== "to")),
        ...(note === undefined ? {} : { note })
      })
    )
  const type = typeOf(state, ground)
  return [
    text("name", 30),
    row(
      "  ",
      ...select(items, state, "type", {
        label: words.fields.type,
        labelWidth: 14,
        names: words.types,
        needed,
        ...(type === "passport" ? { note: words.passport } : {})
      })
    ),
    text("number", 30, `F6 ${words.show}`),
    ...(dated
      ? [text("from", 10, words.dateHint), text("to", 10, words.longTerm)]
      : [row("  ", span(` ${words.noDates}`))])
  ]
}

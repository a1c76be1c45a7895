import { fieldProblem, type InputOf, type Policy, rules, validityProblems } from "@single-window/core"
import { checkDocument, checkPersonName, documentTypes, isDocumentType } from "@single-window/core/identifiers"
import * as Either from "effect/Either"
import { type FormState, form, type Items, valueOf } from "../../form/Form.js"

export const identityNames = ["name", "type", "number", "from", "to"] as const
export type IdentityName = (typeof identityNames)[number]

/** The five fields of a holder, and the buttons of the screen that shows them. */
export type IdentityForm = FormState<IdentityName | "save">

/** The choice of leaving the document as it is. */
export const KEEP = "keep"

export interface IdentityGround {
  readonly policy: Policy
  /** YYYYMMDD in China. */
  readonly today: string
  /** The type of the document that is stored, where fields that stay empty are kept; without it all are needed. */
  readonly kept?: string | undefined
}

/** The document type that will stand. */
export const typeOf = (state: IdentityForm, { kept }: IdentityGround): string => {
  const chosen = valueOf(state, "type")
  return chosen === KEEP || chosen === "" ? (kept ?? "") : chosen
}

/** Dates are the resident ID's own, so they are locked with any other document. */
export const identityItems = (
  state: IdentityForm | undefined,
  ground: IdentityGround
): Items<IdentityName | "save"> => {
  const dated = state !== undefined && typeOf(state, ground) === "resident-id"
  return [
    { kind: "text", name: "name", most: 100 },
    { kind: "select", name: "type", choices: ground.kept === undefined ? documentTypes : [KEEP, ...documentTypes] },
    { kind: "text", name: "number", secret: true, most: 40 },
    { kind: "text", name: "from", most: 10, locked: !dated },
    { kind: "text", name: "to", most: 10, locked: !dated },
    { kind: "button", name: "save" }
  ]
}

export const identityForm = (ground: IdentityGround, values: Readonly<Record<string, string>> = {}): IdentityForm =>
  form(identityItems(undefined, ground), values)

const isTyped = (state: IdentityForm, name: IdentityName): boolean => {
  const value = valueOf(state, name)
  return name === "type" ? value !== KEEP && value !== "" : value.trim() !== ""
}

/** Problem codes of the identifiers by field; `number-needed` and `both-dates` are of the form itself. */
export type IdentityProblems = Readonly<Partial<Record<IdentityName, string>>>

const documentProblem = (state: IdentityForm, ground: IdentityGround): IdentityProblems => {
  const type = typeOf(state, ground)
  const number = valueOf(state, "number")
  const another = isTyped(state, "type") && type !== ground.kept
  if (number.trim() === "") {
    if (ground.kept === undefined) return { number: "missing" }
    return another ? { number: "number-needed" } : {}
  }
  if (!isDocumentType(type)) return { type: "missing" }
  // A foreign passport is one problem whatever else is wrong with the number.
  if (Either.isLeft(rules.PassportIssuer.check({ type, number }, ground.policy))) return { number: "not-prc" }
  const { allowSarPassports: allowSar } = ground.policy.holder
  const problem = fieldProblem(checkDocument(type, number, { today: ground.today, allowSar }))
  return problem === undefined ? {} : { number: problem }
}

const dateProblems = (state: IdentityForm, ground: IdentityGround): IdentityProblems => {
  if (typeOf(state, ground) !== "resident-id") return {}
  const [from, to] = [valueOf(state, "from"), valueOf(state, "to")]
  const blankOnes = (["from", "to"] as const).filter((name) => !isTyped(state, name))
  const wanted = ground.kept !== "resident-id"
  if (blankOnes.length === 2 && !wanted) return {}
  if (blankOnes.length > 0 && !wanted) return { [blankOnes[0] ?? "to"]: "both-dates" }
  const found = validityProblems({ from, to }, ground.today)
  return Object.fromEntries(found.map(({ field, problem }) => [field === "validity.from" ? "from" : "to", problem]))
}

/** What is wrong or missing, as the identifiers see it, at every keystroke. */
export const problemsOf = (state: IdentityForm, ground: IdentityGround): IdentityProblems => {
  const name =
    isTyped(state, "name") || ground.kept === undefined
      ? fieldProblem(checkPersonName(valueOf(state, "name")))
      : undefined
  return {
    ...(name === undefined ? {} : { name }),
    ...documentProblem(state, ground),
    ...dateProblems(state, ground)
  }
}

/** The fields that something was typed into or chosen in, those that count alone. */
export const typedFields = (state: IdentityForm, ground: IdentityGround): ReadonlyArray<IdentityName> =>
  identityNames.filter((name) => {
    const dates = name === "from" || name === "to"
    return isTyped(state, name) && (!dates || typeOf(state, ground) === "resident-id")
  })

/** The edit as the command takes it: what stayed empty is absent. */
export const editOf = (state: IdentityForm, ground: IdentityGround): InputOf<"EditHolder"> => {
  const fields = typedFields(state, ground)
  const has = (name: IdentityName) => fields.includes(name)
  return {
    ...(has("name") ? { name: valueOf(state, "name") } : {}),
    ...(has("number") || has("type")
      ? { document: { type: typeOf(state, ground), number: valueOf(state, "number") } }
      : {}),
    ...(has("from") || has("to") ? { validity: { from: valueOf(state, "from"), to: valueOf(state, "to") } } : {})
  }
}

/** The whole identity, as the IC-card journey takes it. */
export const wholeOf = (state: IdentityForm, ground: IdentityGround): InputOf<"ProvideHolderIdentity"> => {
  const type = typeOf(state, ground)
  return {
    name: valueOf(state, "name"),
    document: { type, number: valueOf(state, "number") },
    ...(type === "resident-id" ? { validity: { from: valueOf(state, "from"), to: valueOf(state, "to") } } : {})
  }
}

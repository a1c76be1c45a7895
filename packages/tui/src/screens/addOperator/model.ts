import {
  checkEmail,
  defaultPolicy,
  type InputOf,
  type Language,
  type Policy,
  problemWords,
  type QueryResultOf,
  type Refusal,
  rules
} from "@single-window/core"
import {
  type Checked,
  checkDocument,
  checkMigratedUsername,
  checkMobileNumber,
  checkPersonName,
  checkUsername,
  checkValidityPeriod,
  type DocumentType,
  documentTypes,
  type ProblemCode,
  usernameKey
} from "@single-window/core/identifiers"
import * as Either from "effect/Either"
import { confirmation } from "../../form/confirmByTyping.js"
import { type FormState, form, type Items, valueOf, withFocus } from "../../form/Form.js"

/** The starred fields of 新增操作员信息 in their order. */
export const fieldNames = ["username", "name", "mobile", "type", "number", "from", "to", "email"] as const
export type FieldName = (typeof fieldNames)[number]
export type Name = FieldName | "save"

export interface AddOperatorState {
  readonly form: FormState<Name>
  readonly policy: Policy
  /** YYYYMMDD in China; undefined until it is known. */
  readonly today: string | undefined
  /** Every user of the enterprise, deleted ones too: which names were migrated to it, and which are in use. */
  readonly operators: ReadonlyArray<Pick<QueryResultOf<"ListOperators">[number], "username" | "origin" | "status">>
  /** What the front door said of a field when it was saved, and of which value. */
  readonly refused?: { readonly field: FieldName; readonly value: string; readonly code: string } | undefined
  readonly added?: string | undefined
}

const most: Readonly<Record<Exclude<FieldName, "type">, number>> = {
  username: 64,
  name: 100,
  mobile: 30,
  number: 40,
  from: 16,
  to: 16,
  email: 254
}

/** Dates are an ID card's only: with another document they are locked and passed over. */
export const itemsFor = (type: string): Items<Name> => [
  ...fieldNames.map((name) =>
    name === "type"
      ? ({ kind: "select", name, choices: documentTypes } as const)
      : ({
          kind: "text",
          name,
          most: most[name],
          secret: name === "number",
          locked: (name === "from" || name === "to") && type !== "resident-id"
        } as const)
  ),
  { kind: "button", name: "save" }
]

export const itemsOf = (state: AddOperatorState): Items<Name> => itemsFor(valueOf(state.form, "type"))

export const initial: AddOperatorState = {
  form: form(itemsFor("resident-id")),
  policy: defaultPolicy,
  today: undefined,
  operators: []
}

/** Whether anything would be lost by leaving. */
export const isTyped = ({ form: state }: Pick<AddOperatorState, "form">): boolean =>
  fieldNames.some((name) => name !== "type" && valueOf(state, name) !== "")

/** Nothing of a person stays behind once it is saved. */
export const emptied = ({ policy, today, operators }: AddOperatorState, added?: string): AddOperatorState => ({
  ...initial,
  policy,
  today,
  operators,
  added
})

/** What is said of a field: what is wrong, by a code or by a rule of ours, or that it is right, with something to know. */
export type Finding =
  | { readonly _tag: "Empty" }
  | { readonly _tag: "NotAsked" }
  | { readonly _tag: "Right"; readonly note?: "migrated" | "warning"; readonly code?: ProblemCode }
  | { readonly _tag: "Wrong"; readonly code: string; readonly position?: number }

const right: Finding = { _tag: "Right" }

const ofChecked = ({ problems }: Checked<object>): Finding => {
  const wrong = problems.find(({ severity }) => severity === "error")
  if (wrong !== undefined) {
    const { code, position } = wrong
    return position === undefined ? { _tag: "Wrong", code } : { _tag: "Wrong", code, position }
  }
  const [warning] = problems
  return warning === undefined ? right : { _tag: "Right", note: "warning", code: warning.code }
}

/** a name that was migrated to this enterprise is free of the rule, exactly as it was; one in use is not to be had. */
const ofUsername = (typed: string, { operators }: AddOperatorState): Finding => {
  const key = usernameKey(typed.trim())
  if (operators.some(({ username, status }) => status !== "deleted" && usernameKey(username) === key))
    return { _tag: "Wrong", code: "in-use" }
  const exact = checkMigratedUsername(typed).normalized
  if (exact !== "" && operators.some(({ username, origin }) => origin === "migrated" && username === exact))
    return { _tag: "Right", note: "migrated" }
  return ofChecked(checkUsername(typed))
}

const ofReplaced = (typed: string, replaced: string): Finding =>
  confirmation(replaced, typed)._tag === "Exact" ? right : { _tag: "Wrong", code: "not-the-name" }

const ofDocument = (type: DocumentType, number: string, { policy, today }: AddOperatorState): Finding => {
  if (Either.isLeft(rules.PassportIssuer.check({ type, number }, policy))) return { _tag: "Wrong", code: "not-prc" }
  return ofChecked(
    checkDocument(type, number, {
      allowSar: policy.holder.allowSarPassports,
      ...(today === undefined ? {} : { today })
    })
  )
}

/** Both dates are judged together; a problem belongs to the one that it is found in. */
const ofDate = (which: "from" | "to", from: string, to: string, today: string | undefined): Finding => {
  const { problems } = checkValidityPeriod(from, to, today === undefined ? {} : { today })
  const start = Array.from(from).length + 1
  const mine = problems.filter(
    ({ position, severity }) => severity === "error" && (which === "to") === (position ?? 1) > start
  )
  const [wrong] = mine
  return wrong === undefined ? right : { _tag: "Wrong", code: wrong.code }
}

/** What is said of every field as it stands, by the functions that judge it when it is saved. `replaced` is the account to recreate. */
export const findings = (state: AddOperatorState, replaced?: string): Readonly<Record<FieldName, Finding>> => {
  const value = (name: FieldName) => valueOf(state.form, name)
  const type = documentTypes.find((known) => known === value("type")) ?? "resident-id"
  const judge: Readonly<Record<FieldName, (typed: string) => Finding>> = {
    username: (typed) => (replaced === undefined ? ofUsername(typed, state) : ofReplaced(typed, replaced)),
    name: (typed) => ofChecked(checkPersonName(typed)),
    mobile: (typed) => ofChecked(checkMobileNumber(typed)),
    type: () => right,
    number: (typed) => ofDocument(type, typed, state),
    from: (typed) => ofDate("from", typed, value("to") === "" ? "00000000" : value("to"), state.today),
    to: (typed) => (value("from") === "" ? right : ofDate("to", value("from"), typed, state.today)),
    email: (typed) => {
      const judged = checkEmail("email", typed)
      return Either.isLeft(judged) ? { _tag: "Wrong", code: judged.left.problem } : right
    }
  }
  const of = (name: FieldName): Finding => {
    const typed = value(name)
    if ((name === "from" || name === "to") && type !== "resident-id") return { _tag: "NotAsked" }
    if (typed.trim() === "") return { _tag: "Empty" }
    const { refused } = state
    if (refused?.field === name && refused.value === typed) return { _tag: "Wrong", code: refused.code }
    return judge[name](typed)
  }
  return Object.fromEntries(fieldNames.map((name) => [name, of(name)])) as Record<FieldName, Finding>
}

export interface Count {
  readonly needed: number
  readonly filled: number
  readonly wrong: number
}

/** How many fields must be filled in, are, and are wrong. */
export const countOf = (found: Readonly<Record<FieldName, Finding>>): Count => {
  const asked = Object.values(found).filter(({ _tag }) => _tag !== "NotAsked")
  return {
    needed: asked.length,
    filled: asked.filter(({ _tag }) => _tag !== "Empty").length,
    wrong: asked.filter(({ _tag }) => _tag === "Wrong").length
  }
}

/** The first field that keeps it from being saved. */
export const firstWrong = (found: Readonly<Record<FieldName, Finding>>): FieldName | undefined =>
  fieldNames.find((name) => found[name]._tag === "Empty" || found[name]._tag === "Wrong")

/** What is sent; the front door judges it again. */
export const submission = ({ form: state }: AddOperatorState): InputOf<"AddCardlessOperator"> => {
  const value = (name: FieldName) => valueOf(state, name)
  return {
    username: value("username"),
    name: value("name"),
    mobile: value("mobile"),
    document: { type: value("type"), number: value("number") },
    ...(value("type") === "resident-id" ? { validity: { from: value("from"), to: value("to") } } : {}),
    email: value("email")
  }
}

const fieldOf: Readonly<Record<string, FieldName>> = {
  username: "username",
  account: "username",
  name: "name",
  mobile: "mobile",
  document: "number",
  "document.type": "type",
  "document.number": "number",
  validity: "from",
  "validity.from": "from",
  "validity.to": "to",
  email: "email"
}

const byRefusal = (refusal: Refusal): readonly [FieldName, string] | undefined => {
  switch (refusal._tag) {
    case "FieldInvalid": {
      const name = fieldOf[refusal.field]
      return name === undefined ? undefined : [name, refusal.problem]
    }
    case "UsernameInvalid":
      return ["username", refusal.problem]
    case "UsernameTaken":
      return ["username", "in-use"]
    case "UsernameReserved":
      return ["username", "reserved"]
    case "DocumentAlreadyInEnterprise":
      return ["number", "in-enterprise"]
    case "PassportNotPrc":
      return ["number", "not-prc"]
    default:
      return undefined
  }
}

/** A refusal stands at the field that it is about until that is typed anew. */
export const refusedBy = (state: AddOperatorState, refusal: Refusal): AddOperatorState => {
  const about = byRefusal(refusal)
  if (about === undefined) return state
  const [field, code] = about
  return { ...state, form: withFocus(state.form, field), refused: { field, code, value: valueOf(state.form, field) } }
}

/** A code in words: those of our own first. */
export const codeWords = (code: string, own: Readonly<Record<string, string>>, language: Language): string =>
  Object.hasOwn(own, code) ? (own[code] ?? "") : problemWords(code, language)

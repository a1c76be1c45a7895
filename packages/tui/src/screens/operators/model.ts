import { defaultPolicy, type Policy, type QueryResultOf, type rules } from "@single-window/core"
import { isDocumentType } from "@single-window/core/identifiers"
import { type FormState, form, type Items } from "../../form/Form.js"
import { atTop, type ListState } from "../../form/List.js"

/** One user of the enterprise as the list shows it, personal data masked. */
export type Operator = QueryResultOf<"ListOperators">[number]

/** Why something cannot be done to a user now; `fields` are those that differ from the administrator's. */
export type Obstacle =
  | { readonly _tag: "Nobody" }
  | { readonly _tag: "Protected" }
  | { readonly _tag: "NotManageable" }
  | { readonly _tag: "Differs"; readonly fields: Operator["differs"] }
  | { readonly _tag: "OperatorAlready" }
  | { readonly _tag: "DeletedAlready" }
  | { readonly _tag: "NotDeleted" }

export type Deed = rules.OperatorManagement.Deed

/** What say of a deed, in the order in which the front door says it; undefined where it may be done. */
export const obstacle = (operator: Operator | undefined, deed: Deed, policy: Policy): Obstacle | undefined => {
  if (operator === undefined) return { _tag: "Nobody" }
  const deleted = operator.status === "deleted"
  if (deed === "restore" && !deleted) return { _tag: "NotDeleted" }
  if (deed !== "restore" && deed !== "recreate" && deleted) return { _tag: "DeletedAlready" }
  if (operator.self || operator.role === "administrator") return { _tag: "Protected" }
  if (deed !== "admit" && !policy.operators.manageableOrigins.includes(operator.origin))
    return { _tag: "NotManageable" }
  if (operator.differs.length > 0) return { _tag: "Differs", fields: operator.differs }
  return deed === "admit" && operator.role === "operator" ? { _tag: "OperatorAlready" } : undefined
}

/** What an administrator should do about a user, the most pressing first. */
export type Advice =
  | "deleted"
  | "own"
  | "differs"
  | "recreate"
  | "no-name"
  | "locked"
  | "initial"
  | "admit"
  | "certify"
  | "voided"
  | "under-way"
  | "nothing"

export const isCertified = (operator: Operator): boolean => operator.certification.methods.length > 0

/** A document of a kind that no method knows cannot be certified, so the name is best given to a new account. */
const cannotCertify = ({ holder: { document } }: Operator): boolean =>
  document.number !== "" && !isDocumentType(document.type)

export const adviceFor = (operator: Operator): Advice => {
  if (operator.status === "deleted") return "deleted"
  if (operator.self) return "own"
  if (operator.differs.length > 0) return "differs"
  if (cannotCertify(operator)) return "recreate"
  if (operator.status === "locked") return "locked"
  if (operator.status === "password-change-required") return "initial"
  if (operator.holder.name === "" || operator.holder.document.number === "") return "no-name"
  if (operator.role === "personal") return "admit"
  if (isCertified(operator)) return "nothing"
  if (operator.journey !== undefined) return "under-way"
  return operator.certification.voidedBecause === undefined ? "certify" : "voided"
}

/** The columns as they read, which is also what a filter looks through. */
export type ColumnName = "username" | "name" | "document" | "source" | "certification" | "password"
export const columnNames: ReadonlyArray<ColumnName> = [
  "username",
  "name",
  "document",
  "source",
  "certification",
  "password"
]
export type Cells = Readonly<Record<ColumnName, string>> & { readonly remark: string }

/** Words for what a list shows of a user. */
export interface CellWords {
  readonly origins: Readonly<Record<Operator["origin"], string>>
  readonly levels: Readonly<Record<Operator["level"], string>>
  readonly certified: string
  readonly underWay: string
  readonly voided: string
  readonly uncertified: string
  readonly statuses: Readonly<Record<Operator["status"], string>>
}

export const cellsOf = (operator: Operator, words: CellWords): Cells => ({
  username: operator.username,
  name: operator.holder.name,
  document: operator.holder.document.number,
  source: [words.origins[operator.origin], operator.source].filter((part) => part !== undefined).join(" "),
  certification: isCertified(operator)
    ? `${words.certified} ${words.levels[operator.level]}`
    : operator.journey !== undefined
      ? words.underWay
      : operator.certification.voidedBecause === undefined
        ? words.uncertified
        : words.voided,
  password: words.statuses[operator.status],
  remark: operator.remark ?? ""
})

type Term = { readonly not: boolean; readonly column: ColumnName | undefined; readonly text: string }

/** What was typed behind `/`: words that must all be there; `状态:锁定` looks in one column, `!迁移` must not be there. */
export const termsOf = (typed: string, titles: Readonly<Record<ColumnName, string>>): ReadonlyArray<Term> =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "!")
    .map((word) => {
      const not = word.startsWith("!")
      const bare = not ? word.slice(1) : word
      const colon = bare.indexOf(":")
      const title = colon < 0 ? "" : bare.slice(0, colon)
      const column = columnNames.find((name) => title !== "" && titles[name].toLowerCase() === title)
      return { not, column, text: column === undefined ? bare : bare.slice(colon + 1) }
    })

const found = (cells: Cells, { column, text }: Term): boolean =>
  (column === undefined ? Object.values(cells) : [cells[column]]).some((cell) => cell.toLowerCase().includes(text))

export const matches = (cells: Cells, terms: ReadonlyArray<Term>): boolean =>
  terms.every((term) => found(cells, term) !== term.not)

export const sorts = ["username", "certification", "password", "source"] as const satisfies ReadonlyArray<ColumnName>
export type Sort = (typeof sorts)[number]
export const nextSort = (sort: Sort): Sort => sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? "username"

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type FilterName = "filter"
export const filterItems: Items<FilterName> = [{ kind: "text", name: "filter", most: 60 }]

export interface OperatorsState {
  readonly operators: ReadonlyArray<Operator> | undefined
  readonly policy: Policy
  readonly list: ListState
  readonly filter: FormState<FilterName>
  readonly filtering: boolean
  readonly sort: Sort
  /** User names of live accounts that are marked. */
  readonly marked: ReadonlyArray<string>
  readonly deletedToo: boolean
  /** Whom the screen for deleting was opened for, and whom it did delete. */
  readonly deleting?: string | undefined
  readonly lastDeleted?: string | undefined
  /** Whose passwords the screen for that was opened for. */
  readonly resetting?: ReadonlyArray<string> | undefined
}

export const initial: OperatorsState = {
  operators: undefined,
  policy: defaultPolicy,
  list: atTop,
  filter: form(filterItems),
  filtering: false,
  sort: "username",
  marked: [],
  deletedToo: false
}

const isLive = ({ status }: Operator): boolean => status !== "deleted"

/** The rows that show, in order: what passes the filter, the deleted only where they are asked for. */
export const shown = (
  { operators = [], deletedToo, sort }: OperatorsState,
  terms: ReadonlyArray<Term>,
  words: CellWords
): ReadonlyArray<Operator> =>
  operators
    .filter((operator) => deletedToo || isLive(operator))
    .map((operator) => ({ operator, cells: cellsOf(operator, words) }))
    .filter(({ cells }) => matches(cells, terms))
    .sort(
      (a, b) =>
        compare(a.cells[sort], b.cells[sort]) ||
        compare(a.cells.username, b.cells.username) ||
        // Who has the name now stands before who had it.
        Number(isLive(b.operator)) - Number(isLive(a.operator)) ||
        compare(a.cells.document, b.cells.document)
    )
    .map(({ operator }) => operator)

/** Whether all of those have their initial password again. */
const wereReset = (usernames: ReadonlyArray<string>, operators: ReadonlyArray<Operator>): boolean =>
  usernames.every((username) =>
    operators.some((one) => one.username === username && one.status === "password-change-required")
  )

/**
 * New data under an old view of it: marks of who is gone go, and all of them once they were reset; who was to be deleted and is gone
 * can be brought back.
 */
export const reloaded = (state: OperatorsState, operators: ReadonlyArray<Operator>): OperatorsState => {
  const live = new Set(operators.filter(isLive).map(({ username }) => username))
  const { deleting, resetting } = state
  const reset = resetting !== undefined && wereReset(resetting, operators)
  const gone = deleting !== undefined && !live.has(deleting) ? deleting : undefined
  const last = gone ?? state.lastDeleted
  return {
    ...state,
    operators,
    marked: reset ? [] : state.marked.filter((username) => live.has(username)),
    resetting: reset ? undefined : state.resetting,
    deleting: gone === undefined ? deleting : undefined,
    lastDeleted: last !== undefined && live.has(last) ? undefined : last
  }
}

/** The one who was not there when the list was read before; undefined when that is nobody, or several. */
export const addedTo = (
  { operators: before }: OperatorsState,
  operators: ReadonlyArray<Operator>
): string | undefined => {
  if (before === undefined) return undefined
  const had = new Set(before.filter(isLive).map(({ username }) => username))
  const fresh = operators.filter((one) => isLive(one) && !had.has(one.username))
  return fresh.length === 1 ? fresh[0]?.username : undefined
}

export const toggled = (state: OperatorsState, operator: Operator): OperatorsState => {
  if (!isLive(operator)) return state
  const { username } = operator
  const marked = state.marked.includes(username)
    ? state.marked.filter((one) => one !== username)
    : [...state.marked, username]
  return { ...state, marked }
}

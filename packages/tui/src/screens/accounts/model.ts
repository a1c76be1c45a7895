import type { AccountView } from "@single-window/core"
import { usernameKey } from "@single-window/core/identifiers"
import { type FilterForm, filterForm } from "../../form/Filter.js"
import { type FormState, form, type Items } from "../../form/Form.js"
import { atTop, type ListState, within } from "../../form/List.js"
import { certificationOf, type FilterProblem, parsed } from "./filter.js"
import { allRows, appended, KEPT, nothingYet, type Paging, refilled, rowAt } from "./paging.js"
import type { PageRead } from "./reading.js"

export const sorts = ["username", "status", "certification", "level", "origin", "enterprise"] as const
export type Sort = (typeof sorts)[number]

export type ExportField = "file" | "cancel" | "save"
export const exportItems: Items<ExportField> = [
  { kind: "text", name: "file" },
  { kind: "button", name: "save" },
  { kind: "button", name: "cancel" }
]

export interface AccountsState {
  readonly filter: string
  readonly paging: Paging
  readonly list: ListState
  readonly sort: Sort
  /** Marked accounts, kept over pages and filters. */
  readonly marks: ReadonlyMap<string, AccountView>
  readonly typing?: FilterForm | undefined
  readonly problem?: FilterProblem | undefined
  readonly exporting?: FormState<ExportField> | undefined
}

/** A filter that cannot be applied is not left out, or everybody would be found: it is there to be mended. */
export const initial = (filter: string): AccountsState => {
  const found = parsed(filter)
  const fresh: AccountsState = { filter: "", paging: nothingYet, list: atTop, sort: "username", marks: new Map() }
  return "_tag" in found ? { ...fresh, typing: filterForm(filter), problem: found } : { ...fresh, filter }
}

/** What tells accounts apart: a deleted one shares its user name with its successor. */
export const keyOf = ({ username, status }: AccountView): string =>
  `${usernameKey(username)}${status === "deleted" ? " deleted" : ""}`

const order: Readonly<Record<Exclude<Sort, "username">, (account: AccountView) => string | number>> = {
  status: ({ status }) => ["locked", "password-change-required", "active", "deleted"].indexOf(status),
  certification: (account) => ["voided", "under-way", "uncertified", "certified"].indexOf(certificationOf(account)),
  level: ({ level }) => ["none", "low", "medium", "high"].indexOf(level),
  origin: ({ origin }) => ["migrated", "cardless", "registered", "card"].indexOf(origin),
  enterprise: ({ enterprise }) => enterprise.name
}

/** By what is asked, and among equals in the order of user names, in which the rows come. */
const sorted = (rows: ReadonlyArray<AccountView>, by: Sort): ReadonlyArray<AccountView> => {
  if (by === "username") return rows
  const key = order[by]
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    return left < right ? -1 : left > right ? 1 : 0
  })
}

/** The order in which the rows show: that which is wanted, once all of them are here. */
export const orderOf = ({ paging, sort }: Pick<AccountsState, "paging" | "sort">): Sort =>
  allRows(paging) === undefined ? "username" : sort

/** The row at each place. */
export const rowsOf = ({ paging, sort }: Pick<AccountsState, "paging" | "sort">) => {
  const all = sort === "username" ? undefined : allRows(paging)
  const inOrder = all === undefined ? undefined : sorted(all, sort)
  return (place: number): AccountView | undefined => (inOrder === undefined ? rowAt(paging, place) : inOrder[place])
}

/** As many rows are found at another filter: it begins at the top, the marks stay. */
export const filtered = (state: AccountsState, filter: string): AccountsState => ({
  ...initial(filter),
  marks: state.marks
})

/** Read anew from the beginning, the place in the list kept. */
export const reread = (state: AccountsState): AccountsState => ({ ...state, paging: nothingYet })

/** Esc while a filter is typed: the list stays as it was found. */
export const withoutTyping = ({ typing: _, problem: __, ...state }: AccountsState): AccountsState => state

export const withoutExport = ({ exporting: _, ...state }: AccountsState): AccountsState => state

/** In another order, which more rows than are kept cannot be put into. */
export const resorted = (state: AccountsState, sort: Sort): AccountsState =>
  sort === "username" || (state.paging.ended && state.paging.known <= KEPT) ? { ...state, sort } : state

/** Rows as they are now: those among the marked are not left as they were when they were marked. */
const renewed = (marks: AccountsState["marks"], rows: ReadonlyArray<AccountView>): AccountsState["marks"] => {
  const met = rows.filter((account) => marks.has(keyOf(account)))
  return met.length === 0 ? marks : new Map([...marks, ...met.map((account) => [keyOf(account), account] as const)])
}

/** One page more, unless the list has moved on meanwhile. */
export const withPage = (state: AccountsState, filter: string, page: PageRead): AccountsState =>
  state.filter === filter && state.paging.next === page.after && !state.paging.ended
    ? {
        ...state,
        paging: appended(state.paging, page.rows, page.read, page.next, state.list.at),
        marks: renewed(state.marks, page.rows)
      }
    : state

/** A page that had been let go, or may have changed. */
export const withPageAgain = (
  state: AccountsState,
  filter: string,
  at: number,
  rows: ReadonlyArray<AccountView>
): AccountsState =>
  state.filter === filter
    ? { ...state, paging: refilled(state.paging, at, rows, state.list.at), marks: renewed(state.marks, rows) }
    : state

export const toggled = (state: AccountsState, account: AccountView): AccountsState => {
  const marks = new Map(state.marks)
  if (!marks.delete(keyOf(account))) marks.set(keyOf(account), account)
  return { ...state, marks }
}

export const nextSort = (sort: Sort): Sort => sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? "username"

/**
 * The next hit in a direction, around the end once that is known. Under a filter every row is one; without one, those that are
 * marked are.
 */
export const hit = (state: AccountsState, by: 1 | -1, height: number): AccountsState => {
  const { paging, list, filter, marks } = state
  const at = rowsOf(state)
  const isHit = (place: number): boolean => {
    if (filter !== "") return true
    const account = at(place)
    return account !== undefined && marks.has(keyOf(account))
  }
  for (let step = 1; step <= paging.known; step++) {
    const raw = list.at + by * step
    if (!paging.ended && (raw < 0 || raw >= paging.known)) break
    const place = ((raw % paging.known) + paging.known) % paging.known
    if (isHit(place)) return { ...state, list: within({ ...list, at: place }, paging.known, height) }
  }
  return state
}

export const exportForm = (file: string): FormState<ExportField> => form(exportItems, { file })

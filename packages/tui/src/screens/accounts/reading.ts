import type { AccountView, Refusal, SingleWindow } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Door } from "../../hooks/useDoor.js"
import type { Filter } from "./filter.js"
import { PAGE, type Paging } from "./paging.js"

type Asking<A> = Effect.Effect<A, Refusal, SingleWindow>

export interface PageRead {
  /** Those that are meant. */
  readonly rows: ReadonlyArray<AccountView>
  /** How many were looked through for them. */
  readonly read: number
  /** Where it begins: what was read over a list that has moved on meanwhile is not used. */
  readonly after: string | undefined
  readonly next: string | undefined
}

export const readPage = (door: Door, filter: Filter, after: string | undefined): Asking<PageRead> =>
  Effect.map(
    door.ask("FindAccounts", { ...filter.asked, limit: PAGE, ...(after === undefined ? {} : { after }) }),
    ({ accounts, next }) => ({ rows: accounts.filter(filter.holds), read: accounts.length, after, next })
  )

/** Reads on until so many rows are known, handing over each page. `wanted` is asked anew before each: somebody may go on meanwhile. */
export const readOn = (
  door: Door,
  filter: Filter,
  { next, ended, known }: Pick<Paging, "next" | "ended" | "known">,
  wanted: () => number,
  take: (page: PageRead) => void
): Asking<void> =>
  Effect.gen(function* () {
    let [after, over, have] = [next, ended, known]
    while (!over && have < wanted()) {
      const page = yield* readPage(door, filter, after)
      take(page)
      after = page.next
      over = after === undefined
      have += page.rows.length
      // Keys are read between two pages.
      yield* Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))
    }
  })

/** Goes through everybody who is meant, page by page. */
export const readAll = <E, R>(
  door: Door,
  filter: Filter,
  use: (rows: ReadonlyArray<AccountView>) => Effect.Effect<void, E, R>
): Effect.Effect<number, Refusal | E, SingleWindow | R> =>
  Effect.gen(function* () {
    let after: string | undefined
    let count = 0
    do {
      const page = yield* readPage(door, filter, after)
      yield* use(page.rows)
      count += page.rows.length
      after = page.next
      yield* Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))
    } while (after !== undefined)
    return count
  })

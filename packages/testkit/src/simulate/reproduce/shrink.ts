import type { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Item, Plan } from "./Plan.js"
import { namesIn } from "./setting.js"

/** Whether a story still shows what it is to show. */
export type Shows = (plan: Plan) => Effect.Effect<boolean, StoreUnavailable>

interface Search {
  best: Plan
  /** How many more times a story may be played. */
  left: number
}

const attempt = (search: Search, shows: Shows, plan: Plan) =>
  Effect.gen(function* () {
    if (search.left <= 0) return false
    search.left--
    const still = yield* shows(plan)
    if (still) search.best = plan
    return still
  })

/** Leaves out ever smaller parts of a list while the story holds (delta debugging). */
const thinOut = <A>(
  search: Search,
  shows: Shows,
  listOf: (plan: Plan) => ReadonlyArray<A>,
  withList: (plan: Plan, list: ReadonlyArray<A>) => Plan
) =>
  Effect.gen(function* () {
    for (let size = Math.ceil(listOf(search.best).length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let from = listOf(search.best).length - size; from > -size && search.left > 0; from -= size) {
        const list = listOf(search.best)
        const rest = [...list.slice(0, Math.max(from, 0)), ...list.slice(from + size)]
        if (rest.length < list.length) yield* attempt(search, shows, withList(search.best, rest))
      }
    }
  })

const itemsOf = (plan: Plan): ReadonlyArray<Item> => plan.items
const withItems = (plan: Plan, items: ReadonlyArray<Item>): Plan => ({ ...plan, items })

/** Each command at the moment at which the one before ends, but for the order nothing of the time is left. */
const atOnce = (plan: Plan): Plan => ({ ...plan, items: plan.items.map((item) => ({ ...item, at: 0 })) })

const withoutFaults = (plan: Plan, drops: (index: number) => boolean): Plan => ({
  ...plan,
  items: plan.items.map((item, index) => (drops(index) ? { ...item, faults: [] } : item))
})

/** Only the accounts that something is done with, or that it is about. */
const mentioned = (plan: Plan, username: string): Plan => {
  const names = namesIn({ ...plan, starts: [] })
  return { ...plan, starts: plan.starts.filter((start) => start.username === username || names.has(start.username)) }
}

/**
 * The shortest story that can be found within so many plays: first without what changed nothing, then without what is about
 * others, then without whatever else can be left out. `undefined` when not even the whole of it shows anything.
 */
export const shrink = (
  plan: Plan,
  username: string,
  shows: Shows,
  plays: number
): Effect.Effect<Plan | undefined, StoreUnavailable> =>
  Effect.gen(function* () {
    const search: Search = { best: plan, left: plays }
    const whole = yield* attempt(search, shows, plan)
    if (!whole) return undefined
    yield* attempt(
      search,
      shows,
      withItems(
        search.best,
        search.best.items.filter(({ wrote }) => wrote)
      )
    )
    const own = search.best.items.filter(({ names }) => names.includes(username))
    yield* attempt(search, shows, withItems(search.best, own))
    yield* thinOut(search, shows, itemsOf, withItems)
    yield* attempt(search, shows, mentioned(search.best, username))
    yield* thinOut(
      search,
      shows,
      ({ starts }) => starts,
      (before, starts) => ({ ...before, starts })
    )
    if (
      !(yield* attempt(
        search,
        shows,
        withoutFaults(search.best, () => true)
      ))
    )
      for (let at = 0; at < search.best.items.length; at++)
        yield* attempt(
          search,
          shows,
          withoutFaults(search.best, (index) => index === at)
        )
    yield* attempt(search, shows, atOnce(search.best))
    return search.best
  })

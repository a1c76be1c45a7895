import type { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Violation } from "../invariants/Invariant.js"
import type { VirtualClock } from "../scenario/VirtualClock.js"
import { seed } from "../world/singleWindow.js"
import { WorldRuntime } from "../world/WorldRuntime.js"
import { type Agenda, agenda } from "./Agenda.js"
import type { Assembled } from "./assemble.js"
import type { City, Draft } from "./City.js"
import { planDay, type UnderWay } from "./day.js"
import type { Logged } from "./Log.js"
import type { Came, Deed, Move } from "./life/Visit.js"
import { sendSomehow } from "./mishaps.js"
import { ask, prepare, type Sent } from "./perform.js"
import type { Beginning } from "./population/populate.js"
import type { Random } from "./Random.js"
import { told } from "./secrecy.js"
import { weather } from "./weather.js"

/** What the city lives through is put on record here, and what goes wrong at once. */
export interface Course {
  readonly city: City
  readonly clock: VirtualClock
  readonly mishaps: Random
  readonly log: Array<Logged>
  readonly wrong: Array<Violation>
}

const DAY = 24 * 60 * 60 * 1000

const record = ({ log, wrong }: Course, sent: ReadonlyArray<Sent>): void => {
  for (const { logged, violation } of sent) {
    log.push({ ...logged, number: log.length + 1 })
    if (violation !== undefined) wrong.push(violation)
  }
}

const sendDeed = (course: Course, deed: Deed): Effect.Effect<Came, StoreUnavailable, Assembled> =>
  Effect.gen(function* () {
    const ready = yield* prepare(deed)
    if ("kind" in ready) return ready
    const sent = yield* sendSomehow(ready, course.mishaps, course.log.length + 1)
    record(course, sent)
    const [first] = sent
    const violation = first === undefined ? undefined : yield* told(ready, first)
    if (violation !== undefined) course.wrong.push(violation)
    return first?.came ?? { kind: "unheard" }
  })

/** One visit goes on until it has to wait; whatever else happens meanwhile happens in between. */
const goOn = (
  course: Course,
  to: Agenda<UnderWay>,
  underWay: UnderWay
): Effect.Effect<void, StoreUnavailable, Assembled> =>
  Effect.gen(function* () {
    for (;;) {
      const next: IteratorResult<Move, void> = underWay.visit.next(underWay.came)
      if (next.done === true) return
      const move = next.value
      if ("wait" in move) return to.add(course.clock.unsafeCurrentTimeMillis() + move.wait, underWay)
      underWay.came = yield* "deed" in move ? sendDeed(course, move.deed) : ask(move.query)
      if (course.wrong.length > 0) return
    }
  })

/** The accounts as they come into the Single Window: brought along by the host, or imported from files. */
export const begin = (
  course: Course,
  beginnings: ReadonlyArray<Beginning>
): Effect.Effect<ReadonlyMap<string, number>, StoreUnavailable, Assembled> =>
  Effect.gen(function* () {
    const left = new Map<string, number>()
    for (const beginning of beginnings) {
      if (beginning.kind !== "held") continue
      const committed = yield* seed(beginning.seed)
      if (committed._tag !== "Committed") beginning.user.gone = true
    }
    const rows = beginnings.flatMap((beginning) => (beginning.kind === "row" ? [beginning] : []))
    for (let from = 0; from < rows.length; from += 2000) {
      const part = rows.slice(from, from + 2000)
      const came = yield* sendDeed(course, {
        do: "ImportMigratedAccounts",
        as: { kind: "system", name: "import" },
        with: { rows: part.map(({ row }) => row) }
      })
      const imported = came.kind === "done" ? (came.result as ImportedRows).rows : []
      for (const [index, { user }] of part.entries()) {
        const outcome = imported[index]
        if (outcome?.imported === true) continue
        user.gone = true
        const why = outcome?.class ?? "invalid"
        left.set(why, (left.get(why) ?? 0) + 1)
      }
    }
    return left
  })

interface ImportedRows {
  readonly rows: ReadonlyArray<{ readonly imported: boolean; readonly class: string }>
}

/** The outside as it has become since yesterday. */
const dawn = ({ city, clock }: Course, midnight: number) =>
  Effect.gen(function* () {
    const now = clock.unsafeCurrentTimeMillis()
    if (now < midnight) yield* clock.advance(midnight - now)
    weather(city)
    const { changes } = city
    if (changes.length === 0) return
    const draft: Draft = { people: { ...city.world.people }, enterprises: { ...city.world.enterprises } }
    for (const change of changes.splice(0)) change(draft)
    city.newcomers.clear()
    city.world = { ...city.world, ...draft }
    const outside = yield* WorldRuntime
    yield* Effect.orDie(outside.change(() => city.world))
    city.world = yield* outside.world
  })

/** Lives through one day, until everybody has gone home. */
export const liveDay = (course: Course, midnight: number): Effect.Effect<void, StoreUnavailable, Assembled> =>
  Effect.gen(function* () {
    const { clock, city, wrong } = course
    yield* dawn(course, midnight)
    const today = agenda<UnderWay>()
    planDay(city, midnight, today)
    for (let next = today.next(); next !== undefined && wrong.length === 0; next = today.next()) {
      const early = next.at - clock.unsafeCurrentTimeMillis()
      if (early > 0) yield* clock.advance(early)
      yield* goOn(course, today, next.item)
    }
  })

export const dayAfter = (start: number, day: number): number => start + day * DAY

import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import type { Moved } from "@single-window/adapters/move"
import type { StoreUnavailable } from "@single-window/core"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import { FoundWrong, FrontDoorRefused, NotUsable, Usage } from "../commandLine/Failed.js"
import { Output } from "../commandLine/Output.js"
import { progress } from "../commandLine/progress.js"
import { besideOf, databaseOf, type Kept, nameOf, Settings } from "../commandLine/Settings.js"
import { padded } from "../safeText.js"
import type { Words } from "../text/Words.js"

/** Both ends were read, and they are not the same; nothing is kept then. */
class Unequal extends Data.TaggedClass("Unequal")<{ readonly moved: Moved }> {}

const keptOf = (option: string, given: string, words: Words): Either.Either<Kept, Usage> =>
  Either.flatMap(databaseOf(given, words), (database) =>
    database.kind === "memory"
      ? Either.left(new Usage({ message: words.migrate.inMemory(option) }))
      : Either.right(database)
  )

const copy = (from: Kept, to: Kept) =>
  Effect.gen(function* () {
    const { equal, move, rowsIn } = yield* Effect.promise(() => import("@single-window/adapters/move"))
    const { fillingOf, readingOf } = yield* Effect.promise(() => import("../ground.js"))
    return yield* readingOf(from, (source) =>
      Effect.gen(function* () {
        const bar = yield* progress(yield* rowsIn(source))
        let done = 0
        const onRows = (rows: number) => {
          done += rows
          return bar.at(done)
        }
        return yield* fillingOf(to, (target) =>
          Effect.flatMap(move(source, target, onRows), (moved) =>
            equal(moved) ? Effect.succeed(moved) : Effect.fail(new Unequal({ moved }))
          )
        ).pipe(Effect.ensuring(bar.end))
      })
    )
  })

const told = ({ from, to }: Moved) =>
  Effect.gen(function* () {
    const { words } = yield* Settings
    const output = yield* Output
    for (const [index, sum] of from.entries()) {
      const other = to[index]
      const same = other?.rows === sum.rows && other.hash === sum.hash
      yield* output.line(
        `${padded(sum.table, 11)}${padded(String(sum.rows), 10)}${sum.hash}  ${same ? words.migrate.same : words.migrate.differs}`
      )
    }
  })

interface Asked {
  readonly from: string
  readonly to: string
}

/**
 * Moves a store and proves that it is the same there: every row is read at both ends, then the journal's chain at the new one. It
 * comes to be there whole or not at all, and stays where it was.
 */
const migrateStore = (asked: Asked) =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const { words } = settings
    const output = yield* Output
    const from = yield* keptOf("--from", asked.from, words)
    const to = yield* keptOf("--to", asked.to, words)
    if (nameOf(from) === nameOf(to)) return yield* Effect.fail(new Usage({ message: words.migrate.toItself }))
    const { isNew, ledgerOf } = yield* Effect.promise(() => import("../ground.js"))
    const { Store } = yield* Effect.promise(() => import("@single-window/core"))
    const { keyFor } = yield* Effect.promise(() => import("../outside/keys.js"))
    if (yield* isNew(from)) return yield* Effect.fail(new NotUsable({ message: words.store.nothing(nameOf(from)) }))
    if (!(yield* isNew(to))) return yield* Effect.fail(new NotUsable({ message: words.migrate.notEmpty(nameOf(to)) }))

    const key = keyFor(settings, besideOf(from), false)
    const verified = (database: Kept) =>
      Effect.flatMap(Store, (store) => store.verifyJournal).pipe(
        Effect.provide(
          Store.layer.pipe(Layer.provideMerge(key), Layer.provideMerge(Layer.fresh(ledgerOf(database, false))))
        )
      )
    const before = yield* verified(from)
    if (before.firstBad !== undefined) {
      const { stream, version, fault } = before.firstBad
      yield* output.note(words.journal.broken(stream, version, fault))
      return yield* Effect.fail(new FoundWrong())
    }
    const moved = yield* Effect.catchTag(copy(from, to), "Unequal", ({ moved: unequal }) =>
      Effect.zipRight(told(unequal), Effect.fail(new NotUsable({ message: words.migrate.unequal })))
    )
    const journal = yield* verified(to)
    yield* output.json({ from: nameOf(from), to: nameOf(to), tables: moved.to, equal: true, journal })
    yield* told(moved)
    yield* output.line(words.journal.whole(journal.events, journal.streams))
    yield* output.line(words.migrate.done(nameOf(to)))
    yield* output.note(words.migrate.key(settings.keyFile ?? `${besideOf(from)}.key`, `${besideOf(to)}.key`))
    if (!journal.verified) return yield* Effect.fail(new FoundWrong())
  }).pipe(
    Effect.catchTag("StoreUnavailable", (refusal: StoreUnavailable) =>
      Effect.fail(new FrontDoorRefused({ refusal, unconfigured: false }))
    )
  )

export const migrate = (words: Words) =>
  Command.make(
    "migrate",
    {
      from: Options.text("from").pipe(Options.withDescription(words.migrate.from)),
      to: Options.text("to").pipe(Options.withDescription(words.migrate.to))
    },
    migrateStore
  ).pipe(Command.withDescription(words.migrate.summary))

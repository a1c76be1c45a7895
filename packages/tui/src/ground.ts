import { existsSync, rmSync } from "node:fs"
import { dirname, resolve } from "node:path"
import type { Tables } from "@single-window/adapters/move"
import * as Sqlite from "@single-window/adapters/sqlite"
import { Ledger, layerMemory, StoreUnavailable, type Vault } from "@single-window/core"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { type Failed, FrontDoorRefused } from "./commandLine/Failed.js"
import { Output } from "./commandLine/Output.js"
import { besideOf, type Kept, nameOf, type SettingsShape } from "./commandLine/Settings.js"
import { DEMONSTRATION } from "./outside/demonstration.js"
import { keyFor, keyInMemory } from "./outside/keys.js"

/** Whether a store that is not there yet may be made, and made to demonstrate. */
export type Opening = "existing" | "create" | "demonstrate"

const unavailable = (reason: string) => new StoreUnavailable({ reason })

/** Loaded only by those who use it: the driver takes its time. */
const postgres = Effect.promise(() => import("@single-window/adapters/postgres"))

/** Whether nothing is stored there yet. */
export const isNew = (database: Kept): Effect.Effect<boolean, StoreUnavailable> =>
  database.kind === "sqlite"
    ? Sqlite.isNew(database.path)
    : Effect.flatMap(postgres, (Postgres) => Postgres.isNew({ url: database.url }))

/** The rows of a database; only with `create` may there be none yet. */
export const ledgerOf = (database: Kept, create: boolean): Layer.Layer<Ledger, StoreUnavailable> =>
  database.kind === "sqlite"
    ? Sqlite.layer({ filename: database.path, create })
    : Layer.unwrapEffect(Effect.map(postgres, (Postgres) => Postgres.layer({ url: database.url, create })))

/** The rows of a store while nobody else can write to it. */
export const readingOf = <A, E>(database: Kept, body: (tables: Tables) => Effect.Effect<A, E>) =>
  database.kind === "sqlite"
    ? Sqlite.reading({ filename: database.path }, body)
    : Effect.flatMap(postgres, (Postgres) => Postgres.reading({ url: database.url }, body))

/** Fills a place where nothing is stored yet, whole or not at all. */
export const fillingOf = <A, E>(database: Kept, body: (tables: Tables) => Effect.Effect<A, E>) =>
  database.kind === "sqlite"
    ? Sqlite.filling({ filename: database.path }, body)
    : Effect.flatMap(postgres, (Postgres) => Postgres.filling({ url: database.url }, body))

/** Waits until no other machine imports: the same file from two sides would only be looked at twice. Processes on one file wait for each commit. */
export const importTurn = ({ database, words }: SettingsShape) =>
  database.kind !== "postgres"
    ? Effect.void
    : Effect.gen(function* () {
        const Postgres = yield* postgres
        const { Turns } = yield* Effect.promise(() => import("@single-window/adapters/turns"))
        const turns = Context.get(yield* Layer.build(Postgres.turns({ url: database.url, create: false })), Turns)
        if (Option.isSome(yield* turns.tryTake("import"))) return
        yield* (yield* Output).note(words.import.waiting)
        yield* turns.take("import")
      })

/** Of a new store the key is made first, for one that was begun without could never be opened; of any other the store says first what is wrong. */
export const ground = (
  settings: SettingsShape,
  opening: Opening
): Layer.Layer<Ledger | Vault, StoreUnavailable, Output> => {
  const { database, words } = settings
  if (database.kind === "memory") return Layer.merge(layerMemory, keyInMemory(settings))
  const name = nameOf(database)
  return Layer.unwrapEffect(
    Effect.gen(function* () {
      if (database.kind === "sqlite" && !existsSync(dirname(resolve(name))))
        return yield* Effect.fail(unavailable(words.store.folderMissing(name)))
      const fresh = yield* isNew(database)
      if (fresh && opening === "existing") {
        const reason = database.kind === "sqlite" ? words.store.missing(name) : words.store.nothing(name)
        return yield* Effect.fail(unavailable(reason))
      }
      const ledger = ledgerOf(database, fresh)
      const beside = besideOf(database)
      const key = keyFor(settings, beside, fresh)
      if (!fresh) return key.pipe(Layer.provideMerge(ledger))
      const keyFile = settings.keyFile ?? process.env.SINGLE_WINDOW_KEY_FILE ?? `${beside}.key`
      const { note } = yield* Output
      const made = note(words.store.created(name, process.env.SINGLE_WINDOW_KEY === undefined ? keyFile : undefined))
      return ledger.pipe(
        Layer.provideMerge(key),
        Layer.tap(() => made)
      )
    })
  )
}

const refused = (refusal: StoreUnavailable) => new FrontDoorRefused({ refusal, unconfigured: false })

/**
 * Takes a demonstration away, so that the next finds nothing; any other store is left alone, and the answer is no. A key goes only with
 * the file that it lies beside: a database on a server has its key under a name that others' may have too, and where nothing is
 * stored yet, it may be the key of what is to be put back.
 */
export const clearDemonstration = (database: Kept, keyFile: string | undefined): Effect.Effect<boolean, Failed> =>
  Effect.gen(function* () {
    const files = [".world.json"]
    if (database.kind === "sqlite") {
      if (!existsSync(database.path)) return true
      if (!(yield* isNew(database))) {
        const meta = Effect.flatMap(Ledger, (ledger) => ledger.meta(DEMONSTRATION))
        if ((yield* Effect.provide(meta, ledgerOf(database, false))) === undefined) return false
        files.push("", "-wal", "-shm", ...(keyFile === undefined ? [".key"] : []))
      }
    } else if (!(yield* isNew(database))) {
      const { clearIf } = yield* postgres
      if (!(yield* clearIf({ url: database.url }, DEMONSTRATION))) return false
    }
    for (const end of files) rmSync(`${besideOf(database)}${end}`, { force: true })
    return true
  }).pipe(Effect.mapError(refused))

import { SqlError } from "@effect/sql/SqlError"
import { Ledger, StoreUnavailable } from "@single-window/core"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Execute } from "../sql/commit.js"
import { type Engine, makeLedger } from "../sql/ledger.js"
import { placeholders } from "../sql/statements.js"
import { open, patiently } from "./connection.js"
import { unavailable } from "./failure.js"
import { prepareFile, stillThere } from "./file.js"
import type { SqliteOptions } from "./SqliteOptions.js"
import { prepareSchema } from "./schema.js"
import { type Failed, immediately } from "./transaction.js"

const make = (options: SqliteOptions) =>
  Effect.gen(function* () {
    const { filename, patience = "5 seconds", mostCommits = 256, checkUpTo = 32 * 1024 * 1024 } = options
    const { size } = yield* prepareFile(options)
    const client = yield* open(filename, patience)
    yield* prepareSchema(client, filename, { check: size > 0 && size <= checkUpTo, patience })

    const there = stillThere(filename)
    const wait = patiently(patience)
    const transaction = immediately(client)
    const known = (error: SqlError | StoreUnavailable) =>
      error instanceof SqlError ? unavailable(filename)(error) : error

    const engine: Engine = {
      mostCommits,
      read: (statement, values) =>
        client.reserve.pipe(
          Effect.flatMap((connection) => connection.execute(placeholders.sqlite(statement), values, undefined)),
          Effect.scoped,
          wait,
          Effect.mapError(unavailable(filename))
        ),
      write: (body) =>
        transaction((connection) => {
          const execute: Execute = (statement, values) =>
            connection.execute(placeholders.sqlite(statement), values, undefined)
          return Effect.tap(body(execute), () =>
            there()
              ? Effect.void
              : Effect.fail(new StoreUnavailable({ reason: `${filename} was moved or deleted while it was open` }))
          )
        }).pipe(
          Effect.mapError((failed: Failed<SqlError | StoreUnavailable>) => failed),
          wait,
          Effect.mapError(({ error, inBody }) => ({ unavailable: known(error), anyAlone: inBody }))
        )
    }
    return yield* makeLedger(engine)
  })

/** Core's ledger in one SQLite file that several processes may share. */
export const layer = (options: SqliteOptions): Layer.Layer<Ledger, StoreUnavailable> =>
  Layer.scoped(Ledger, make(options))

export const layerConfig = (
  config: Config.Config.Wrap<SqliteOptions>
): Layer.Layer<Ledger, StoreUnavailable | ConfigError> =>
  Layer.scoped(Ledger, Effect.flatMap(Config.unwrap(config), make))

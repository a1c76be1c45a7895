import { SqlError } from "@effect/sql/SqlError"
import { Ledger, StoreUnavailable } from "@single-window/core"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { commitOne, type Execute } from "../sql/commit.js"
import type { WriteFailed } from "../sql/groupCommit.js"
import { makeLedger } from "../sql/ledger.js"
import { placeholders } from "../sql/statements.js"
import { open, patiently } from "./connection.js"
import { isBusy, unavailable } from "./failure.js"
import { prepareFile, stillThere } from "./file.js"
import type { SqliteOptions } from "./SqliteOptions.js"
import { prepareSchema } from "./schema.js"
import { immediately } from "./transaction.js"

const make = (options: SqliteOptions) =>
  Effect.gen(function* () {
    const { filename, patience = "5 seconds", mostCommits = 256, checkUpTo = 8 * 1024 * 1024 } = options
    const { size } = yield* prepareFile(options)
    // Somebody else may be migrating, which takes longer than a commit.
    const atStart = Duration.max(patience, "30 seconds")
    const opened = yield* open(filename, atStart)
    yield* prepareSchema(opened, filename, { check: size > 0 && size <= checkUpTo, patience: atStart })

    const { connection } = opened
    const execute: Execute = (statement, values) => opened.execute(placeholders.sqlite(statement), values)
    const there = stillThere(filename)
    const moved = new StoreUnavailable({ reason: `${filename} was moved or deleted while it was open` })
    const wait = patiently(patience)
    const whole = <A>(body: Effect.Effect<A, SqlError>): Effect.Effect<A, WriteFailed> =>
      immediately(
        connection,
        Effect.tap(body, () => (there() ? Effect.void : Effect.fail(moved)))
      ).pipe(
        Effect.mapError(({ error, inBody }) => ({
          unavailable: error instanceof SqlError ? unavailable(filename)(error) : error,
          busy: isBusy(error),
          anyAlone: inBody
        }))
      )
    return yield* makeLedger({
      mostCommits,
      patiently: wait,
      read: (statement, values) => Effect.mapError(wait(execute(statement, values)), unavailable(filename)),
      write: (statement, values) => whole(execute(statement, values)),
      attempt: (commits) => whole(Effect.forEach(commits, (one) => commitOne(execute, one)))
    })
  })

/** Core's ledger in one SQLite file that several processes may share. */
export const layer = (options: SqliteOptions): Layer.Layer<Ledger, StoreUnavailable> =>
  Layer.scoped(Ledger, make(options))

export const layerConfig = (
  config: Config.Config.Wrap<SqliteOptions>
): Layer.Layer<Ledger, StoreUnavailable | ConfigError> =>
  Layer.scoped(Ledger, Effect.flatMap(Config.unwrap(config), make))

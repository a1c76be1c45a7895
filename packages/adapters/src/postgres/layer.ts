import type { SqlError } from "@effect/sql/SqlError"
import { type Append, CommitOutcome, Ledger, type LedgerCommit, type StoreUnavailable } from "@single-window/core"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Execute } from "../sql/commit.js"
import type { WriteFailed } from "../sql/groupCommit.js"
import { makeLedger } from "../sql/ledger.js"
import { headObject } from "../sql/rows.js"
import { placeholders } from "../sql/statements.js"
import { isStorable, unstorable } from "../sql/storable.js"
import { type Opened, open, patiently } from "./connection.js"
import { isBusy, isOfOne, unavailable } from "./failure.js"
import type { PostgresOptions } from "./PostgresOptions.js"
import { prepareSchema } from "./schema.js"

const appendObject = ({ head, expected, events, claim, release }: Append) => ({
  head: headObject(head),
  expected,
  events,
  claim,
  release
})

const textsOf = ({ appends, idempotency }: LedgerCommit): ReadonlyArray<unknown> => [
  ...Object.values(idempotency ?? {}),
  ...appends.flatMap(({ claim, events, head, release }) => [
    ...Object.values(head),
    ...events.flatMap((event) => Object.values(event)),
    ...claim,
    ...release
  ])
]

/** The commits as one value, which the database takes apart. */
const sent = (commits: ReadonlyArray<LedgerCommit>): string =>
  JSON.stringify(
    commits.map(({ appends, idempotency }) => ({
      appends: appends.map(appendObject),
      ...(idempotency === undefined ? {} : { idempotency })
    }))
  )

const outcomeOf = (said: Record<string, unknown>): CommitOutcome => {
  switch (said._tag) {
    case "Committed":
      return CommitOutcome.Committed()
    case "Conflict":
      return CommitOutcome.Conflict({ stream: String(said.stream) })
    case "ClaimHeld":
      return CommitOutcome.ClaimHeld({ claim: String(said.claim), owner: String(said.owner) })
    default:
      return CommitOutcome.AlreadyDone({ request: String(said.request), answer: String(said.answer) })
  }
}

const commitAll = (execute: Execute, commits: ReadonlyArray<LedgerCommit>) =>
  commits.every((commit) => textsOf(commit).every(isStorable))
    ? Effect.map(execute("SELECT single_window_commit($1::jsonb) AS outcomes", [sent(commits)]), ([row]) =>
        ((row?.outcomes ?? []) as ReadonlyArray<Record<string, unknown>>).map(outcomeOf)
      )
    : Effect.fail(unstorable())

/** The ledger over a connection whose tables are there. */
export const ledgerOn = (
  { execute, place }: Opened,
  options: Pick<PostgresOptions, "mostCommits" | "patience"> = {}
) => {
  const { mostCommits = 256, patience = "5 seconds" } = options
  const storable: Execute = (statement, values) =>
    values.every(isStorable) ? execute(placeholders.pg(statement), values) : Effect.fail(unstorable())
  const written = <A>(statement: Effect.Effect<A, SqlError>): Effect.Effect<A, WriteFailed> =>
    Effect.mapError(statement, (error) => ({
      unavailable: unavailable(place)(error),
      busy: isBusy(error),
      anyAlone: isOfOne(error)
    }))
  return makeLedger({
    mostCommits,
    patiently: patiently(patience),
    // Text that cannot be stored is nowhere.
    read: (statement, values) =>
      values.every(isStorable)
        ? Effect.mapError(execute(placeholders.pg(statement), values), unavailable(place))
        : Effect.succeed([]),
    write: (statement, values) => written(storable(statement, values)),
    attempt: (commits) => written(commitAll(execute, commits))
  })
}

const make = (options: PostgresOptions) =>
  Effect.gen(function* () {
    const opened = yield* open(options)
    yield* prepareSchema(opened, options.create ?? true)
    return yield* ledgerOn(opened, options)
  })

/** Core's ledger in a PostgreSQL database that processes on many machines may share. */
export const layer = (options: PostgresOptions): Layer.Layer<Ledger, StoreUnavailable> =>
  Layer.scoped(Ledger, make(options))

export const layerConfig = (
  config: Config.Config.Wrap<PostgresOptions>
): Layer.Layer<Ledger, StoreUnavailable | ConfigError> =>
  Layer.scoped(Ledger, Effect.flatMap(Config.unwrap(config), make))

import { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { type Opened, open } from "./connection.js"
import { unavailable } from "./failure.js"
import type { PostgresOptions } from "./PostgresOptions.js"
import { versionOf } from "./schema.js"

const looking = <A>(
  options: PostgresOptions,
  look: (opened: Opened) => Effect.Effect<A, unknown>
): Effect.Effect<A, StoreUnavailable> =>
  Effect.scoped(
    Effect.flatMap(open({ ...options, maxConnections: 1 }), (opened) =>
      Effect.mapError(look(opened), (error) =>
        error instanceof StoreUnavailable ? error : unavailable(opened.place)(error)
      )
    )
  )

/** Whether nothing has been stored there yet: the moment at which a host may make a new master key. */
export const isNew = (options: PostgresOptions): Effect.Effect<boolean, StoreUnavailable> =>
  looking(options, ({ execute, place }) =>
    Effect.gen(function* () {
      const version = yield* versionOf(execute)
      if (version === undefined) {
        return yield* Effect.fail(new StoreUnavailable({ reason: `${place} holds the tables of another program` }))
      }
      if (version === 0) return true
      const [row] = yield* execute("SELECT EXISTS (TABLE heads) OR EXISTS (TABLE meta) AS used", [])
      return row?.used !== true
    })
  )

export interface Server {
  /** Such as 18.4. */
  readonly version: string
  /** Whether what was committed outlives a power cut. */
  readonly durable: boolean
  readonly encrypted: boolean
}

/** What a person who looks after the store wants to know of the server. */
export const server = (options: PostgresOptions): Effect.Effect<Server, StoreUnavailable> =>
  looking(options, ({ execute }) =>
    Effect.map(
      execute(
        "SELECT current_setting('server_version') AS version, current_setting('fsync') = 'on' AND " +
          "current_setting('full_page_writes') = 'on' AND current_setting('synchronous_commit') <> 'off' AS durable, " +
          "(SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS encrypted",
        []
      ),
      ([row]) => ({
        version: String(row?.version).split(" ")[0] ?? "",
        durable: row?.durable === true,
        encrypted: row?.encrypted === true
      })
    )
  )

/** Takes away everything in the store, but only if that fact was kept in it: a demonstration makes way for the next. */
export const clearIf = (options: PostgresOptions, fact: string): Effect.Effect<boolean, StoreUnavailable> =>
  looking(options, ({ client, inside }) =>
    client.withTransaction(
      Effect.gen(function* () {
        const [kept] = yield* inside("SELECT value FROM meta WHERE key = $1 FOR UPDATE", [fact])
        if (kept === undefined) return false
        yield* inside("TRUNCATE heads, events, claims, answers, meta, positions RESTART IDENTITY", [])
        return true
      })
    )
  )

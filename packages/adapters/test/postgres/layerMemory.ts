import type { Ledger as CoreLedger } from "@single-window/core"
import { Effect, Layer, Redacted, Scope } from "effect"
import type { Opened } from "../../src/postgres/connection.js"

/** Databases with nothing in them, open for the next who needs one. */
const free: Array<Opened> = []

const loaded = Effect.promise(async () => ({
  core: await import("@single-window/core"),
  connection: await import("../../src/postgres/connection.js"),
  layer: await import("../../src/postgres/layer.js"),
  schema: await import("../../src/postgres/schema.js"),
  place: await import("./place.js")
}))

let accounts = 0

/** How many accounts there were in all databases together by the time they were emptied. */
export const written = (): number => accounts

const emptied = ({ execute }: Opened) =>
  execute("SELECT count(*)::int AS accounts FROM heads", []).pipe(
    Effect.tap(([row]) => {
      accounts += Number(row?.accounts)
    }),
    Effect.zipRight(remove(execute)),
    Effect.orDie
  )

const remove = (execute: Opened["execute"]) =>
  execute(
    "DELETE FROM events; DELETE FROM claims; DELETE FROM answers; DELETE FROM meta; DELETE FROM heads; " +
      "ALTER TABLE events ALTER COLUMN position RESTART",
    []
  )

const anotherOne = Effect.gen(function* () {
  const { connection, place, schema } = yield* loaded
  const scope = yield* Scope.make()
  const url = Redacted.make(yield* place.database)
  const opened = yield* Scope.extend(connection.open({ url, maxConnections: 2, statementTimeout: "1 hour" }), scope)
  yield* schema.prepareSchema(opened, true)
  // One connection, held on to: to have one handed out for each statement takes longer than the statement.
  const held = yield* Scope.extend(opened.client.reserve, scope)
  const { withPermits } = yield* Effect.makeSemaphore(1)
  const execute: Opened["execute"] = (statement, values) =>
    Effect.disconnect(Effect.uninterruptible(withPermits(1)(held.execute(statement, values, undefined))))
  // The server ends before this process does; nothing is left to close.
  return { ...opened, execute }
})

/**
 * Stands in for core's ledger in memory where the same tests run once more on PostgreSQL. It comes into being only when a test
 * asks for it: core, which exports it, is still being loaded when this module is.
 */
export const layerMemory: Layer.Layer<CoreLedger> = Layer.unwrapScoped(
  Effect.gen(function* () {
    const { core, layer } = yield* loaded
    const opened = yield* Effect.acquireRelease(
      Effect.suspend(() => {
        const one = free.pop()
        return one === undefined ? Effect.orDie(anotherOne) : Effect.succeed(one)
      }),
      (one) => Effect.map(emptied(one), () => void free.push(one))
    )
    return Layer.scoped(core.Ledger, layer.ledgerOn(opened))
  })
)

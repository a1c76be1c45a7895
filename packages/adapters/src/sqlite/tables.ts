import { closeSync, fsyncSync, linkSync, openSync, rmSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { SqlError } from "@effect/sql/SqlError"
import { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Tables } from "../sql/move.js"
import { type Opened, open, patiently } from "./connection.js"
import { unavailable } from "./failure.js"
import { logLeft, prepareFile } from "./file.js"
import type { SqliteOptions } from "./SqliteOptions.js"
import { prepareSchema } from "./schema.js"
import { immediately } from "./transaction.js"

const tablesOf = ({ connection, execute }: Opened): Tables => ({
  read: execute,
  insert: (table, columns, rows) => {
    const marks = columns.map(() => "?").join(", ")
    const statement = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`
    const all = Effect.forEach(
      rows,
      (row) =>
        execute(
          statement,
          columns.map((column) => row[column])
        ),
      { discard: true }
    )
    return Effect.mapError(immediately(connection, all), ({ error }) => error)
  }
})

type Options = Pick<SqliteOptions, "filename" | "patience">

const prepared = ({ filename, patience = "5 seconds" }: Options, create: boolean) =>
  Effect.gen(function* () {
    yield* prepareFile({ filename, create })
    const opened = yield* open(filename, patience)
    yield* prepareSchema(opened, filename, { check: !create, patience })
    return opened
  })

const known =
  (filename: string) =>
  <E>(error: E): StoreUnavailable | Exclude<E, SqlError> =>
    error instanceof SqlError ? unavailable(filename)(error) : (error as Exclude<E, SqlError>)

/** A store's rows while nobody else can write: the write lock is held until `body` is done. */
export const reading = <A, E>(
  options: Options,
  body: (tables: Tables) => Effect.Effect<A, E>
): Effect.Effect<A, StoreUnavailable | Exclude<E, SqlError>> =>
  Effect.gen(function* () {
    const opened = yield* prepared(options, false)
    const run = (statement: string) => opened.execute(statement, [])
    yield* Effect.acquireRelease(patiently(options.patience ?? "5 seconds")(run("BEGIN IMMEDIATE")), () =>
      Effect.ignore(run("ROLLBACK"))
    )
    return yield* body(tablesOf(opened))
  }).pipe(Effect.scoped, Effect.mapError(known(options.filename)))

const endings = ["", "-wal", "-shm"]

/** The name has to last as well as the file. */
const syncFolder = (filename: string) => {
  const folder = openSync(dirname(resolve(filename)), "r")
  fsyncSync(folder)
  closeSync(folder)
}

/** Gives a file its name, if nobody else has given that to another meanwhile, and it is still the file that was filled. */
const named = (beside: string, filename: string, inode: number): string | undefined => {
  const left = logLeft(filename)
  if (left !== undefined) return left
  if ((statSync(filename, { throwIfNoEntry: false })?.size ?? 0) > 0) return `${filename} holds something by now`
  rmSync(filename, { force: true })
  try {
    linkSync(beside, filename)
  } catch (failure) {
    if ((failure as { readonly code?: unknown }).code !== "EEXIST") throw failure
    return `${filename} holds something by now`
  }
  if (statSync(filename).ino === inode) return undefined
  rmSync(filename)
  return `${filename} is being filled by another program`
}

/** Fills a new file, which comes to be under its name only when `body` has succeeded; until then it lies beside it. */
export const filling = <A, E>(
  options: Options,
  body: (tables: Tables) => Effect.Effect<A, E>
): Effect.Effect<A, StoreUnavailable | Exclude<E, SqlError>> => {
  const { filename } = options
  const beside = `${filename}.moving`
  const attempt = <B>(act: () => B) => Effect.try({ try: act, catch: unavailable(filename) })
  const clear = attempt(() => {
    for (const end of endings) rmSync(`${beside}${end}`, { force: true })
  })
  const take = (inode: number) =>
    Effect.flatMap(
      attempt(() => named(beside, filename, inode)),
      (reason) =>
        reason === undefined
          ? Effect.zipRight(
              clear,
              attempt(() => syncFolder(filename))
            )
          : Effect.fail(new StoreUnavailable({ reason }))
    )
  // Closing it writes what is in the file beside it back into it.
  const fill = Effect.scoped(
    Effect.flatMap(prepared({ ...options, filename: beside }, true), (opened) => {
      const { ino } = statSync(beside)
      return Effect.map(body(tablesOf(opened)), (done) => ({ done, ino }))
    })
  )
  return clear.pipe(
    Effect.zipRight(fill),
    Effect.mapError(known(filename)),
    Effect.tap(({ ino }) => take(ino)),
    Effect.map(({ done }) => done),
    Effect.ensuring(Effect.ignore(clear))
  )
}

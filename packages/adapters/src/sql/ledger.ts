import { type HeadFilter, Ledger, StoreUnavailable } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { groupCommit, type WriteFailed, type Writing } from "./groupCommit.js"
import { eventRow, headRow, placedEventRow, type Raw } from "./rows.js"
import * as Statements from "./statements.js"

/** What an engine brings: single reads, and whole transactions that others cannot come between, each tried once. */
export interface Engine extends Writing {
  readonly read: (
    statement: string,
    values: ReadonlyArray<unknown>
  ) => Effect.Effect<ReadonlyArray<Raw>, StoreUnavailable>
  readonly write: (statement: string, values: ReadonlyArray<unknown>) => Effect.Effect<unknown, WriteFailed>
}

/** The first text after all that begin with `prefix`; none when there is no such text. */
const behind = (prefix: string): string | undefined => {
  const points = [...prefix]
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const next = (last.codePointAt(0) ?? 0) + 1
    // Surrogates are no characters; the one after U+D7FF is U+E000.
    if (next <= 0x10ffff) return points.join("") + String.fromCodePoint(next === 0xd800 ? 0xe000 : next)
  }
  return undefined
}

const conditionsOf = (filter: HeadFilter) => {
  const conditions: Array<string> = []
  const values: Array<unknown> = []
  const where = (condition: string, ...given: ReadonlyArray<unknown>) => {
    conditions.push(condition)
    values.push(...given)
  }
  // The empty text is left out of the index, so the condition that lets an engine use it is said too.
  if (filter.scope !== undefined) where(filter.scope === "" ? "scope = ?" : "scope <> '' AND scope = ?", filter.scope)
  if (filter.document !== undefined) {
    where(filter.document === "" ? "document = ?" : "document <> '' AND document = ?", filter.document)
  }
  if (filter.after !== undefined) {
    where("(username_key, stream) > (?, ?)", filter.after.usernameKey, filter.after.stream)
  }
  if (filter.usernamePrefix !== undefined && filter.usernamePrefix !== "") {
    where("username_key >= ?", filter.usernamePrefix)
    const end = behind(filter.usernamePrefix)
    if (end !== undefined) where("username_key < ?", end)
  }
  for (const column of ["role", "origin", "level", "certification"] as const) {
    if (filter[column] !== undefined) where(`${column} = ?`, filter[column])
  }
  if (filter.includeDeleted !== true) where("deleted = 0")
  return { conditions, values }
}

const PAGE = 500

/** Core's ledger over any engine that speaks these statements. */
export const makeLedger = (engine: Engine): Effect.Effect<Context.Tag.Service<Ledger>, never, Scope.Scope> =>
  Effect.gen(function* () {
    const { read, write, patiently } = engine
    const commit = yield* groupCommit(engine)

    const many = <A>(statement: string, values: ReadonlyArray<unknown>, form: (raw: Raw) => A) =>
      Effect.map(read(statement, values), (rows) => rows.map(form))
    const one = <A>(statement: string, values: ReadonlyArray<unknown>, form: (raw: Raw) => A) =>
      Effect.map(read(statement, values), ([row]) => (row === undefined ? undefined : form(row)))

    /** Reads page by page, from after the last row of the page before, so that a long walk never holds the connection. */
    const walk = <A, K>(statement: string, from: K, form: (raw: Raw) => A, keyOf: (row: A) => K) =>
      Stream.paginateChunkEffect(from, (after) =>
        Effect.map(many(statement, [after, PAGE], form), (rows) => {
          const last = rows.length < PAGE ? undefined : rows.at(-1)
          return [Chunk.unsafeFromArray(rows), last === undefined ? Option.none() : Option.some(keyOf(last))]
        })
      )

    const meta = (key: string) => one(Statements.meta, [key], (raw) => String(raw.value))

    return Ledger.of({
      commit,
      head: (stream) => one(Statements.head, [stream], headRow),
      byUsername: (usernameKey) => many(Statements.byUsername, [usernameKey], headRow),
      find: (filter) => {
        const { conditions, values } = conditionsOf(filter)
        return many(Statements.find(conditions), [...values, filter.limit], headRow)
      },
      claimOwner: (claim) => one(Statements.claimOwner, [claim], (raw) => String(raw.owner)),
      answered: (key) =>
        one(Statements.answered, [key], (raw) => ({ request: String(raw.request), answer: String(raw.answer) })),
      events: (stream) => many(Statements.events, [stream], eventRow),
      journal: (position) => walk(Statements.journal, position, placedEventRow, (row) => row.position),
      heads: walk(Statements.heads, "", headRow, (row) => row.stream),
      claims: walk(
        Statements.claims,
        "",
        (raw) => ({ claim: String(raw.claim), owner: String(raw.owner) }),
        (row) => row.claim
      ),
      meta,
      keepMeta: (key, value) =>
        Effect.gen(function* () {
          yield* Effect.mapError(
            patiently(write(Statements.insertMeta, [key, value])),
            ({ unavailable }) => unavailable
          )
          const kept = yield* meta(key)
          return (
            kept ?? (yield* Effect.fail(new StoreUnavailable({ reason: "the store does not keep what is written" })))
          )
        })
    })
  })

import type { SqlError } from "@effect/sql/SqlError"
import { type Append, CommitOutcome, type LedgerCommit } from "@single-window/core"
import * as Effect from "effect/Effect"
import { insertEventValues, insertHeadValues, type Raw, updateHeadValues } from "./rows.js"
import * as Statements from "./statements.js"
import { isStorable, unstorable } from "./storable.js"

/** Runs one statement on the connection that holds the transaction. */
export type Execute = (statement: string, values: ReadonlyArray<unknown>) => Effect.Effect<ReadonlyArray<Raw>, SqlError>

const claimAll = (execute: Execute, append: Append) =>
  Effect.gen(function* () {
    for (const claim of append.claim) {
      const taken = yield* execute(Statements.insertClaim, [claim, append.head.stream])
      if (taken.length > 0) continue
      const [holder] = yield* execute(Statements.claimOwner, [claim])
      const owner = String(holder?.owner ?? "")
      if (owner !== append.head.stream) return CommitOutcome.ClaimHeld({ claim, owner })
    }
    return undefined
  })

const writeHead = (execute: Execute, { head, expected }: Append) =>
  expected === 0
    ? execute(Statements.insertHead, insertHeadValues(head))
    : execute(Statements.updateHead, updateHeadValues(head, expected))

/**
 * Each write states its own condition and tells whether it took place, so no check stands apart from the write that relies on it.
 * Every release comes before the first claim: a key may move from one account to another within a commit.
 */
const write = (
  execute: Execute,
  { appends, idempotency }: LedgerCommit
): Effect.Effect<CommitOutcome | undefined, SqlError> =>
  Effect.gen(function* () {
    if (idempotency !== undefined) {
      const { key, request, answer, at } = idempotency
      const kept = yield* execute(Statements.insertAnswer, [key, request, answer, at])
      if (kept.length === 0) {
        const [done] = yield* execute(Statements.answered, [key])
        return CommitOutcome.AlreadyDone({ request: String(done?.request), answer: String(done?.answer) })
      }
    }
    for (const append of appends) {
      const written = yield* writeHead(execute, append)
      if (written.length === 0) return CommitOutcome.Conflict({ stream: append.head.stream })
    }
    for (const append of appends) {
      for (const claim of append.release) yield* execute(Statements.deleteClaim, [claim, append.head.stream])
    }
    for (const append of appends) {
      const held = yield* claimAll(execute, append)
      if (held !== undefined) return held
      for (const event of append.events) yield* execute(Statements.insertEvent, insertEventValues(event))
    }
    return undefined
  })

/** Engines change or refuse such text, each in its own way; changed text would break the journal's chain. */
const refusingUnstorable =
  (execute: Execute): Execute =>
  (statement, values) =>
    values.every(isStorable) ? execute(statement, values) : Effect.fail(unstorable())

/** One commit inside a transaction that others may share: refused, it leaves no trace and does not disturb its neighbours. */
export const commitOne = (execute: Execute, commit: LedgerCommit): Effect.Effect<CommitOutcome, SqlError> =>
  Effect.gen(function* () {
    yield* execute("SAVEPOINT one_commit", [])
    const refused = yield* write(refusingUnstorable(execute), commit)
    if (refused !== undefined) yield* execute("ROLLBACK TO SAVEPOINT one_commit", [])
    yield* execute("RELEASE SAVEPOINT one_commit", [])
    return refused ?? CommitOutcome.Committed()
  })

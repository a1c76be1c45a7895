import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Vault } from "../ports/Vault.js"
import { type ChainEnd, type Fault, follow } from "./Journal.js"
import type { Ledger, StoreUnavailable } from "./Ledger.js"

export interface JournalReport {
  readonly events: number
  readonly streams: number
  readonly verified: boolean
  readonly firstBad?: Fault
}

/** Walks every chain from its first event and holds each against its account's head: an altered, lost, added or cut entry shows. */
export const verifyJournal = (
  ledger: Context.Tag.Service<Ledger>,
  vault: Context.Tag.Service<Vault>
): Effect.Effect<JournalReport, StoreUnavailable> =>
  Effect.gen(function* () {
    const ends = new Map<string, ChainEnd>()
    let events = 0
    let streams = 0
    let firstBad: Fault | undefined
    yield* Stream.runForEach(ledger.journal(0), (event) =>
      Effect.sync(() => {
        events++
        const next = follow(ends.get(event.stream), event, vault.digest)
        if ("fault" in next) {
          firstBad ??= next
          ends.set(event.stream, { version: event.version, hash: event.hash })
        } else ends.set(event.stream, next)
      })
    )
    yield* Stream.runForEach(ledger.heads, (head) =>
      Effect.sync(() => {
        const end = ends.get(head.stream)
        const bad: Fault["fault"] | undefined =
          end === undefined
            ? "missing"
            : end.version !== head.version || end.hash !== head.hash
              ? "head-differs"
              : undefined
        if (bad !== undefined) firstBad ??= { stream: head.stream, version: head.version, fault: bad }
        ends.delete(head.stream)
        streams++
      })
    )
    const orphan = ends.entries().next()
    if (orphan.done !== true)
      firstBad ??= { stream: orphan.value[0], version: orphan.value[1].version, fault: "missing" }
    return { events, streams, verified: firstBad === undefined, ...(firstBad === undefined ? {} : { firstBad }) }
  })

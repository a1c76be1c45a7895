import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Vault } from "../ports/Vault.js"
import { type ChainEnd, exported, type Fault, follow } from "./Journal.js"
import type { HeadRow, Ledger, StoreUnavailable } from "./Ledger.js"

export interface JournalReport {
  readonly events: number
  readonly streams: number
  readonly verified: boolean
  readonly firstBad?: Fault
}

/**
 * Walks every chain from its first event and holds each against its account's head: an altered, lost, added or cut entry shows.
 * Others may write meanwhile. A head that is ahead of the journal as it was read gets a second look, from where reading stopped.
 */
export const verifyJournal = (
  ledger: Context.Tag.Service<Ledger>,
  vault: Context.Tag.Service<Vault>
): Effect.Effect<JournalReport, StoreUnavailable> =>
  Effect.gen(function* () {
    const ends = new Map<string, ChainEnd>()
    const ahead = new Map<string, HeadRow>()
    let position = 0
    let events = 0
    let streams = 0
    let firstBad: Fault | undefined

    const read = Stream.suspend(() => ledger.journal(position)).pipe(
      Stream.runForEach((event) =>
        Effect.sync(() => {
          position = event.position
          events++
          const next = follow(ends.get(event.stream), exported(event, vault.digest), vault.digest)
          if ("fault" in next) firstBad ??= next
          ends.set(event.stream, { version: event.version, hash: event.hash })
          const head = ahead.get(event.stream)
          if (head?.version === event.version && head.hash === event.hash) ahead.delete(event.stream)
        })
      )
    )

    yield* read
    const headless = new Set(ends.keys())
    yield* Stream.runForEach(ledger.heads, (head) =>
      Effect.sync(() => {
        const { stream, version } = head
        const end = ends.get(stream)
        headless.delete(stream)
        streams++
        if (end === undefined || end.version < version) ahead.set(stream, head)
        else if (end.version > version || end.hash !== head.hash)
          firstBad ??= { stream, version, fault: "head-differs" }
      })
    )
    if (ahead.size > 0) yield* read
    for (const { stream, version } of ahead.values()) {
      firstBad ??= { stream, version, fault: ends.has(stream) ? "head-differs" : "missing" }
    }
    for (const stream of headless) {
      firstBad ??= { stream, version: ends.get(stream)?.version ?? 0, fault: "missing" }
    }
    return { events, streams, verified: firstBad === undefined, ...(firstBad === undefined ? {} : { firstBad }) }
  })

import { Ledger, type StoreUnavailable } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type Notice, noticeOf } from "./Notice.js"

export interface OutboxOptions {
  /** The position after which to begin, as the caller has kept it; 0 replays everything. */
  readonly after: number
  /** Entries read at a time. Default 100. */
  readonly batch?: number | undefined
  /** How long to wait at the end of the journal before looking again. Without it the stream ends there. */
  readonly every?: Duration.DurationInput | undefined
}

/** Pages of the journal, none of them empty. */
export const pages = ({
  after,
  batch = 100,
  every
}: OutboxOptions): Stream.Stream<Chunk.NonEmptyChunk<Notice>, StoreUnavailable, Ledger> =>
  Stream.unwrap(
    Effect.map(Ledger, (ledger) => {
      const page = (position: number) =>
        Stream.runCollect(Stream.take(ledger.journal(position), batch)).pipe(Effect.map(Chunk.map(noticeOf)))
      const atEnd = (position: number) =>
        every === undefined
          ? Effect.succeed([Chunk.empty<Notice>(), Option.none<number>()] as const)
          : Effect.as(Effect.sleep(every), [Chunk.empty<Notice>(), Option.some(position)] as const)
      return Stream.paginateEffect(after, (position) =>
        Effect.flatMap(page(position), (notices) =>
          Chunk.isNonEmpty(notices)
            ? Effect.succeed([notices, Option.some(Chunk.lastNonEmpty(notices).position)] as const)
            : atEnd(position)
        )
      ).pipe(Stream.filter(Chunk.isNonEmpty))
    })
  )

/** The journal from a position on, in its order, without personal data. Whoever reads keeps the position and goes on from there. */
export const outbox = (options: OutboxOptions): Stream.Stream<Notice, StoreUnavailable, Ledger> =>
  Stream.flattenChunks(pages(options))

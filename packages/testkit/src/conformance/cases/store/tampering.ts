import { type HeadRow, Ledger, type PlacedEventRow, Store } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"

type Edit<A> = (rows: ReadonlyArray<A>) => ReadonlyArray<A>

export interface Tampering {
  readonly events?: Edit<PlacedEventRow>
  readonly heads?: Edit<HeadRow>
}

/** The ledger as it would look after somebody with access to its tables had been at work. */
const tampered = (
  ledger: Ledger["Type"],
  { events = (rows) => rows, heads = (rows) => rows }: Tampering
): Ledger["Type"] => {
  const edited = <A, E>(stream: Stream.Stream<A, E>, edit: Edit<A>) =>
    Effect.map(Stream.runCollect(stream), (rows) => edit(Chunk.toReadonlyArray(rows)))
  const journal = Effect.map(edited(ledger.journal(0), events), (rows) =>
    rows.map((row, index) => ({ ...row, position: index + 1 }))
  )
  return {
    ...ledger,
    journal: (after) => Stream.unwrap(Effect.map(journal, (rows) => Stream.fromIterable(rows.slice(after)))),
    events: (stream) => Effect.map(journal, (rows) => rows.filter((row) => row.stream === stream)),
    heads: Stream.unwrap(Effect.map(edited(ledger.heads, heads), Stream.fromIterable)),
    head: (stream) => Effect.map(edited(ledger.heads, heads), (rows) => rows.find((row) => row.stream === stream))
  }
}

/** A store over the tampered view of the ledger at hand. */
export const afterTampering = (tampering: Tampering) =>
  Store.layer.pipe(
    Layer.provide(
      Layer.effect(
        Ledger,
        Effect.map(Ledger, (ledger) => tampered(ledger, tampering))
      )
    )
  )

/** Does something to the one event of that stream and version. */
export const at =
  (
    stream: string,
    version: number,
    edit: (event: PlacedEventRow) => ReadonlyArray<PlacedEventRow>
  ): Edit<PlacedEventRow> =>
  (rows) =>
    rows.flatMap((row) => (row.stream === stream && row.version === version ? edit(row) : [row]))

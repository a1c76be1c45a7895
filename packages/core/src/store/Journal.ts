import type { EventRow } from "./Ledger.js"

/** What a stream's first event points back to. */
export const GENESIS = "genesis"

/**
 * The text whose digest is an event's hash. It covers the sealed body and not the plain one, so a chain still verifies after
 * the data key was thrown away. JSON of an array, so that no two lists of fields read the same.
 */
export const hashInput = (event: Omit<EventRow, "hash">): string =>
  JSON.stringify([event.previous, event.stream, event.version, event.tag, event.at, event.actor, event.body])

export const chain = (
  events: ReadonlyArray<Omit<EventRow, "hash" | "previous">>,
  previous: string,
  digest: (text: string) => string
): ReadonlyArray<EventRow> => {
  const rows: Array<EventRow> = []
  let last = previous
  for (const event of events) {
    const open = { ...event, previous: last }
    last = digest(hashInput(open))
    rows.push({ ...open, hash: last })
  }
  return rows
}

export interface Fault {
  readonly stream: string
  readonly version: number
  readonly fault: "gap" | "broken-link" | "altered" | "head-differs" | "missing"
}

/** The chain of one stream as far as it has been read: what `verify` carries from event to event. */
export interface ChainEnd {
  readonly version: number
  readonly hash: string
}

/** Whether an event continues its stream's chain; the first thing that is wrong, or the new end. */
export const follow = (
  end: ChainEnd | undefined,
  event: EventRow,
  digest: (text: string) => string
): Fault | ChainEnd => {
  const version = (end?.version ?? 0) + 1
  const { hash, ...rest } = event
  if (event.version !== version) return { stream: event.stream, version, fault: "gap" }
  if (event.previous !== (end?.hash ?? GENESIS)) return { stream: event.stream, version, fault: "broken-link" }
  if (digest(hashInput(rest)) !== hash) return { stream: event.stream, version, fault: "altered" }
  return { version, hash }
}

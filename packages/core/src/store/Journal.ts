import type { EventRow } from "./Ledger.js"

/** What a stream's first event points back to. */
export const GENESIS = "genesis"

/** An event without its sealed body, which an export leaves out: the body's digest stands for it. */
export interface ExportedEvent extends Omit<EventRow, "body"> {
  readonly bodyDigest: string
}

type Digest = (text: string) => string

/**
 * The text whose digest is an event's hash. It covers the digest of the sealed body, so a chain verifies after the data key was
 * thrown away, and from an export that leaves the body out. JSON of an array, so that no two lists of fields read the same.
 */
export const hashInput = (event: Omit<ExportedEvent, "hash">): string =>
  JSON.stringify([event.previous, event.stream, event.version, event.tag, event.at, event.actor, event.bodyDigest])

export const chain = (
  events: ReadonlyArray<Omit<EventRow, "hash" | "previous">>,
  previous: string,
  digest: Digest
): ReadonlyArray<EventRow> => {
  const rows: Array<EventRow> = []
  let last = previous
  for (const event of events) {
    const open = { ...event, previous: last }
    last = digest(hashInput({ ...open, bodyDigest: digest(event.body) }))
    rows.push({ ...open, hash: last })
  }
  return rows
}

/** An event as it may leave the house. */
export const exported = ({ body, ...event }: EventRow, digest: Digest): ExportedEvent => ({
  ...event,
  bodyDigest: digest(body)
})

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
export const follow = (end: ChainEnd | undefined, event: ExportedEvent, digest: Digest): Fault | ChainEnd => {
  const version = (end?.version ?? 0) + 1
  const { hash, ...rest } = event
  if (event.version !== version) return { stream: event.stream, version, fault: "gap" }
  if (event.previous !== (end?.hash ?? GENESIS)) return { stream: event.stream, version, fault: "broken-link" }
  if (digest(hashInput(rest)) !== hash) return { stream: event.stream, version, fault: "altered" }
  return { version, hash }
}

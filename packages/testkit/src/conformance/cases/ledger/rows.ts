import type { Append, EventRow, HeadRow, LedgerCommit } from "@single-window/core"

export const headOf = (stream: string, version: number, fields: Partial<HeadRow> = {}): HeadRow => ({
  stream,
  version,
  hash: `hash of ${stream} ${version}`,
  dataKey: `key of ${stream}`,
  state: `state of ${stream} ${version}`,
  username: stream.toUpperCase(),
  usernameKey: stream,
  scope: "",
  document: "",
  role: "personal",
  origin: "migrated",
  source: "ciq",
  level: "none",
  certification: "uncertified",
  deleted: false,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000 + version,
  ...fields
})

export const eventOf = (stream: string, version: number, fields: Partial<EventRow> = {}): EventRow => ({
  stream,
  version,
  tag: "Happened",
  at: 1_700_000_000_000 + version,
  actor: "system:conformance",
  body: `body of ${stream} ${version}`,
  previous: version === 1 ? "genesis" : `hash of ${stream} ${version - 1}`,
  hash: `hash of ${stream} ${version}`,
  ...fields
})

export interface Sketch {
  readonly expected?: number
  /** How many events; one unless said. */
  readonly events?: number
  readonly claim?: ReadonlyArray<string>
  readonly release?: ReadonlyArray<string>
  readonly head?: Partial<HeadRow>
}

/** An append with everything in it that the sketch leaves out. */
export const append = (stream: string, sketch: Sketch = {}): Append => {
  const { expected = 0, events = 1, claim = [], release = [], head = {} } = sketch
  return {
    head: headOf(stream, expected + events, head),
    expected,
    events: Array.from({ length: events }, (_, index) => eventOf(stream, expected + index + 1)),
    claim,
    release
  }
}

export const commitOf = (...appends: ReadonlyArray<Append>): LedgerCommit => ({ appends })

export const keyed = (key: string, ...appends: ReadonlyArray<Append>): LedgerCommit => ({
  appends,
  idempotency: { key, request: `request of ${key}`, answer: `answer to ${key}`, at: 1_700_000_000_000 }
})

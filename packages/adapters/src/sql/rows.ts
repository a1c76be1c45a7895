import type { EventRow, HeadRow, PlacedEventRow } from "@single-window/core"

/** A row as a driver gives it: PostgreSQL's large integers come as text. */
export type Raw = Readonly<Record<string, unknown>>

const text = (value: unknown): string => String(value)

export const headRow = (raw: Raw): HeadRow => ({
  stream: text(raw.stream),
  version: Number(raw.version),
  hash: text(raw.hash),
  dataKey: text(raw.dataKey),
  state: text(raw.state),
  username: text(raw.username),
  usernameKey: text(raw.usernameKey),
  scope: text(raw.scope),
  document: text(raw.document),
  role: text(raw.role),
  origin: text(raw.origin),
  source: text(raw.source),
  level: text(raw.level),
  certification: text(raw.certification),
  deleted: Number(raw.deleted) !== 0,
  createdAt: Number(raw.createdAt),
  updatedAt: Number(raw.updatedAt)
})

export const eventRow = (raw: Raw): EventRow => ({
  stream: text(raw.stream),
  version: Number(raw.version),
  tag: text(raw.tag),
  at: Number(raw.at),
  actor: text(raw.actor),
  body: text(raw.body),
  previous: text(raw.previous),
  hash: text(raw.hash)
})

export const placedEventRow = (raw: Raw): PlacedEventRow => ({ position: Number(raw.position), ...eventRow(raw) })

const headColumns = (head: HeadRow): ReadonlyArray<unknown> => [
  head.version,
  head.hash,
  head.dataKey,
  head.state,
  head.username,
  head.usernameKey,
  head.scope,
  head.document,
  head.role,
  head.origin,
  head.source,
  head.level,
  head.certification,
  head.deleted ? 1 : 0,
  head.createdAt,
  head.updatedAt
]

export const insertHeadValues = (head: HeadRow): ReadonlyArray<unknown> => [head.stream, ...headColumns(head)]
export const updateHeadValues = (head: HeadRow, expected: number): ReadonlyArray<unknown> => [
  ...headColumns(head),
  head.stream,
  expected
]
export const insertEventValues = (event: EventRow): ReadonlyArray<unknown> => [
  event.stream,
  event.version,
  event.tag,
  event.at,
  event.actor,
  event.body,
  event.previous,
  event.hash
]

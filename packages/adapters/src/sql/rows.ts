import type { EventRow, HeadRow, PlacedEventRow } from "@single-window/core"

/** A row as a driver gives it, under the names that the statements ask for. PostgreSQL's large integers come as text. */
export type Raw = Record<string, unknown>

const numbers = (raw: Raw, names: ReadonlyArray<string>): void => {
  for (const name of names) if (typeof raw[name] !== "number") raw[name] = Number(raw[name])
}

/** A driver makes a new object for every row, so the few columns of another type are set right in place: lists are long. */
export const headRow = (raw: Raw): HeadRow => {
  numbers(raw, ["version", "createdAt", "updatedAt"])
  raw.deleted = Number(raw.deleted) !== 0
  return raw as unknown as HeadRow
}

export const eventRow = (raw: Raw): EventRow => {
  numbers(raw, ["version", "at"])
  return raw as unknown as EventRow
}

export const placedEventRow = (raw: Raw): PlacedEventRow => {
  numbers(raw, ["position"])
  return eventRow(raw) as PlacedEventRow
}

/** A head under the names of its columns, for an engine that takes rows as objects. */
export const headObject = (head: HeadRow): Readonly<Record<string, unknown>> => ({
  stream: head.stream,
  version: head.version,
  hash: head.hash,
  data_key: head.dataKey,
  state: head.state,
  username: head.username,
  username_key: head.usernameKey,
  scope: head.scope,
  document: head.document,
  role: head.role,
  origin: head.origin,
  source: head.source,
  level: head.level,
  certification: head.certification,
  deleted: head.deleted ? 1 : 0,
  created_at: head.createdAt,
  updated_at: head.updatedAt
})

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

import type { RowRead } from "@single-window/core"
import { isMigratedColumn } from "./header.js"

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The names a line of NDJSON uses, where it is an object. */
export const keysOf = (text: string): ReadonlyArray<string> | undefined => {
  const value = parsed(text)
  return isRecord(value) ? Object.keys(value) : undefined
}

/** One line of NDJSON. A number is refused rather than turned into text: eighteen digits do not survive it. */
export const rowOfJson = (line: number, text: string): RowRead => {
  const value = parsed(text)
  if (value === undefined) return { line, unreadable: "not-json" }
  if (!isRecord(value)) return { line, unreadable: "not-an-object" }
  const row: Record<string, string> = { username: "", source: "" }
  for (const [key, cell] of Object.entries(value)) {
    if (!isMigratedColumn(key)) return { line, unreadable: "unknown-column" }
    if (cell === null) continue
    if (typeof cell !== "string") return { line, unreadable: "not-text", field: key }
    row[key] = cell
  }
  return { line, row: row as { username: string; source: string } }
}

import { constants, createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { extname } from "node:path"
import type { MigratedColumn } from "@single-window/core"
import * as Effect from "effect/Effect"
import { cellsOf } from "./csv.js"
import { countFaults, decode, type Encoding, isGb18030Text, isUtf8Text, signatureOf } from "./encoding.js"
import { columnsOf, isMigratedColumn } from "./header.js"
import { linesOf } from "./lines.js"
import { MigrationFileRefused, refuseFile } from "./MigrationFileRefused.js"
import { keysOf } from "./ndjson.js"

export type Format = "csv" | "ndjson"

/** What a file turned out to be, found by looking through it once before any row is read. */
export interface MigrationFileLayout {
  readonly path: string
  readonly format: Format
  readonly encoding: Encoding
  /** Lines in all, header and blank ones included: what a progress bar counts against. */
  readonly lines: number
  /** The header of a CSV file and the line it stands in. */
  readonly header: { readonly line: number; readonly columns: ReadonlyArray<MigratedColumn> } | undefined
}

const BOM = "\uFEFF"

/** A line as text; the first one without its byte-order mark. */
export const textOf = (encoding: Encoding, line: number, bytes: Uint8Array): string | undefined => {
  const text = decode(encoding, bytes)
  return line === 1 && text?.startsWith(BOM) === true ? text.slice(1) : text
}

export const linesIn = (path: string) => linesOf(createReadStream(path, { highWaterMark: 256 * 1024 }))

/** The first bytes of a regular file; a pipe is refused, since a file is read more than once. */
const headOf = async (path: string): Promise<Uint8Array | MigrationFileRefused> => {
  // Opening a pipe that nobody writes to would wait, and a thread of the process with it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    if (!(await file.stat()).isFile()) return refuseFile("not-a-file")
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(4), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** UTF-8 unless the file has a fault in it and fewer when read as GB 18030. */
const encodingOf = async (path: string): Promise<{ readonly encoding: Encoding; readonly lines: number }> => {
  const { lines, faults } = await countFaults(linesIn(path), isUtf8Text)
  if (faults === 0) return { encoding: "utf-8", lines }
  const other = await countFaults(linesIn(path), isGb18030Text)
  return { encoding: other.faults < faults ? "gb18030" : "utf-8", lines }
}

/** The first line that `accept` finds something in. */
const firstOf = async <A>(
  path: string,
  encoding: Encoding,
  accept: (text: string | undefined, line: number) => A | undefined
): Promise<A | undefined> => {
  for await (const batch of linesIn(path)) {
    for (const { number, bytes } of batch) {
      const found = accept(bytes === undefined ? undefined : textOf(encoding, number, bytes), number)
      if (found !== undefined) return found
    }
  }
  return undefined
}

const formatOf = async (path: string, encoding: Encoding): Promise<Format | undefined> => {
  const extension = extname(path).toLowerCase()
  const beginning = await firstOf(path, encoding, (text) => (text?.trim() === "" ? undefined : (text ?? BOM)))
  if (beginning === undefined) return undefined
  if (extension === ".ndjson" || extension === ".jsonl") return "ndjson"
  if (extension === ".csv") return "csv"
  return beginning.trimStart().startsWith("{") ? "ndjson" : "csv"
}

const headerOf = async (
  path: string,
  encoding: Encoding
): Promise<MigrationFileLayout["header"] | MigrationFileRefused> =>
  firstOf(path, encoding, (text, line) => {
    if (text?.trim() === "") return undefined
    const names = text === undefined ? "broken" : cellsOf(text)
    if (typeof names === "string") return refuseFile("header-unreadable")
    const columns = columnsOf(names)
    return "problem" in columns ? refuseFile(columns.problem, columns.columns) : { line, columns }
  })

/** NDJSON has no header: the first object stands in for one, so that a file with other names is refused in one sentence. */
const unknownKeys = (path: string, encoding: Encoding): Promise<MigrationFileRefused | undefined> =>
  firstOf(path, encoding, (text) => {
    const unknown = text === undefined ? undefined : keysOf(text)?.filter((key) => !isMigratedColumn(key))
    return unknown
  }).then((unknown) =>
    unknown === undefined || unknown.length === 0 ? undefined : refuseFile("unknown-column", unknown)
  )

const inspectFile = async (path: string): Promise<MigrationFileLayout | MigrationFileRefused> => {
  const head = await headOf(path)
  if (head instanceof MigrationFileRefused) return head
  const signature = signatureOf(head)
  if (signature !== undefined) return refuseFile(signature)
  const { encoding, lines } = await encodingOf(path)
  const format = await formatOf(path, encoding)
  if (format === undefined) return refuseFile("empty")
  const found = format === "csv" ? await headerOf(path, encoding) : await unknownKeys(path, encoding)
  if (found instanceof MigrationFileRefused) return found
  return { path, format, encoding, lines, header: found }
}

/** What the operating system said, as a problem of the file. */
export const whyUnreadable = (cause: unknown): MigrationFileRefused => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  if (code === "ENOENT" || code === "ENOTDIR") return refuseFile("not-found")
  return refuseFile(code === "EISDIR" ? "not-a-file" : "not-readable")
}

/** Finds out encoding, format and columns, or why the file cannot be read as migrated accounts. */
export const inspect = (path: string): Effect.Effect<MigrationFileLayout, MigrationFileRefused> =>
  Effect.tryPromise({ try: () => inspectFile(path), catch: whyUnreadable }).pipe(
    Effect.flatMap((found) => (found instanceof MigrationFileRefused ? Effect.fail(found) : Effect.succeed(found)))
  )

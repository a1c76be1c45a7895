import { isUtf8 } from "node:buffer"
import { TextDecoder } from "node:util"
import type { Line } from "./lines.js"

/** The two encodings that files of older systems come in. */
export type Encoding = "utf-8" | "gb18030"

/** Lines that are not text in an encoding, counted to decide which of the two a file is in. */
export const countFaults = async (
  lines: AsyncIterable<ReadonlyArray<Line>>,
  isText: (bytes: Uint8Array) => boolean
): Promise<{ readonly lines: number; readonly faults: number }> => {
  let total = 0
  let faults = 0
  for await (const batch of lines) {
    total += batch.length
    for (const { bytes } of batch) if (bytes !== undefined && !isText(bytes)) faults++
  }
  return { lines: total, faults }
}

export const isUtf8Text = (bytes: Uint8Array): boolean => isUtf8(bytes)

/** Whether bytes are GB 18030. Nearly every Chinese text in UTF-8 is not, so the two are told apart by their faults. */
export const isGb18030Text = (bytes: Uint8Array): boolean => decode("gb18030", bytes) !== undefined

const decoders = new Map<Encoding, TextDecoder>()

/** Text, or `undefined` where the bytes are no text in this encoding: a replacement character would hide the loss. */
export const decode = (encoding: Encoding, bytes: Uint8Array): string | undefined => {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  decoders.set(encoding, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** What the first bytes of a file give away when it is no text that we read. */
export const signatureOf = (head: Uint8Array): "utf-16" | "spreadsheet" | undefined => {
  const starts = (...bytes: ReadonlyArray<number>) => bytes.every((byte, index) => head[index] === byte)
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return "utf-16"
  // a zip archive (xlsx) or an OLE compound file (xls)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return "spreadsheet"
  return undefined
}

import * as Option from "effect/Option"
import type { BankProtocol } from "./BankProtocol.js"

export type Charset = BankProtocol["charset"]

let codes: ReadonlyMap<string, number> | undefined

/** GBK, read off the platform's decoder: it has no encoder. Made at the first use, in some ten milliseconds. */
const gbkCodes = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder("gbk")
  const found = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++) {
    const row = Uint8Array.from({ length: 0xbf * 2 }, (_, at) => (at % 2 === 0 ? high : 0x40 + (at >> 1)))
    for (let at = 0; at < row.length; at += 2) {
      const text = decoder.decode(row.subarray(at, at + 2))
      if (text.length === 1 && text !== "\ufffd" && !found.has(text)) found.set(text, (high << 8) | (row[at + 1] ?? 0))
    }
  }
  return found
}

/** The bytes of a text; none when the charset lacks one of its characters. */
export const encode = (text: string, charset: Charset): Option.Option<Buffer> => {
  if (/\p{Surrogate}/u.test(text)) return Option.none()
  if (charset === "utf-8") return Option.some(Buffer.from(text, "utf8"))
  codes ??= gbkCodes()
  const bytes: Array<number> = []
  for (const character of text) {
    const code = character < "\u0080" ? character.charCodeAt(0) : codes.get(character)
    if (code === undefined) return Option.none()
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Option.some(Buffer.from(bytes))
}

/** The text of bytes; none when they are not of the charset, or not the one way to write that text in it. */
export const decode = (bytes: Uint8Array, charset: Charset): Option.Option<string> => {
  try {
    const text = new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
    return Option.exists(encode(text, charset), (again) => again.equals(bytes)) ? Option.some(text) : Option.none()
  } catch {
    return Option.none()
  }
}

const unreserved = /^[A-Za-z0-9_.~-]$/

/** Percent-encoded byte by byte, capitals in the escapes: one way to write each value. */
export const percentEncoded = (text: string, charset: Charset): Option.Option<string> =>
  Option.map(encode(text, charset), (bytes) =>
    Array.from(bytes, (byte) => {
      const character = String.fromCharCode(byte)
      return unreserved.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`
    }).join("")
  )

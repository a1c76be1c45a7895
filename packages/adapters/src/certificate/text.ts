import * as Option from "effect/Option"

/** Tags of the string types that are read. */
const UTF8 = 0x0c
const PRINTABLE = 0x13
const TELETEX = 0x14
const IA5 = 0x16
const BMP = 0x1e

const decoded = (charset: string, bytes: Uint8Array): Option.Option<string> => {
  try {
    return Option.some(new TextDecoder(charset, { fatal: true }).decode(bytes))
  } catch {
    return Option.none()
  }
}

const bigEndian16 = (bytes: Uint8Array) =>
  bytes.length % 2 === 0 ? decoded("utf-16le", Buffer.from(bytes).swap16()) : Option.none()

/** The text of a string type's contents. Old E-Port certificates put GBK into types that are made for ASCII. */
export const textOf = (tag: number, bytes: Uint8Array): Option.Option<string> => {
  switch (tag) {
    case UTF8:
      return decoded("utf-8", bytes)
    case BMP:
      return bigEndian16(bytes)
    case PRINTABLE:
    case TELETEX:
    case IA5:
      return decoded("gbk", bytes)
    default:
      return Option.none()
  }
}

/** The text of a whole DER string of up to 64 KiB, with nothing after it. */
export const derText = (der: Uint8Array): Option.Option<string> => {
  const [tag = 0, first = 0] = der
  const header = first < 0x80 ? 2 : first === 0x81 ? 3 : first === 0x82 ? 4 : 0
  if (header === 0) return Option.none()
  const length = header === 2 ? first : der.subarray(2, header).reduce((sum, byte) => sum * 256 + byte, 0)
  return der.length === header + length ? textOf(tag, der.subarray(header)) : Option.none()
}

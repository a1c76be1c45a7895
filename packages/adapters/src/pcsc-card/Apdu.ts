import type { CardFile } from "./CardProfile.js"

/** A command to the card (ISO/IEC 7816-3): four bytes of header, data, and how much answer is expected. */
export interface Command {
  readonly header: Buffer
  readonly data?: Buffer | undefined
  /** Bytes of answer; 256 is all there is, up to 256. */
  readonly expected?: number | undefined
}

const SHORT = 256

const length = (count: number, extended: boolean): Buffer => {
  if (!extended) return Buffer.of(count % SHORT)
  const two = Buffer.alloc(2)
  two.writeUInt16BE(count % 65_536)
  return two
}

/** The bytes of a command; extended length where its data or its answer needs it. */
export const bytesOf = ({ data, expected, header }: Command): Buffer => {
  const extended = (data?.length ?? 0) > 255 || (expected ?? 0) > SHORT
  const parts = [header]
  if (extended) parts.push(Buffer.of(0))
  if (data !== undefined) parts.push(length(data.length, extended), data)
  if (expected !== undefined) parts.push(length(expected, extended))
  return Buffer.concat(parts)
}

/** The same command in pieces of at most 255 bytes, all but the last marked as to be continued (command chaining). */
export const chained = (command: Command): ReadonlyArray<Command> => {
  const { data, header } = command
  if (data === undefined || data.length <= 255) return [command]
  const pieces: Array<Command> = []
  for (let at = 0; at < data.length; at += 255) {
    const last = at + 255 >= data.length
    const head = Buffer.from(header)
    if (!last) head[0] = (head[0] ?? 0) | 0x10
    pieces.push({ ...(last ? command : {}), header: head, data: data.subarray(at, at + 255) })
  }
  return pieces
}

const command = (ins: number, p1: number, p2: number, data?: Buffer, expected?: number): Command => ({
  header: Buffer.of(0, ins, p1, p2),
  data,
  expected
})

export const selectApplet = (name: string): Command => command(0xa4, 0x04, 0x00, Buffer.from(name, "hex"), SHORT)
export const selectFile = (fid: string): Command => command(0xa4, 0x02, 0x0c, Buffer.from(fid, "hex"))
export const getResponse = (expected: number): Command => command(0xc0, 0, 0, undefined, expected)
/** VERIFY without data: tells the tries and spends none. */
export const countTries = (reference: string): Command => command(0x20, 0, Number.parseInt(reference, 16))
/** The one command that carries the PIN. */
export const verify = (reference: string, pin: Buffer): Command => command(0x20, 0, Number.parseInt(reference, 16), pin)

/** READ BINARY from an offset; the first of a file with a short identifier also selects it. */
export const read = (file: CardFile, offset: number, expected: number): Command =>
  "sfi" in file && offset === 0
    ? command(0xb0, 0x80 | file.sfi, 0, undefined, expected)
    : command(0xb0, (offset >> 8) & 0x7f, offset & 0xff, undefined, expected)

/** What VERIFY carries: the PIN's characters, filled up where the profile says so. The caller wipes it. */
export const pinBlock = (pin: string, padding: string | undefined, most: number): Buffer => {
  const block = Buffer.alloc(padding === undefined ? pin.length : most, Number.parseInt(padding ?? "00", 16))
  block.write(pin, "latin1")
  return block
}

/** What passes between us and the program that holds the reader: a length of four bytes, one letter, and what belongs to it. */
export interface Frame {
  readonly letter: string
  readonly body: Buffer
}

const HEADER = 5

/** The largest answer of a card, with room to spare. */
const MOST = 70_000

export const frame = (letter: string, body: Uint8Array = new Uint8Array()): Buffer => {
  const bytes = Buffer.alloc(HEADER + body.length)
  bytes.writeUInt32BE(body.length)
  bytes.write(letter, 4, "latin1")
  bytes.set(body, HEADER)
  return bytes
}

/** Takes bytes as they come and gives whole frames; false once they cannot be frames any more. */
export const framesOf = (each: (frame: Frame) => void): ((chunk: Buffer) => boolean) => {
  let rest = Buffer.alloc(0)
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    while (bytes.length - at >= HEADER) {
      const length = bytes.readUInt32BE(at)
      if (length > MOST) return false
      if (bytes.length - at < HEADER + length) break
      const start = at + HEADER
      at = start + length
      each({ letter: bytes.toString("latin1", start - 1, start), body: bytes.subarray(start, at) })
    }
    rest = Buffer.from(bytes.subarray(at))
    return true
  }
}

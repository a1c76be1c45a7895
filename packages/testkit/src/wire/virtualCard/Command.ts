/** A command as a card reads it (ISO/IEC 7816-3). */
export interface Command {
  readonly cla: number
  readonly ins: number
  readonly p1: number
  readonly p2: number
  readonly data: Buffer
  /** How much answer is expected at most. */
  readonly expected: number
  readonly extended: boolean
}

/** Reads the bytes of a command; undefined when they are none. */
export const commandOf = (bytes: Buffer): Command | undefined => {
  const [cla = 0, ins = 0, p1 = 0, p2 = 0] = bytes
  const command = (data: Buffer, expected: number, extended: boolean): Command => ({
    cla,
    ins,
    p1,
    p2,
    data: Buffer.from(data),
    expected,
    extended
  })
  const rest = bytes.subarray(4)
  if (bytes.length < 4) return undefined
  if (rest.length === 0) return command(rest, 0, false)
  const first = rest[0] ?? 0
  if (first !== 0 || rest.length === 1) {
    if (rest.length === 1) return command(rest.subarray(1), first || 256, false)
    if (rest.length === first + 1) return command(rest.subarray(1), 0, false)
    return rest.length === first + 2 ? command(rest.subarray(1, -1), (rest[first + 1] ?? 0) || 256, false) : undefined
  }
  if (rest.length < 3) return undefined
  const wide = rest.readUInt16BE(1)
  if (rest.length === 3) return command(rest.subarray(3), wide || 65_536, true)
  if (rest.length === wide + 3) return command(rest.subarray(3), 0, true)
  return rest.length === wide + 5
    ? command(rest.subarray(3, -2), rest.readUInt16BE(wide + 3) || 65_536, true)
    : undefined
}

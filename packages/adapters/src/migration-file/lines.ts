import { Buffer } from "node:buffer"

/** A row may not be longer than this, in bytes, so that no file can make the reader hold more. */
export const longestRow = 64 * 1024

/** A line of bytes without its end; `undefined` stands for one that is too long to be kept. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | undefined
}

const LF = 0x0a
const CR = 0x0d

const withoutCr = (bytes: Uint8Array): Uint8Array => (bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes)

/**
 * Cuts bytes into lines before they are decoded: a line feed is never part of another character, neither in UTF-8 nor in
 * GB 18030, so one broken character stays in its own line.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadonlyArray<Line>> {
  let number = 0
  let kept: Array<Uint8Array> = []
  let length = 0

  const take = (last: Uint8Array): Line => {
    number++
    const tooLong = length + last.length > longestRow + 1
    const bytes = tooLong ? undefined : withoutCr(kept.length === 0 ? last : Buffer.concat([...kept, last]))
    kept = []
    length = 0
    return { number, bytes: bytes !== undefined && bytes.length > longestRow ? undefined : bytes }
  }

  for await (const chunk of chunks) {
    const lines: Array<Line> = []
    let from = 0
    for (let at = chunk.indexOf(LF, from); at >= 0; at = chunk.indexOf(LF, from)) {
      lines.push(take(chunk.subarray(from, at)))
      from = at + 1
    }
    const rest = chunk.subarray(from)
    length += rest.length
    if (length > longestRow + 1) kept = []
    else if (rest.length > 0) kept.push(rest)
    yield lines
  }
  if (length > 0) yield [take(new Uint8Array())]
}

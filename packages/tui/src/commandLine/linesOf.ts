import { StringDecoder } from "node:string_decoder"

/** A line longer than this is cut: nothing that is read by the line is as long, and a file without line ends must not fill the memory. */
const LONGEST = 64 * 1024

/**
 * The lines of a stream, as many at a time as have come, without their ends; what is not UTF-8 comes as U+FFFD. Whoever types them
 * is answered after each.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<ReadonlyArray<string>> {
  const decoder = new StringDecoder("utf8")
  let begun = ""
  let first = true
  const line = (text: string): string => {
    const bare = first && text.startsWith("\uFEFF") ? text.slice(1) : text
    first = false
    return bare.endsWith("\r") ? bare.slice(0, -1) : bare
  }
  for await (const chunk of stream) {
    const text =
      typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    const [head = "", ...others] = text.split("\n")
    if (begun.length < LONGEST) begun += head.slice(0, LONGEST)
    const lines: Array<string> = []
    for (const other of others) {
      lines.push(line(begun))
      begun = other.slice(0, LONGEST)
    }
    yield lines
  }
  begun += decoder.end()
  if (begun !== "") yield [line(begun)]
}

import { TextDecoder } from "node:util"

/** Text in GB 18030. Node only decodes it, so the table is that decoder turned round. */
export const gb18030 = () => {
  const decoder = new TextDecoder("gb18030", { fatal: true })
  const table = new Map()
  const add = (...bytes) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes)
    } catch {
      // not every pair of bytes is a character
    }
  }
  for (let byte = 0; byte < 0x80; byte++) add(byte)
  for (let one = 0x81; one <= 0xfe; one++) for (let two = 0x40; two <= 0xfe; two++) if (two !== 0x7f) add(one, two)
  for (let one = 0x81; one <= 0x84; one++)
    for (let two = 0x30; two <= 0x39; two++)
      for (let three = 0x81; three <= 0xfe; three++)
        for (let four = 0x30; four <= 0x39; four++) add(one, two, three, four)
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((character) => {
        const bytes = table.get(character)
        if (bytes === undefined) throw new Error(`not in the table: ${character}`)
        return bytes
      })
    )
}

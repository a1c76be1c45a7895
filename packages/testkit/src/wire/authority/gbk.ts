let codes: ReadonlyMap<string, number> | undefined

/** Two-byte GBK, read off the decoder: the platform decodes it but does not encode it. */
const table = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder("gbk")
  const found = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const text = decoder.decode(Uint8Array.of(high, low))
      if ([...text].length === 1 && text !== "\ufffd" && !found.has(text)) found.set(text, high * 256 + low)
    }
  return found
}

/** The bytes of a text in GBK; throws on a character that GBK lacks. */
export const gbk = (text: string): Buffer => {
  codes ??= table()
  return Buffer.from(
    [...text].flatMap((character) => {
      const ascii = character.charCodeAt(0)
      if (ascii < 0x80) return [ascii]
      const code = codes?.get(character)
      if (code === undefined) throw new Error(`GBK has no ${character}`)
      return [code >> 8, code & 0xff]
    })
  )
}

/** DER, only as much as a certificate takes (X.690). */
export const tlv = (tag: number, ...parts: ReadonlyArray<Uint8Array>): Buffer => {
  const body = Buffer.concat(parts)
  const bytes: Array<number> = []
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  const length = body.length < 0x80 ? [body.length] : [0x80 + bytes.length, ...bytes]
  return Buffer.concat([Buffer.of(tag, ...length), body])
}

export const sequence = (...parts: ReadonlyArray<Uint8Array>): Buffer => tlv(0x30, ...parts)
export const set = (...parts: ReadonlyArray<Uint8Array>): Buffer => tlv(0x31, ...parts)
export const octets = (bytes: Uint8Array): Buffer => tlv(0x04, bytes)
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tlv(0x03, Buffer.of(unused), bytes)
export const yes: Buffer = tlv(0x01, Buffer.of(0xff))
export const nothing: Buffer = tlv(0x05)

/** A number that is not negative, from its bytes. */
export const integer = (bytes: Uint8Array): Buffer => {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first === -1 ? Buffer.of(0) : Buffer.from(bytes.subarray(first))
  return tlv(0x02, (digits[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), digits]) : digits)
}

export const oid = (text: string): Buffer => {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number)
  const arc = (value: number): ReadonlyArray<number> => {
    const out = [value % 128]
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) out.unshift((left % 128) + 128)
    return out
  }
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(arc)))
}

/** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280). */
export const time = (at: Date): Buffer => {
  const digits = at.toISOString().replaceAll(/[-:T]|\..*$/g, "")
  return at.getUTCFullYear() < 2050
    ? tlv(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : tlv(0x18, Buffer.from(`${digits}Z`))
}

export const utf8 = (text: string): Buffer => tlv(0x0c, Buffer.from(text, "utf8"))
export const ia5 = (bytes: Uint8Array): Buffer => tlv(0x16, bytes)
